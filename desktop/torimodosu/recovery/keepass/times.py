"""Times as KeePass writes them."""

import base64
import binascii
from datetime import UTC, datetime, timedelta

_ZERO = datetime(1, 1, 1, tzinfo=UTC)
_BYTES = 8


def read_time(text: str) -> datetime | None:
    """Return a time in UTC: in ISO 8601 as up to KDBX 3, else seconds in base64.

    What is no time, or out of the range of times, is None.
    """
    try:
        if "-" in text:
            return datetime.fromisoformat(text.strip()).astimezone(UTC)
        seconds = int.from_bytes(_seconds(text), "little", signed=True)
        return _ZERO + timedelta(seconds=seconds)
    except (ValueError, OverflowError):
        return None


def written_time(moment: datetime) -> str:
    """Return *moment* as KDBX 4 writes it: seconds since the year 1, in base64."""
    seconds = (moment - _ZERO) // timedelta(seconds=1)
    return base64.b64encode(seconds.to_bytes(_BYTES, "little")).decode("ascii")


def _seconds(text: str) -> bytes:
    try:
        seconds = base64.b64decode(text, validate=True)
    except binascii.Error:
        raise ValueError from None
    if len(seconds) != _BYTES:
        raise ValueError
    return seconds
