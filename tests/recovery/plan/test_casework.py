"""Taking in and reading, where something is in the way."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.cli.mails import ORDER, mail
from tests.contracts.cases import SHOP
from tests.fakes.clock import FRIDAY_NIGHT, FixedClock
from tests.fakes.kept_mails import found, raw_mail
from tests.fakes.mailboxes import FakeMailboxes
from tests.fakes.progress import Steps
from torimodosu.adapters.archive import BagArchive
from torimodosu.adapters.packs import load_catalogue
from torimodosu.adapters.store import Store
from torimodosu.recovery.case.certainty import Certainty
from torimodosu.recovery.case.journal import Kind
from torimodosu.recovery.evidence.intake_report import Ending
from torimodosu.recovery.evidence.ports import ArchiveFullError
from torimodosu.recovery.mail.judging.examined import Outside
from torimodosu.recovery.mail.judging.judgement import Verdict
from torimodosu.recovery.mail.kind import MailKind
from torimodosu.recovery.mail.search import Covered, Found
from torimodosu.recovery.plan.casework import (
    Desk,
    read_orders,
    take_in_and_read,
)
from torimodosu.recovery.plan.proof import are_orders_stale
from torimodosu.recovery.plan.sign_in import reset_of
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.tasks import TakeIn, TakenIn
from torimodosu.recovery.plan.trusting_servers import answer_server
from torimodosu.recovery.progress import Cancelled
from torimodosu.resources import resource

BOX = Covered(source="box", messages=2, size=1000)


class SmallArchive(BagArchive):
    """A bag on a disk that has room for one mail."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._room = 1

    def keep(self, *found: Found) -> Iterator[tuple[Found, str]]:
        yield from super().keep(*found[: self._room])
        if len(found) > self._room:
            raise ArchiveFullError
        self._room -= len(found)


@pytest.fixture
def desk(store: Store, tmp_path: Path) -> Desk:
    case = store.open(SHOP, at=FRIDAY_NIGHT, is_practice=False)
    return Desk(
        case=case,
        mailboxes=FakeMailboxes(found(raw_mail(1)), found(raw_mail(2)), BOX),
        archive=BagArchive(tmp_path / "bag"),
        mails=store.mails(case),
        book=store,
        catalogue=load_catalogue(resource("catalogue")),
        clock=FixedClock(),
        outside=Outside.unaided(FRIDAY_NIGHT),
    )


def take_in(desk: Desk, progress: Steps | None = None) -> TakenIn:
    request = TakeIn(case=desk.case, sources=("box",))
    return take_in_and_read(
        request, desk, progress or Steps(), on_mails=lambda _mails: None
    )


def look(store: Store, desk: Desk) -> Snapshot:
    return store.snapshot(desk.case, at=FRIDAY_NIGHT)


def test_half_a_year_before_the_discovery_is_looked_through(desk: Desk) -> None:
    take_in(desk)
    assert isinstance(desk.mailboxes, FakeMailboxes)
    ((sources, wanted),) = desk.mailboxes.asked
    assert sources == ("box",)
    assert wanted.since is not None
    assert wanted.since.date() == SHOP.noticed - timedelta(days=180)
    assert "amazon.co.jp" in wanted.domains


def test_who_asks_for_older_mails_gets_them(desk: Desk) -> None:
    long_ago = FRIDAY_NIGHT - timedelta(days=900)
    request = TakeIn(case=desk.case, sources=("box",), since=long_ago)
    take_in_and_read(request, desk, Steps(), on_mails=lambda _mails: None)
    assert isinstance(desk.mailboxes, FakeMailboxes)
    assert desk.mailboxes.asked[0][1].since == long_ago


def test_a_disk_that_fills_up_keeps_what_was_kept(
    store: Store, desk: Desk, tmp_path: Path
) -> None:
    desk = replace(desk, archive=SmallArchive(tmp_path / "small"))
    taken = take_in(desk)
    assert (taken.intake.ending, taken.intake.kept) == (Ending.DISK_FULL, 1)
    assert taken.orders is None
    assert look(store, desk).orders_at is None
    assert look(store, desk).read_at == FRIDAY_NIGHT


def test_a_mail_that_is_gone_from_the_archive_is_counted(
    desk: Desk, tmp_path: Path
) -> None:
    take_in(desk)
    mail, *_ = desk.mails.all()
    (tmp_path / "bag" / "data" / "mails" / f"{mail.sha256}.eml").unlink()
    assert read_orders(desk, Steps()).missing == 1


def test_cancelled_reading_leaves_what_was_read_before(
    store: Store, desk: Desk
) -> None:
    take_in(desk)
    before = look(store, desk)
    with pytest.raises(Cancelled):
        read_orders(desk, Steps(most=1))
    assert look(store, desk) == before


def test_the_order_of_a_forged_mail_is_kept_apart(store: Store, desk: Desk) -> None:
    forged = mail(
        ORDER.replace("0000001", "0000002"), sender="Amazon <info@amaz0n.example>"
    )
    boxes = FakeMailboxes(found(mail()), found(forged), BOX)
    taken = take_in(replace(desk, mailboxes=boxes))
    assert taken.orders is not None
    assert taken.orders.orders == 1
    snapshot = look(store, desk)
    assert [*snapshot.orders] == ["250-7777777-0000001"]
    assert [*snapshot.forged_orders] == ["250-7777777-0000002"]
    assert snapshot.unsorted == ("250-7777777-0000001",)


