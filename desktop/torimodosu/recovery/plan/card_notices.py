"""What the usage-notice mails of a case tell, gathered and kept."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from torimodosu.recovery.case.case import Case
from torimodosu.recovery.case.journal import Entry, Kind
from torimodosu.recovery.case.ports import Journal
from torimodosu.recovery.catalogue.catalogue import Catalogue
from torimodosu.recovery.mail.classify import Classified
from torimodosu.recovery.mail.message import Message
from torimodosu.recovery.plan.ports import CardNotices
from torimodosu.recovery.statements.card_notice import CardNotice
from torimodosu.recovery.statements.notices.joining import join_notices
from torimodosu.recovery.statements.notices.reading import (
    NOTICE_KINDS,
    read_card_notices,
)

# A mail from later than that has a date that nobody can believe.
_CLOCKS_DIFFER = timedelta(hours=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticesRead:
    """What the usage-notice mails tell; a copy of a mail counts with it.

    Attributes:
        notices: The uses, by time.
        mails: How many mails tell uses.
        unread: How many look as if they did and tell none: they are laid out in no
            known way, passed on, or of another sender.

    """

    notices: tuple[CardNotice, ...]
    mails: int
    unread: int


@dataclass(slots=True, kw_only=True)
class NoticeReading:
    """Gathers the uses of cards, mail by mail."""

    catalogue: Catalogue
    _found: dict[str, tuple[CardNotice, ...]] = field(default_factory=dict)

    def read(self, message: Message, mail: str, claims: Classified) -> None:
        """Take what *message*, whose SHA-256 is *mail*, says.

        A copy of a mail that was read already, which lies in another mailbox with
        other headers, says nothing more.
        """
        issuer = self.catalogue.issuers.get(claims.issuer)
        if issuer is None or claims.kind not in NOTICE_KINDS:
            return
        told = read_card_notices(message, mail=mail, issuer=issuer, kind=claims.kind)
        name = message.message_id or mail
        self._found[name] = self._found.get(name) or told

    def result(self, *, until: datetime | None) -> NoticesRead:
        """Return what was gathered, without what is yet to come at *until*."""
        told = (notice for notices in self._found.values() for notice in notices)
        notices = join_notices(
            notice
            for notice in told
            if until is None
            or notice.sent_at is None
            or notice.sent_at <= until + _CLOCKS_DIFFER
        )
        mails = sum(bool(told) for told in self._found.values())
        return NoticesRead(
            notices=notices, mails=mails, unread=len(self._found) - mails
        )


def keep_notices(
    case: Case,
    read: NoticesRead,
    book: CardNotices,
    *,
    journal: Journal,
    at: datetime,
) -> None:
    """Keep the notices instead of those before, and note how many there are.

    What is known already is not noted again.
    """
    before = tuple(book.card_notices(case))
    if before == read.notices and (before or not read.unread):
        return
    book.replace_notices(case, read.notices)
    words = f"uses={len(read.notices)} mails={read.mails} unread={read.unread}"
    journal.note(case, Entry(at=at, kind=Kind.NOTICES_READ, text=words))
