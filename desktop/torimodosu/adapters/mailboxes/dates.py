"""The Date field of a mail as a point in time."""

import re
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_tz
from functools import lru_cache

_MONTHS = (
    *("jan", "feb", "mar", "apr", "may", "jun"),
    *("jul", "aug", "sep", "oct", "nov", "dec"),
)
# RFC 5322, section 3.3, as nearly all programs write it.
_USUAL = re.compile(
    r"(?:[A-Za-z]{3}, *)?(\d{1,2}) ([A-Za-z]{3}) (\d{4})"
    r" (\d\d):(\d\d)(?::(\d\d))? ([+-])(\d\d)(\d\d)\b"
)
_LONGEST = 200


def read_date(value: str) -> datetime | None:
    """Return the time that a Date field tells, None where it cannot be read.

    A field without a zone is taken for UTC (RFC 5322, section 3.3, "-0000").
    """
    usual = _USUAL.match(value)
    try:
        if usual is None or usual[2].lower() not in _MONTHS:
            return _by_the_library(value[:_LONGEST])
        day, month, year, hour, minute, second, sign, hours, minutes = usual.groups()
        return datetime(
            int(year),
            _MONTHS.index(month.lower()) + 1,
            int(day),
            int(hour),
            int(minute),
            min(int(second or 0), 59),  # a leap second
            tzinfo=_zone(sign, hours, minutes),
        )
    except (ValueError, OverflowError):
        return None


@lru_cache(maxsize=64)
def _zone(sign: str, hours: str, minutes: str) -> timezone:
    offset = timedelta(hours=int(hours), minutes=int(minutes))
    return timezone(-offset if sign == "-" else offset)


def aware(time: datetime) -> datetime:
    """Return *time* with a zone, UTC where it has none."""
    return time if time.tzinfo else time.replace(tzinfo=UTC)


def _by_the_library(value: str) -> datetime | None:
    """Read the many other forms, such as a zone by its name.

    Raises:
        ValueError: If a number is out of its range.
        OverflowError: If one is far out of it.

    """
    fields = parsedate_tz(value)
    if fields is None:
        return None
    zone = timezone(timedelta(seconds=fields[9] or 0))
    return datetime(*fields[:6], tzinfo=zone)