CHANGE = "ご要望の通り、アカウントのパスワードを変更いたしました。\n"
MX, SHOP_HOST = "mx.post.example", "amazon.co.jp"


def account_mail(*, sender: str = f"account-update@{SHOP_HOST}") -> bytes:
    """Return a mail about a new password, with a note of a mail server on top."""
    head = (
        f"Received: from a.smtp-out.{SHOP_HOST} (a.smtp-out.{SHOP_HOST} [192.0.2.1])\n"
        f"\tby {MX} with ESMTPS; Fri, 13 Mar 2026 15:20:00 +0900\n"
        f"Authentication-Results: {MX};\n"
        f"\tdmarc=pass header.from={SHOP_HOST}\n"
    )
    subject = "Amazon.co.jpのアカウントの修正"
    return head.encode() + mail(CHANGE, subject=subject, sender=sender, number=2)


def judged(desk: Desk, raw: bytes) -> Desk:
    """Return *desk* after *raw* was taken in."""
    desk = replace(desk, mailboxes=FakeMailboxes(found(raw), BOX))
    take_in(desk)
    return desk


def noted(store: Store, desk: Desk, kind: Kind) -> list[str]:
    return [entry.text for entry in store.entries(desk.case) if entry.kind is kind]


def test_what_a_forged_mail_tells_of_the_account_proves_nothing(
    store: Store, desk: Desk
) -> None:
    # Of an address of the shop, which anybody can write, with a link of a forger.
    forged = mail(
        f"{CHANGE}https://amazon.co.jp.sign-in.example/ap/signin\n"
        "24時間以内にカード情報を再入力してください。\n",
        subject="Amazon.co.jpのアカウントの修正",
        sender=f"account-update@{SHOP_HOST}",
        number=2,
    )
    judged(desk, b"Received-SPF: fail\n" + _sent_by_stranger() + forged)
    snapshot = look(store, desk)
    assert snapshot.events == ()
    (event,) = snapshot.forged_events
    assert event.verdict is Verdict.NOT_GENUINE
    assert reset_of(snapshot) is None
    assert snapshot.notices == ()
    (words,) = noted(store, desk, Kind.MAILS_JUDGED)
    assert words == "genuine=0 not_genuine=1 cannot_tell=0 own="


def _sent_by_stranger() -> bytes:
    return (
        b"Received: from amazon.co.jp (unknown [203.0.113.7])\n"
        b"\tby mx.post.example with SMTP; Fri, 13 Mar 2026 15:20:00 +0900\n"
    )


def test_a_server_that_the_user_trusts_proves_what_its_mails_tell(
    store: Store, desk: Desk
) -> None:
    desk = judged(desk, account_mail())
    before = reset_of(look(store, desk))
    assert before is not None
    assert (before.certainty, before.verdict) == (
        Certainty.PROBABLE,
        Verdict.CANNOT_TELL,
    )
    answer_server(desk.case, MX, is_own=True, book=store, at=FRIDAY_NIGHT)
    packs = desk.catalogue.version
    assert are_orders_stale(look(store, desk), packs)
    own = look(store, desk).own_servers
    desk = replace(desk, outside=replace(desk.outside, trusted=own))
    read_orders(desk, Steps())
    after = reset_of(look(store, desk))
    assert after is not None
    assert (after.certainty, after.verdict) == (Certainty.CONFIRMED, Verdict.GENUINE)
    assert not are_orders_stale(look(store, desk), packs)
    assert noted(store, desk, Kind.MAILS_JUDGED) == [
        "genuine=0 not_genuine=0 cannot_tell=1 own=",
        f"genuine=1 not_genuine=0 cannot_tell=0 own={MX}",
    ]
    assert len(noted(store, desk, Kind.ACCOUNT_EVENT)) == 2


def test_what_is_judged_as_before_is_not_noted_again(store: Store, desk: Desk) -> None:
    desk = judged(desk, account_mail())
    read_orders(desk, Steps())
    assert len(noted(store, desk, Kind.MAILS_JUDGED)) == 1
    assert len(noted(store, desk, Kind.ACCOUNT_EVENT)) == 1


def test_newer_packs_give_mails_another_kind(store: Store, desk: Desk) -> None:
    take_in(desk)
    new = [(mail.service, mail.kind) for mail in desk.mails.all()]
    old = ("", MailKind.SIGN_IN_ALERT)
    kinds = {mail.sha256: old for mail in desk.mails.all()}
    store.reclassify(desk.case, kinds, verdicts={})
    assert {(mail.service, mail.kind) for mail in desk.mails.all()} == {old}
    read_orders(desk, Steps())
    assert [(mail.service, mail.kind) for mail in desk.mails.all()] == new


def test_progress_never_goes_back_and_ends_at_the_whole(desk: Desk) -> None:
    progress = Steps()
    take_in(desk, progress)
    assert progress.heard == sorted(progress.heard)
    assert progress.heard[-1] == (1000, 1000)
