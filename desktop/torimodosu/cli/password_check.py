"""`torimodosu password check`: how strong passwords are."""

import sys
from argparse import Namespace
from collections.abc import Iterator

from torimodosu.cli.output import Output, Row
from torimodosu.cli.status import Status
from torimodosu.cli.tools import Tools
from torimodosu.cli.unusable import UnusableError
from torimodosu.cli.weakness_words import LISTS, told
from torimodosu.recovery.passwords.breach import BreachState
from torimodosu.recovery.passwords.queue import LeakList
from torimodosu.recovery.passwords.strength import HARDLY_GUESSED
from torimodosu.recovery.passwords.weighing import Weighed

_COLUMNS = ("line", "length", "score", "guesses_log10", "breached", "problems")

_BREACHED = {
    BreachState.FOUND: True,
    BreachState.NOT_FOUND: False,
    BreachState.NOT_CHECKED: None,
}


def password_check(_options: Namespace, tools: Tools, output: Output) -> int:
    """Tell how strong each line of standard input is, and never what stands in it.

    1 where one is weak, or was found in leaks.

    Raises:
        UnusableError: If there is no line, or the word lists cannot be read.

    """
    weak = breached = line = 0
    for line, password in enumerate(_lines(), 1):
        weighed = _weighed(password, tools)
        row = _row(line, password, weighed)
        weak += weighed.strength.score < HARDLY_GUESSED
        breached += row["breached"] is True
        output.row(row, problems=told(weighed.strength.weaknesses))
    if not line:
        message = "standard input is empty; passwords are read from it, one a line"
        raise UnusableError(message)
    summary = {
        "passwords": line,
        "weak": weak,
        "breached": breached,
        "covered": [LISTS[LeakList.SHIPPED]],
        "not_covered": [],
    }
    output.summary(summary, columns=_COLUMNS)
    return Status.ATTENTION if weak or breached else Status.DONE


def _lines() -> Iterator[str]:
    """Yield the lines of standard input; what is no UTF-8 is taken byte by byte."""
    if sys.stdin is None:
        return
    encoding = "utf-8-sig"  # a mark at the beginning is no part of a password
    for raw in sys.stdin.buffer:
        yield raw.decode(encoding, "surrogateescape").rstrip("\r\n")
        encoding = "utf-8"


def _weighed(password: str, tools: Tools) -> Weighed:
    try:
        return tools.weigh(password)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        message = f"the word lists cannot be read ({reason}); install the program again"
        raise UnusableError(message) from None


def _row(line: int, password: str, weighed: Weighed) -> Row:
    strength = weighed.strength
    return {
        "line": line,
        "length": len(password),
        "score": strength.score,
        "guesses_log10": round(strength.guesses_log10, 3),
        "problems": [weakness.value for weakness in strength.weaknesses],
        "breached": _BREACHED[weighed.breach.state],
    }
