"""The host or app that an origin of a saved login names."""

import re
import unicodedata

# RFC 1035, 2.3.4; also keeps hostile origins cheap.
_LONGEST_ORIGIN = 4096
_LONGEST_HOST = 253
_HOST = re.compile(r"[a-z0-9_-]+(?:\.[a-z0-9_-]+)*", re.ASCII)
_END_OF_AUTHORITY = re.compile(r"[/?#\\]")
_WEB = {"http", "https"}
_ANDROID = "android"


def host_of(origin_or_host: str) -> str:
    """Return the host in lower case, without port, user and dots around it; or "".

    What a browser would take for the host counts, not what a person reads (WHATWG URL
    Standard, "host parsing"): "https://amazon.co.jp@evil.example" is evil.example, and
    full-width letters are the plain ones. An origin that takes no password, such as
    "federation://…", has none.
    """
    if len(origin_or_host) > _LONGEST_ORIGIN:
        return ""
    scheme, mark, rest = origin_or_host.strip().partition("://")
    if mark and scheme.lower() not in _WEB:
        return ""
    authority = _END_OF_AUTHORITY.split(rest if mark else scheme, maxsplit=1)[0]
    # Firefox appends the container of a tab: "https://host^userContextId=1".
    named = authority.rpartition("@")[2].partition("^")[0].partition(":")[0]
    host = _in_ascii(_folded(named).strip("."))
    is_host = len(host) <= _LONGEST_HOST and _HOST.fullmatch(host)
    return host if is_host else ""


def app_of(origin: str) -> str | None:
    """Return the package in "android://hash@package/", or None for another origin."""
    scheme, mark, rest = origin[:_LONGEST_ORIGIN].strip().partition("://")
    if not mark or scheme.lower() != _ANDROID:
        return None
    return _END_OF_AUTHORITY.split(rest.rpartition("@")[2], maxsplit=1)[0]


def _folded(host: str) -> str:
    return unicodedata.normalize("NFKC", host).casefold().replace("。", ".")


def _in_ascii(host: str) -> str:
    """Return *host* as browsers keep it (IDNA, RFC 3490), or "" where it is none."""
    if host.isascii() or len(host) > _LONGEST_HOST:
        return host
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:
        return ""
