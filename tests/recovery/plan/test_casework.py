"""Taking in and reading, where something is in the way."""

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
from torimodosu.recovery.evidence.intake_report import Ending
from torimodosu.recovery.evidence.ports import ArchiveFullError
from torimodosu.recovery.mail.judging.examined import Outside
from torimodosu.recovery.mail.kind import MailKind
from torimodosu.recovery.mail.search import Covered, Found
from torimodosu.recovery.plan.casework import (
    Desk,
    read_orders,
    take_in_and_read,
)
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.tasks import TakeIn, TakenIn
from torimodosu.recovery.progress import Cancelled
from torimodosu.resources import resource

BOX = Covered(source="box", messages=2, size=1000)


class SmallArchive(BagArchive):
    """A bag on a disk that has room for one mail."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._room = 1

    def keep(self, found: Found) -> str:
        if self._room == 0:
            raise ArchiveFullError
        self._room -= 1
        return super().keep(found)


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


def test_newer_packs_give_mails_another_kind(store: Store, desk: Desk) -> None:
    take_in(desk)
    new = [(mail.service, mail.kind) for mail in desk.mails.all()]
    old = ("", MailKind.SIGN_IN_ALERT)
    store.reclassify(desk.case, {mail.sha256: old for mail in desk.mails.all()})
    assert {(mail.service, mail.kind) for mail in desk.mails.all()} == {old}
    read_orders(desk, Steps())
    assert [(mail.service, mail.kind) for mail in desk.mails.all()] == new


def test_progress_never_goes_back_and_ends_at_the_whole(desk: Desk) -> None:
    progress = Steps()
    take_in(desk, progress)
    assert progress.heard == sorted(progress.heard)
    assert progress.heard[-1] == (1000, 1000)
