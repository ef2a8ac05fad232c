"""The way of a mail from server to server, by its Received fields (RFC 5321, 4.4)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from ipaddress import ip_address

_BLANKS = re.compile(rb"\s++")
# "from GREETING (NAME [ADDRESS])" of Postfix, Sendmail, Gmail and others; "from NAME
# ([ADDRESS] helo=GREETING)" and "from [ADDRESS] (helo=GREETING)" of Exim.
_FROM = re.compile(
    r"from\s(?P<greeting>[^\s()]{1,255})(?:\s*\((?P<seen>[^()]{0,400}))?", re.IGNORECASE
)
_BY = re.compile(r"\bby\s([A-Za-z0-9._-]{1,255})", re.IGNORECASE)
_ADDRESS = re.compile(r"\[(?:IPv6:)?([0-9A-Fa-f:.]{3,45})\]", re.IGNORECASE)
_HELO = re.compile(r"helo[=\s]([^\s()\[\]]{1,255})", re.IGNORECASE)
_HOST = re.compile(r"[A-Za-z0-9_-]{1,63}(?:\.[A-Za-z0-9_-]{1,63})+")
_LONGEST = 2_000
_MOST = 50
_NAMELESS = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hop:
    """How a server got the mail.

    Attributes:
        greeting: What the other computer called itself, in lower case.
        name: The name that the server itself found for it, "" where there is none.
        address: Its IP address, "" where it is not told.
        is_public: Whether that is one of the whole Internet.
        is_nameless: Whether the server says that the computer has no name.
        by: The server.

    """

    greeting: str
    name: str
    address: str
    is_public: bool
    is_nameless: bool
    by: str


def read_trace(fields: Sequence[bytes]) -> Sequence[Hop]:
    """Return the hops in Received *fields*, the last server first."""
    hops = (_hop(field) for field in fields[:_MOST])
    return [hop for hop in hops if hop is not None]


def receiver_of(field: bytes) -> str:
    """Return the server that a Received *field* is of, in lower case, or ""."""
    by = _BY.search(_plain(field))
    return by[1].lower() if by else ""


def _plain(field: bytes) -> str:
    return _BLANKS.sub(b" ", field[:_LONGEST]).decode("utf-8", "replace").strip()


def _hop(field: bytes) -> Hop | None:
    text = _plain(field)
    found = _FROM.match(text)
    if found is None:
        return None
    greeting, seen = found["greeting"].strip("[]"), found["seen"] or ""
    address = _address(f"{seen} {found['greeting']}")
    helo = _HELO.search(seen)
    name = _name(seen)
    if helo is not None:  # of Exim: the name stands in front
        name = greeting if not _is_address(greeting) else ""
        greeting = helo[1]
    return Hop(
        greeting=greeting.strip(".").lower(),
        name=name,
        address=address,
        is_public=_is_public(address),
        is_nameless=seen.strip().lower().startswith(_NAMELESS),
        by=receiver_of(field),
    )


def _name(seen: str) -> str:
    first = seen.strip().partition(" ")[0].strip(".").lower()
    return first if _HOST.fullmatch(first) and not _is_address(first) else ""


def _address(text: str) -> str:
    found = _ADDRESS.search(text)
    return found[1] if found and _is_address(found[1]) else ""


def _is_address(text: str) -> bool:
    try:
        ip_address(text)
    except ValueError:
        return False
    return True


def _is_public(address: str) -> bool:
    return bool(address) and ip_address(address).is_global
