"""Input that a command cannot work with."""

from collections.abc import Sequence
from datetime import date, datetime, time
from pathlib import Path

from torimodosu.recovery.case.ports import Clock


class UnusableError(Exception):
    """The argument says in one sentence what is wrong and what to do."""


def present(sources: Sequence[Path]) -> list[str]:
    """Return the paths of *sources* as text.

    Raises:
        UnusableError: If one of them is not there.

    """
    for source in sources:
        if not source.exists():
            message = f"{source} is not there; check the path"
            raise UnusableError(message)
    return [str(source) for source in sources]


def midnight(day: date | None, clock: Clock) -> datetime | None:
    """Return the first moment of *day* for the user, or None."""
    if day is None:
        return None
    return datetime.combine(day, time.min, clock.now().tzinfo)
