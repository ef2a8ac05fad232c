"""How far before the discovery mails are looked at."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import Enum


class LookBack(Enum):
    """How far back: the first is where a case begins, the others are asked for.

    Before the break-in lie the resets and sign-in alerts that may explain it; whoever
    pays for fraud looks back 60 days as a rule. Half a year holds both.
    """

    HALF_YEAR = "half_year"
    TWO_YEARS = "two_years"
    EVERYTHING = "everything"


_DAYS: Mapping[LookBack, int] = {LookBack.HALF_YEAR: 180, LookBack.TWO_YEARS: 2 * 365}


def beginning_of(
    back: LookBack, noticed: date, *, zone: tzinfo | None = UTC
) -> datetime:
    """Return from when on mails are looked at, in a case *noticed* on that day."""
    if back is LookBack.EVERYTHING:
        return datetime.min.replace(tzinfo=UTC)
    return datetime.combine(noticed, time.min, zone) - timedelta(days=_DAYS[back])
