"""Addresses of pages, which are told and never opened."""

from collections.abc import Iterable
from urllib.parse import urlsplit

_SCHEMES = ("http", "https")
_LONGEST = 8000  # characters; more than any QR code holds


def host_of(text: str) -> str:
    """Return the host of a web address, "" where *text* is none.

    Letters beyond ASCII are told as "xn--…" (RFC 5891), since some look like others.
    """
    if len(text) > _LONGEST:
        return ""
    try:
        parts = urlsplit(text.strip())
        host = parts.hostname or ""
        ascii_host = host.encode("idna").decode("ascii")
    except ValueError:  # UnicodeError is one
        return ""
    is_web = parts.scheme in _SCHEMES and ascii_host.isprintable()
    return ascii_host if is_web else ""


def first_host(texts: Iterable[str]) -> str:
    """Return the host of the first web address among *texts*, "" without any."""
    return next(filter(None, map(host_of, texts)), "")
