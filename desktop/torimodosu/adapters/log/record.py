"""A record of the log as a line, with as little of what it says as helps."""

import logging
import sys
import traceback
from collections.abc import Iterator
from datetime import datetime
from types import TracebackType
from typing import cast

from torimodosu.adapters.log.redaction import redacted

OURS = "torimodosu"
_MOST_FRAMES = 12
_MOST_CAUSES = 4


class LineFormatter(logging.Formatter):
    """Writes records as text.

    Words are only those of this program, without what may be private. Of what another
    library says only the place is kept: nobody knows what its words hold. Of an
    exception the kind, the numbers and the places are kept, and never its words, which
    often quote what could not be read.
    """

    def format(self, record: logging.LogRecord) -> str:
        """Return the lines of *record*."""
        moment = datetime.fromtimestamp(record.created).astimezone()
        name, _, rest = record.name.partition(".")
        said = f"at line {record.lineno}"
        if name == OURS:
            said, name = redacted(record.getMessage()), rest or name
        else:
            name = record.name
        head = f"{moment.isoformat(timespec='seconds')} {record.levelname} {name}:"
        error = record.exc_info[1] if record.exc_info else None
        return "\n".join([f"{head} {said}", *_told(error)])


def _told(error: BaseException | None) -> Iterator[str]:
    for _ in range(_MOST_CAUSES):
        if error is None:
            return
        yield f"  {_kind(error)}"
        yield from _places(error.__traceback__)
        error = error.__cause__ or error.__context__


def _kind(error: BaseException) -> str:
    """Return the class of *error*, and the numbers by which others know it."""
    names = [type(error).__qualname__]
    if isinstance(error, OSError) and isinstance(error.errno, int):
        names.append(f"number {error.errno}")
    code = getattr(error, "sqlite_errorname", None)
    # Loaded or not, sqlite3 names its errors in capitals.
    if isinstance(code, str) and code.isupper() and code.startswith("SQLITE"):
        names.append(code)
    return ", ".join(names)


def _places(trace: TracebackType | None) -> Iterator[str]:
    for frame, line in list(traceback.walk_tb(trace))[-_MOST_FRAMES:]:
        module = cast(str, frame.f_globals.get("__name__", "?"))
        yield f"    {module}:{line} {frame.f_code.co_name}"


def write_to_terminal(text: str) -> None:
    """Show *text* to who started the program in a terminal; elsewhere nobody reads."""
    if sys.stderr is not None:
        sys.stderr.write(f"{text}\n")
