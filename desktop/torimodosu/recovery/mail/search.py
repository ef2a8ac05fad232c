"""Finding the mails of a case in mailboxes: what to look for, and what comes back."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Protocol

from torimodosu.recovery.mail.kept import Origin, Quoting
from torimodosu.recovery.progress import Progress

__all__ = [
    "Covered",
    "Finding",
    "Found",
    "KeptBefore",
    "Mailboxes",
    "NotCovered",
    "PassedOver",
    "Quoting",
    "Trouble",
    "Wanted",
    "is_nothing_read",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What makes a mail worth keeping.

    Attributes:
        domains: Lower-case host names; a mail from one, or from a host below one, or
            whose decoded body names one, is wanted.
        names: Names that a mail carries in its sender, its subject or its decoded
            body, such as "アマゾン"; compared after NFKC and case folding.
        since: Mails dated before are left out; None is no limit. A mail without a
            readable date is kept.
        until: Mails dated after are left out; None is no limit.
        everything: Whether a mail is wanted whatever it says.

    """

    domains: tuple[str, ...]
    names: tuple[str, ...]
    since: datetime | None = None
    until: datetime | None = None
    everything: bool = False


EVERYTHING = Wanted(domains=(), names=(), everything=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A wanted mail, byte for byte as it lies in its source.

    In an mbox `raw` begins after the separator line and ends before the empty line
    in front of the next one.
    """

    origin: Origin
    raw: bytes
    quoting: Quoting = Quoting.NONE


class Trouble(Enum):
    """Why something was not read.

    Attributes:
        HAS_PASSWORD: A zip file that opens with a password only.
        PACKED_TOO_LARGE: Something in a zip file is too large to unpack in memory.
        PACKED_TWICE: A zip file in a zip file.
        CUT_OFF: The connection to the server broke off before all of it came.
        SERVER_REFUSED: The server does not show that folder.
        BODY_NOT_SEARCHED: The server did not search what the mails say; their senders
            and subjects were looked at.
        DELETED: A mail that was deleted on the server in the meantime.

    """

    NO_PERMISSION = "no_permission"
    NOT_FOUND = "not_found"
    NO_MAIL_INSIDE = "no_mail_inside"
    NOT_A_MAIL = "not_a_mail"
    TRUNCATED = "truncated"
    TOO_LARGE = "too_large"
    UNREADABLE = "unreadable"
    FORMAT_NOT_SUPPORTED = "format_not_supported"
    HAS_PASSWORD = "has_password"  # noqa: S105 -- no password
    PACKED_TOO_LARGE = "packed_too_large"
    PACKED_TWICE = "packed_twice"
    CUT_OFF = "cut_off"
    SERVER_REFUSED = "server_refused"
    BODY_NOT_SEARCHED = "body_not_searched"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True, kw_only=True)
class NotCovered:
    """A file, or a mail at an offset in it, that was not read; never left unsaid."""

    source: str
    offset: int | None
    trouble: Trouble


@dataclass(frozen=True, slots=True, kw_only=True)
class Covered:
    """A source that was read to its end.

    `newest` is the date of the newest mail in it, wanted or not, None where no mail
    has a readable date.
    """

    source: str
    messages: int
    size: int
    newest: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PassedOver:
    """How many files in the folder *source*, and below it, are no mail."""

    source: str
    files: int


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptBefore:
    """How many wanted mails of *source* are kept already, and were not read again."""

    source: str
    messages: int


Finding = Found | NotCovered | Covered | PassedOver | KeptBefore


def is_nothing_read(
    covered: Iterable[Covered], not_covered: Iterable[NotCovered]
) -> bool:
    """Tell whether nothing at all could be read of what was to be read."""
    missed = list(not_covered)
    is_begun = any(
        one.offset is not None or one.trouble is Trouble.TRUNCATED for one in missed
    )
    return bool(missed) and not is_begun and not any(True for _ in covered)


class Mailboxes(Protocol):
    """Where mails lie."""

    def search(
        self, sources: Sequence[str], wanted: Wanted, progress: Progress
    ) -> Iterator[Finding]:
        """Yield the wanted mails of *sources* and what was and was not covered.

        Files of other kinds in a folder are counted, not named. Reports bytes read of
        bytes in all. Never writes to a source, and raises nothing but `Cancelled`:
        trouble is yielded.
        """
        ...
