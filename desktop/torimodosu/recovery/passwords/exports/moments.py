"""When a login was changed, in the ways that exports write it."""

from datetime import UTC, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
# Chromium counts microseconds since then (base/time/time.h).
_CHROMIUM_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)

# Numbers of digits from which on a count is of milliseconds, and so on: seconds have
# 10 until the year 2286.
_MILLISECONDS, _MICROSECONDS, _CHROMIUM = 12, 15, 17
_LONGEST = 40


def read_moment(value: object) -> datetime | None:
    """Return a moment with its offset, or None where *value* tells none.

    Takes counts since 1970 in seconds, milli- or microseconds, those of Chromium, and
    texts in ISO 8601; one without an offset is in UTC.
    """
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return _counted(abs(value)) if value > 0 else None
    if not isinstance(value, str) or len(value) > _LONGEST:
        return None
    text = value.strip()
    if not text:
        return None
    if text.isascii() and text.isdigit():
        return _counted(int(text))
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)


def _counted(count: int) -> datetime | None:
    """Return the moment that a count stands for; 0 stands for none."""
    digits = len(str(count)) if count < 10**_LONGEST else _LONGEST
    try:
        if digits >= _CHROMIUM:
            return _CHROMIUM_EPOCH + timedelta(microseconds=count)
        if digits >= _MICROSECONDS:
            return _EPOCH + timedelta(microseconds=count)
        if digits >= _MILLISECONDS:
            return _EPOCH + timedelta(milliseconds=count)
        return _EPOCH + timedelta(seconds=count) if count else None
    except OverflowError:
        return None
