"""When it is time to look again what is due."""

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import datetime, timedelta

# Longer than between two beats of the clock: the computer slept, or it was set.
LONGEST_BEAT = timedelta(minutes=3)


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """The newest look at what is due.

    Attributes:
        at: When that was, with the user's time zone.
        next_at: The moment at which something else is due, or None.
        stamp: What the kept data looked like from outside; it changes with them.

    """

    at: datetime
    next_at: datetime | None
    stamp: Hashable


def is_time_to_look(
    newest: Round | None, *, now: datetime, last_beat: datetime, stamp: Hashable
) -> bool:
    """Tell whether what is due may have changed since the *newest* look.

    *last_beat* is when this was asked before; *now* has the user's time zone.
    """
    if newest is None or stamp != newest.stamp:
        return True
    is_due = newest.next_at is not None and now >= newest.next_at
    is_another_day = now.date() != newest.at.date()
    is_elsewhere = now.utcoffset() != newest.at.utcoffset()
    jumped = not timedelta() <= now - last_beat <= LONGEST_BEAT
    return is_due or is_another_day or is_elsewhere or jumped
