"""The work on a case: take mails in, then read the orders out of the archive."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Protocol

from torimodosu.recovery.case.case import Case
from torimodosu.recovery.case.ports import Clock, Journal
from torimodosu.recovery.catalogue.catalogue import Catalogue
from torimodosu.recovery.evidence.case_journal import JournalOfCase
from torimodosu.recovery.evidence.intake import Places, take_in
from torimodosu.recovery.evidence.intake_report import Ending, IntakeReport
from torimodosu.recovery.evidence.ports import Archive, Mails
from torimodosu.recovery.evidence.wanted import wanted_for
from torimodosu.recovery.mail.judging.examined import Outside
from torimodosu.recovery.mail.judging.judgement import Verdict
from torimodosu.recovery.mail.kept import KeptMail
from torimodosu.recovery.mail.kind import MailKind
from torimodosu.recovery.mail.read_mail import ReadMail, read_mail
from torimodosu.recovery.mail.search import Covered, Mailboxes, NotCovered
from torimodosu.recovery.orders.joining import order_key
from torimodosu.recovery.orders.judged import OrderReading
from torimodosu.recovery.orders.order_mail import UNKNOWN_LAYOUT
from torimodosu.recovery.plan.account_events import (
    EventBook,
    EventReading,
    keep_events,
    services_sharing_sign_in,
)
from torimodosu.recovery.plan.card_notices import NoticeReading, keep_notices
from torimodosu.recovery.plan.looking_back import LookBack, beginning_of
from torimodosu.recovery.plan.mail_verdicts import note_verdicts, reading_stamp
from torimodosu.recovery.plan.ports import CardNotices, Kinds, Orders, Safekeeping
from torimodosu.recovery.plan.snapshot import Seal
from torimodosu.recovery.plan.tasks import OrdersRead, TakeIn, TakenIn
from torimodosu.recovery.progress import Cancelled, Progress

# Searching the mailboxes takes most of the time, reading the orders the rest.
_WHOLE = 1000
_SEARCHING = 900


class Casebook(Journal, Orders, Kinds, Safekeeping, EventBook, Protocol):
    """Where the results of the work are kept."""

    @property
    def card_records(self) -> CardNotices:
        """Where what the mails tell of cards is kept."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What the work on one case needs; `outside` is what its mails are judged by."""

    case: Case
    mailboxes: Mailboxes
    archive: Archive
    mails: Mails
    book: Casebook
    catalogue: Catalogue
    clock: Clock
    outside: Outside


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """The share of a job between *begin* and *end* thousandths of the whole."""

    progress: Progress
    begin: int
    end: int

    def report(self, done: int, total: int) -> None:
        share = (self.end - self.begin) * done // max(total, 1)
        self.progress.report(self.begin + share, _WHOLE)


def take_in_and_read(
    request: TakeIn,
    desk: Desk,
    progress: Progress,
    *,
    on_mails: Callable[[Sequence[KeptMail]], None],
) -> TakenIn:
    """Archive the mails of a case, then read the orders out of the archive.

    When it is cancelled or the disk is full, what was kept until then stays kept and is
    told; the orders are then read by the next intake, or by `read_orders`.
    """
    intake = take_in(
        request.sources,
        wanted=wanted_for(
            desk.catalogue,
            [desk.case.answers.service],
            since=request.since or _beginning(desk),
        ),
        places=Places(
            mailboxes=desk.mailboxes,
            archive=desk.archive,
            mails=desk.mails,
            journal=JournalOfCase(journal=desk.book, case=desk.case),
            catalogue=desk.catalogue,
            clock=desk.clock,
        ),
        progress=_Part(progress=progress, begin=0, end=_SEARCHING),
        on_mails=on_mails,
    )
    _keep_report(intake, desk)
    orders = None
    if intake.ending is Ending.DONE:
        orders = _read_unless_cancelled(desk, progress)
    return TakenIn(case=desk.case, intake=intake, orders=orders)


