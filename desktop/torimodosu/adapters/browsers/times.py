"""Moments as browsers write them down."""

from datetime import UTC, datetime, timedelta

_UNIX = datetime(1970, 1, 1, tzinfo=UTC)
# Chromium counts microseconds since 1601, as Windows does.
_WINDOWS_TO_UNIX = timedelta(seconds=11_644_473_600)
_LATEST = datetime(9999, 1, 1, tzinfo=UTC)


def from_webkit(value: object) -> datetime | None:
    """Return the moment *value* microseconds after 1601; None where there is none.

    0 stands for never. What lies before 1970 was no browser's doing.
    """
    return _after(_UNIX - _WINDOWS_TO_UNIX, value, timedelta(microseconds=1))


def from_unix(value: object, unit: timedelta) -> datetime | None:
    """Return the moment *value* times *unit* after 1970; None where there is none."""
    return _after(_UNIX, value, unit)


def _after(start: datetime, value: object, unit: timedelta) -> datetime | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    if not 0 < value <= (_LATEST - start) / unit:
        return None
    moment = start + value * unit
    return moment if moment > _UNIX else None
