"""What the usage-notice mails of a case tell, gathered and kept."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from torimodosu.recovery.case.case import Case
from torimodosu.recovery.case.journal import Entry, Kind
from torimodosu.recovery.case.ports import Journal
from torimodosu.recovery.catalogue.catalogue import Catalogue
from torimodosu.recovery.mail.classify import Classified
from torimodosu.recovery.mail.judging.judgement import Verdict
from torimodosu.recovery.mail.message import Message
from torimodosu.recovery.mail.read_mail import AskVerdict
from torimodosu.recovery.plan.ports import CardNotices
from torimodosu.recovery.statements.card_notice import CardNotice
from torimodosu.recovery.statements.notices.joining import join_notices
from torimodosu.recovery.statements.notices.reading import (
    NOTICE_KINDS,
    read_card_notices,
)

# By which copies are known, and whether the mail is not genuine.
_Name = tuple[str, bool]
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
        forged: The uses, by time, that only mails tell which are not genuine; they are
            not among the others.
        forged_mails: How many usage-notice mails are not genuine; they are counted
            nowhere else.

    """

    notices: tuple[CardNotice, ...]
    mails: int
    unread: int
    forged: tuple[CardNotice, ...] = ()
    forged_mails: int = 0


@dataclass(slots=True, kw_only=True)
class NoticeReading:
    """Gathers the uses of cards, mail by mail."""

    catalogue: Catalogue
    _found: dict[_Name, tuple[CardNotice, ...]] = field(default_factory=dict)

    def read(
        self, message: Message, mail: str, claims: Classified, verdict: AskVerdict
    ) -> None:
        """Take what *message*, whose SHA-256 is *mail*, says; *verdict* judges it.

        A copy of a mail that was read already, which lies in another mailbox with
        other headers, says nothing more, unless it is proven and the other was not.
        Whoever forges a mail can give it the name of another: it is no copy of that.
        """
        issuer = self.catalogue.issuers.get(claims.issuer)
        if issuer is None or claims.kind not in NOTICE_KINDS:
            return
        told = read_card_notices(message, mail=mail, issuer=issuer, kind=claims.kind)
        judged = verdict()
        told = tuple(replace(notice, verdict=judged) for notice in told)
        name = (message.message_id or mail, judged is Verdict.NOT_GENUINE)
        known = self._found.get(name, ())
        is_surer = judged is Verdict.GENUINE and not _are_proven(known)
        self._found[name] = told if told and is_surer else known or told

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
        real = [told for (_, is_forged), told in self._found.items() if not is_forged]
        mails = sum(map(bool, real))
        return NoticesRead(
            notices=tuple(notice for notice in notices if not notice.is_forged),
            mails=mails,
            unread=len(real) - mails,
            forged=tuple(notice for notice in notices if notice.is_forged),
            forged_mails=len(self._found) - len(real),
        )


def _are_proven(notices: tuple[CardNotice, ...]) -> bool:
    return bool(notices) and all(notice.is_proven for notice in notices)


def keep_notices(
    case: Case,
    read: NoticesRead,
    book: CardNotices,
    *,
    journal: Journal,
    at: datetime,
) -> None:
    """Keep the notices instead of those before, and note how many there are.

    Those of mails that are not genuine are kept behind the others. What is known
    already is not noted again.
    """
    before = tuple(book.card_notices(case))
    now = (*read.notices, *read.forged)
    if before == now and (before or not (read.unread or read.forged_mails)):
        return
    book.replace_notices(case, now)
    words = (
        f"uses={len(read.notices)} mails={read.mails} unread={read.unread}"
        f" not_genuine={read.forged_mails}"
    )
    journal.note(case, Entry(at=at, kind=Kind.NOTICES_READ, text=words))
