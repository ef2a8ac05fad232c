"""Input that a command cannot work with."""

import errno
from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from pathlib import Path
from typing import TypeVar

from torimodosu.cli.tools import FolderInUseError
from torimodosu.recovery.case.ports import Clock

Result = TypeVar("Result")

# What stat says of a path that names nothing; anything else is told when it is read.
_NOTHING_THERE = {errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG, errno.ELOOP}


class UnusableError(Exception):
    """The argument says in one sentence what is wrong and what to do."""


def present(sources: Sequence[Path]) -> list[str]:
    """Return the paths of *sources* as text.

    Raises:
        UnusableError: If one of them is not there.

    """
    for source in sources:
        try:
            source.stat()
        except OSError as error:
            if error.errno in _NOTHING_THERE:
                message = f"{source} is not there; check the path"
                raise UnusableError(message) from None
    return [str(source) for source in sources]


def writing_to(folder: Path, work: Callable[[Path], Result]) -> Result:
    """Return what *work* returns for *folder*, into which it means to write.

    Raises:
        UnusableError: If the folder is used for something else, or cannot be written.

    """
    try:
        return work(folder)
    except FolderInUseError:
        message = f"{folder} is not empty; name a new folder with --out"
        raise UnusableError(message) from None
    except OSError as error:
        reason = error.strerror or type(error).__name__
        message = f"{folder} cannot be used: {reason}; name another folder with --out"
        raise UnusableError(message) from None


def midnight(day: date | None, clock: Clock) -> datetime | None:
    """Return the first moment of *day* for the user, or None."""
    if day is None:
        return None
    return datetime.combine(day, time.min, clock.now().tzinfo)


def end_of(day: date | None, clock: Clock) -> datetime | None:
    """Return the last moment of *day* for the user, or None."""
    if day is None:
        return None
    return datetime.combine(day, time.max, clock.now().tzinfo)
