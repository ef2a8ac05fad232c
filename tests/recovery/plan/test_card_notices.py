"""What the usage-notice mails of a case tell, gathered and kept."""

from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal
from functools import partial
from pathlib import Path

import pytest

from tests.contracts.cases import SHOP
from tests.fakes.clock import FRIDAY_NIGHT, FixedClock
from tests.fakes.kept_mails import found, raw_mail
from tests.fakes.mailboxes import FakeMailboxes
from tests.fakes.progress import Steps
from tests.recovery.statements.notices.mails import (
    RAKUTEN_SUBJECT,
    SHIPPED,
    SMBC_SUBJECT,
    notice_mail,
    smbc,
)
from torimodosu.adapters.archive import BagArchive
from torimodosu.adapters.store import Store
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.case.journal import Kind
from torimodosu.recovery.evidence.wanted import wanted_for
from torimodosu.recovery.mail.classify import Classified, classify
from torimodosu.recovery.mail.judging.examined import Outside
from torimodosu.recovery.mail.judging.judgement import Verdict
from torimodosu.recovery.mail.kind import MailKind
from torimodosu.recovery.mail.message import Message
from torimodosu.recovery.mail.search import Covered
from torimodosu.recovery.plan.card_notices import (
    NoticeReading,
    NoticesRead,
    keep_notices,
)
from torimodosu.recovery.plan.casework import Desk, take_in_and_read
from torimodosu.recovery.plan.tasks import OrdersRead, TakeIn

HOUR = timedelta(hours=1)
USED = replace(
    notice_mail("smbc_card", SMBC_SUBJECT, smbc()),
    date=FRIDAY_NIGHT,
    message_id="1@issuer.example",
)
ODD = replace(USED, text="ご利用がありました。", message_id="2@issuer.example")
RAKUTEN = "■利用日: 2026/03/13\n■利用先: ささの書店\n■利用金額: 2,480 円\n"


GENUINE, OPEN, FORGED = Verdict.GENUINE, Verdict.CANNOT_TELL, Verdict.NOT_GENUINE


def gathered(*mails: Message, until: datetime | None = None) -> NoticesRead:
    return judged(*((mail, OPEN) for mail in mails), until=until)


def judged(
    *mails: tuple[Message, Verdict], until: datetime | None = None
) -> NoticesRead:
    reading = NoticeReading(catalogue=SHIPPED)
    for number, (mail, verdict) in enumerate(mails):
        claims = classify(mail, SHIPPED)
        reading.read(mail, f"{number}", claims, partial(_verdict, verdict))
    return reading.result(until=until)


def _verdict(verdict: Verdict) -> Verdict:
    return verdict


def test_what_is_read_and_what_is_not_is_counted() -> None:
    read = gathered(USED, ODD)
    assert [str(notice.amount) for notice in read.notices] == ["1600"]
    assert (read.mails, read.unread) == (1, 1)


def test_a_copy_with_other_headers_says_nothing_more() -> None:
    read = gathered(USED, USED, ODD, ODD)
    assert (len(read.notices), read.mails, read.unread) == (1, 1, 1)
    assert read.notices[0].mails == ("0",)
    nameless = replace(USED, message_id="")
    assert len(gathered(nameless, nameless).notices) == 2


def test_of_two_copies_the_one_that_can_be_read_is_read() -> None:
    broken = replace(USED, text="")
    assert len(gathered(broken, USED).notices) == 1


FULL = notice_mail("rakuten_card", RAKUTEN_SUBJECT, RAKUTEN)
EARLY = replace(
    FULL,
    subject=f"【速報版】{RAKUTEN_SUBJECT}",
    text="■利用日: 2026/03/13\n■利用金額: 2,480 円\n",
    message_id="early",
)


def test_two_mails_about_one_use_are_one_notice() -> None:
    read = gathered(EARLY, FULL)
    assert (len(read.notices), read.mails) == (1, 2)
    assert read.notices[0].mails == ("0", "1")


@pytest.mark.parametrize(
    ("early", "full", "verdict"),
    [
        (GENUINE, GENUINE, GENUINE),
        (GENUINE, OPEN, OPEN),
        (OPEN, GENUINE, OPEN),
    ],
)
def test_a_use_is_as_sure_as_the_worst_of_its_mails(
    early: Verdict, full: Verdict, verdict: Verdict
) -> None:
    (notice,) = judged((EARLY, early), (FULL, full)).notices
    assert notice.verdict is verdict


@pytest.mark.parametrize("other", [GENUINE, OPEN])
def test_a_use_that_only_a_forged_mail_tells_stands_apart(other: Verdict) -> None:
    read = judged((EARLY, FORGED), (FULL, other))
    assert [notice.mails for notice in read.notices] == [("1",)]
    assert [notice.mails for notice in read.forged] == [("0",)]
    assert (read.mails, read.unread, read.forged_mails) == (1, 0, 1)


@pytest.mark.parametrize(
    ("first", "then", "real", "forged"),
    [
        (FORGED, OPEN, "1", "0"),
        (OPEN, FORGED, "0", "1"),
        (OPEN, GENUINE, "1", ""),
        (GENUINE, OPEN, "0", ""),
    ],
)
def test_a_forged_mail_never_stands_for_the_one_whose_name_it_bears(
    first: Verdict, then: Verdict, real: str, forged: str
) -> None:
    read = judged((USED, first), (USED, then))
    assert "".join(mail for one in read.notices for mail in one.mails) == real
    assert "".join(mail for one in read.forged for mail in one.mails) == forged


