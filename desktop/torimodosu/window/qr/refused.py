"""Why no account came of a capture."""

from dataclasses import dataclass
from enum import Enum

from torimodosu.recovery.file_trouble import FileTrouble
from torimodosu.recovery.twostep.account import Problem
from torimodosu.recovery.twostep.exports.outcome import (
    ExportRead,
    Form,
    Refusal,
    RefusedError,
)
from torimodosu.recovery.twostep.typed import Mistake, NotTypedError, Suspect


class Unseen(Enum):
    """Why nothing was seen, although nothing is wrong with what there is.

    Attributes:
        NOT_ON_SCREEN: There is no QR code on the screens.
        NOT_IN_REGION: There is none in the part of the screen that was chosen.
        BLACK_SCREEN: The system shows the program a black screen.
        NO_SCREEN: The system shows the program no screen.
        BROKEN_OFF: The look was broken off by a trouble of the program.
        CLIPBOARD: In the clipboard is neither a picture nor a text nor a file.

    """

    NOT_ON_SCREEN = "not_on_screen"
    NOT_IN_REGION = "not_in_region"
    BLACK_SCREEN = "black_screen"
    NO_SCREEN = "no_screen"
    BROKEN_OFF = "broken_off"
    CLIPBOARD = "clipboard"


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """Why no account came of a capture, in what words.py puts into words.

    Attributes:
        why: The reason.
        path: The file that it is about, or "".
        host: Where a QR code or a text leads to, when it is a web address.
        form: Who wrote an export, where that is known.
        problem: What an account lacks.
        suspects: The characters of a key that no key has.

    """

    why: Unseen | Refusal | FileTrouble | Mistake
    path: str = ""
    host: str = ""
    form: Form | None = None
    problem: Problem | None = None
    suspects: tuple[Suspect, ...] = ()


def refused_export(error: RefusedError, *, path: str = "", host: str = "") -> Refused:
    """Return why an export or the codes of a picture were not read."""
    return Refused(why=error.reason, path=path, host=host, form=error.form)


def refused_text(error: NotTypedError) -> Refused:
    """Return why a typed text is no account."""
    return Refused(
        why=error.mistake,
        host=error.host,
        problem=error.problem,
        suspects=error.suspects,
    )


def unusable(read: ExportRead) -> tuple[Refused, ...]:
    """Return why some of the entries of *read* are no accounts, each reason once."""
    problems = dict.fromkeys(one.problem for one in read.unusable)
    return tuple(
        Refused(why=Mistake.BROKEN_ADDRESS, problem=problem) for problem in problems
    )
