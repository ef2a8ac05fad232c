"""The passwords to change, in the order of what is at risk. It holds no password."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum


class Flaw(Enum):
    """What is wrong with a password; the values are codes of the command line."""

    REUSED = "reused"
    VARIANT = "variant"
    WEAK = "weak"
    BREACHED = "breached"
    OLD = "old"
    SHORT = "short"


class AtRisk(Enum):
    """Why a password is to be changed, the most urgent first."""

    MAILBOX = "mailbox"
    ATTACKED = "attacked"
    SAME_PASSWORD = "same_password"  # noqa: S105 -- a reason
    MONEY = "money"
    REST = "rest"


class Standing(Enum):
    """How far an entry of the queue is.

    Attributes:
        OPEN: It is still to be changed.
        SAID: The person says that it is changed.
        PROVEN: A later export shows another password there.
        EXCLUDED: The person leaves it out, until a day or for good.

    """

    OPEN = "open"
    SAID = "said"
    PROVEN = "proven"
    EXCLUDED = "excluded"


class LeakList(Enum):
    """A list of leaked passwords that passwords were compared with.

    Attributes:
        SHIPPED: The most frequent ones, which come with the program.
        FILE: A file that the person has downloaded.
        ONLINE: The service that was asked for the beginnings of hashes.

    """

    SHIPPED = "shipped"
    FILE = "file"
    ONLINE = "online"


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueEntry:
    """A login whose password is to be changed.

    Attributes:
        key: What it is known by from export to export: site and user name.
        site: Its registrable domain, such as "example.co.jp", or its title.
        username: Who signs in there, or "".
        at_risk: Why.
        flaws: What is wrong with its password.
        shares_with: A number that all have in common whose passwords are the same or
            nearly so; 0 where there is no other.
        modified: When its password was last changed, or None.
        page: The address where it is changed, or "" where none is known.
        digest: Its password under the key of this installation (HMAC-SHA-256, in
            hexadecimal digits), or "" where there is no keychain to hold the key.
        standing: How far it is.
        since: Since when, or None while it is open.
        reason: Why the person leaves it out, or "".
        until: Up to which day it is left out, None for good.

    """

    key: str
    site: str
    username: str
    at_risk: AtRisk
    flaws: tuple[Flaw, ...]
    shares_with: int = 0
    modified: datetime | None = None
    page: str = ""
    digest: str = ""
    standing: Standing = Standing.OPEN
    since: datetime | None = None
    reason: str = ""
    until: date | None = None

    def standing_on(self, day: date) -> Standing:
        """Return how far it is on *day*: left out only up to the day that was said."""
        if self.standing is Standing.EXCLUDED and self.until is not None:
            return Standing.OPEN if day > self.until else Standing.EXCLUDED
        return self.standing


@dataclass(frozen=True, slots=True, kw_only=True)
class PasswordQueue:
    """What the newest audit found.

    Attributes:
        at: When it was.
        logins: How many logins were looked at.
        entries: Those to change, the most urgent first.
        are_leaks_checked: Whether they were compared with leaked passwords.
        leaks: The lists that all of them were compared with.
        is_keyed: Whether digests could be made, so that the next export proves.

    """

    at: datetime
    logins: int
    entries: tuple[QueueEntry, ...]
    are_leaks_checked: bool
    is_keyed: bool
    leaks: tuple[LeakList, ...] = ()

    def open_on(self, day: date) -> tuple[QueueEntry, ...]:
        """Return the entries that are still to be changed on *day*."""
        return tuple(e for e in self.entries if e.standing_on(day) is Standing.OPEN)