def test_a_forged_mail_that_tells_no_use_is_none_that_was_not_understood() -> None:
    read = judged((ODD, FORGED))
    assert (read.forged, read.unread, read.forged_mails) == ((), 0, 1)


@pytest.mark.parametrize(("ahead", "uses"), [(HOUR, 1), (2 * HOUR, 0)])
def test_a_mail_from_the_future_is_not_believed(ahead: timedelta, uses: int) -> None:
    mail = replace(USED, date=FRIDAY_NIGHT + ahead)
    assert len(gathered(mail, until=FRIDAY_NIGHT).notices) == uses
    assert len(gathered(mail).notices) == 1


def test_mails_of_other_kinds_and_of_nobody_are_left_alone() -> None:
    reading = NoticeReading(catalogue=SHIPPED)
    for claims in (
        Classified(issuer="smbc_card", kind=MailKind.OTHER),
        Classified(issuer="unknown", kind=MailKind.CARD_USAGE),
        Classified(service="amazon.co.jp", kind=MailKind.CARD_USAGE),
    ):
        reading.read(USED, "0", claims, partial(_verdict, OPEN))
    read = reading.result(until=None)
    assert (read.notices, read.mails, read.unread) == ((), 0, 0)


@pytest.fixture
def case(store: Store) -> Case:
    return store.open(SHOP, at=FRIDAY_NIGHT, is_practice=False)


def keep(store: Store, case: Case, read: NoticesRead) -> None:
    keep_notices(case, read, store.card_records, journal=store, at=FRIDAY_NIGHT)


def noted(store: Store, case: Case) -> list[str]:
    entries = store.entries(case)
    return [entry.text for entry in entries if entry.kind is Kind.NOTICES_READ]


def test_notices_replace_those_before_and_are_noted_once(
    store: Store, case: Case
) -> None:
    keep(store, case, gathered(USED, ODD))
    keep(store, case, gathered(USED, ODD))
    kept = store.card_records.card_notices(case)
    assert tuple(kept) == gathered(USED, ODD).notices
    assert noted(store, case) == ["uses=1 mails=1 unread=1 not_genuine=0"]
    keep(store, case, gathered())
    assert list(store.card_records.card_notices(case)) == []
    assert noted(store, case)[1:] == ["uses=0 mails=0 unread=0 not_genuine=0"]


def test_uses_of_forged_mails_are_kept_behind_the_others_and_counted(
    store: Store, case: Case
) -> None:
    read = judged((EARLY, FORGED), (USED, OPEN))
    keep(store, case, read)
    kept = store.card_records.card_notices(case)
    assert tuple(kept) == (*read.notices, *read.forged)
    assert [notice.is_forged for notice in kept] == [False, True]
    assert noted(store, case) == ["uses=1 mails=1 unread=0 not_genuine=1"]


def test_mails_that_tell_nothing_are_noted_too(store: Store, case: Case) -> None:
    keep(store, case, gathered())
    assert noted(store, case) == []
    keep(store, case, gathered(ODD))
    assert noted(store, case) == ["uses=0 mails=0 unread=1 not_genuine=0"]


def raw(message: Message) -> bytes:
    head = (
        f"From: {message.sender.address}\r\n"
        "Subject: =?utf-8?Q?"
        + "".join(f"={byte:02X}" for byte in message.subject.encode())
        + f"?=\r\nMessage-ID: <{message.message_id}>\r\n"
        "Date: Fri, 13 Mar 2026 15:20:00 +0000\r\n"
        "Content-Type: text/plain; charset=utf-8\r\n\r\n"
    )
    return head.encode() + message.text.encode()


def test_uses_are_read_together_with_the_orders(
    store: Store, case: Case, tmp_path: Path
) -> None:
    box = Covered(source="box", messages=3, size=1000)
    mails = (raw_mail(1), raw(USED), raw(ODD))
    desk = Desk(
        case=case,
        mailboxes=FakeMailboxes(*map(found, mails), box),
        archive=BagArchive(tmp_path / "bag"),
        mails=store.mails(case),
        book=store,
        catalogue=SHIPPED,
        clock=FixedClock(),
        outside=Outside(keys=lambda _name: None, trusted=frozenset(), at=FRIDAY_NIGHT),
    )
    request = TakeIn(case=case, sources=("box",))
    taken = take_in_and_read(request, desk, Steps(), on_mails=lambda _mails: None)
    assert taken.orders == OrdersRead(
        orders=0, not_understood=0, missing=0, notices=1, notices_unread=1
    )
    (notice,) = store.card_records.card_notices(case)
    assert (notice.issuer, notice.amount) == ("smbc_card", Decimal(1600))


def test_the_mails_of_every_issuer_are_looked_for() -> None:
    domains = set(wanted_for(SHIPPED, ["amazon.co.jp"]).domains)
    for issuer in SHIPPED.issuers.values():
        assert domains.issuperset(issuer.sender_domains)