def read_orders(desk: Desk, progress: Progress) -> OrdersRead:
    """Read the orders of a case out of its archived mails, by the present packs.

    They replace what was read before, and so do the kinds of the mails, whether these
    are genuine, what they say happened to the account, and what they tell of uses of
    cards.

    Raises:
        Cancelled: If the user wishes so; then what was read before stays.

    """
    read = _read_mails(desk, progress)
    now = desk.clock.now()
    orders = read.orders.orders(zone=now.tzinfo or UTC)
    real = [order for order in orders if not order.is_forged]
    desk.book.reclassify(desk.case, read.kinds, verdicts=read.verdicts)
    trusted, verdicts = desk.outside.trusted, read.verdicts.values()
    note_verdicts(desk.case, verdicts, trusted=trusted, journal=desk.book, at=now)
    # Practice takes place on days of its own, whatever the clock says.
    until = None if desk.case.is_practice else now
    keep_events(desk.case, read.events.events(until=until), desk.book, at=now)
    found = read.notices.result(until=until)
    records = desk.book.card_records
    keep_notices(desk.case, found, records, journal=desk.book, at=now)
    # Last: the orders tell by what all of this was read.
    desk.book.replace(
        desk.case,
        {order_key(order): order for order in orders},
        packs=reading_stamp(desk.catalogue.version, trusted),
        at=now,
    )
    return OrdersRead(
        orders=len(real),
        not_understood=sum(order.layout == UNKNOWN_LAYOUT for order in real),
        missing=read.missing,
        notices=len(found.notices),
        notices_unread=found.unread,
    )


@dataclass(slots=True)
class _Read:
    """What was read: of orders, of mails that are of another kind, and not at all.

    `verdicts` are those on the mails that tell something.
    """

    events: EventReading
    notices: NoticeReading
    orders: OrderReading
    kinds: dict[str, tuple[str, MailKind]] = field(default_factory=dict)
    verdicts: dict[str, Verdict] = field(default_factory=dict)
    missing: int = 0


def _read_mails(desk: Desk, progress: Progress) -> _Read:
    services = services_sharing_sign_in(desk.case.answers.service, desk.catalogue)
    read = _Read(
        events=EventReading(catalogue=desk.catalogue, services=services),
        notices=NoticeReading(catalogue=desk.catalogue),
        orders=OrderReading(),
    )
    mails = {mail.sha256: mail for mail in desk.mails.all()}
    for number, mail in enumerate(mails.values()):
        progress.report(number, len(mails))
        try:
            raw = desk.archive.read(mail.sha256)
        except KeyError:
            read.missing += 1
            continue
        told = read_mail(raw, mail.quoting, desk.catalogue, desk.outside)
        _take(told, mail, read)
    progress.report(len(mails), len(mails))
    return read


def _take(told: ReadMail, mail: KeptMail, read: _Read) -> None:
    message, claims, verdict = told.message, told.claims, told.verdict
    if (claims.service, claims.kind) != (mail.service, mail.kind):
        read.kinds[mail.sha256] = claims.service, claims.kind
    read.events.read(message, mail.sha256, claims, verdict)
    read.notices.read(message, mail.sha256, claims, verdict)
    read.orders.read(message, mail=mail.sha256, found=claims, verdict=verdict)
    if claims.kind is not MailKind.OTHER:
        read.verdicts[mail.sha256] = verdict()


def _beginning(desk: Desk) -> datetime:
    noticed, zone = desk.case.answers.noticed, desk.clock.now().tzinfo
    return beginning_of(LookBack.HALF_YEAR, noticed, zone=zone)


def _keep_report(intake: IntakeReport, desk: Desk) -> None:
    now = desk.clock.now()
    coverage: list[Covered | NotCovered] = [*intake.covered, *intake.not_covered]
    coverage += intake.unreadable
    desk.book.read(desk.case, coverage, at=now)
    if intake.manifest is not None:
        desk.book.sealed(desk.case, Seal(at=now, sha256=intake.manifest))


def _read_unless_cancelled(desk: Desk, progress: Progress) -> OrdersRead | None:
    part = _Part(progress=progress, begin=_SEARCHING, end=_WHOLE)
    try:
        return read_orders(desk, part)
    except Cancelled:
        return None
