"""The disk that holds store and archive fills up while mails are taken in."""

from datetime import date
from pathlib import Path

from tests.fakes.clock import FRIDAY_NIGHT, FixedClock
from tests.fakes.kept_mails import found, raw_mail
from tests.fakes.mailboxes import FakeMailboxes
from tests.fakes.progress import Steps
from tests.fakes.small_disks import mounted
from torimodosu.adapters.archive import BagArchive, verify_bag
from torimodosu.adapters.store import Store
from torimodosu.recovery.case.case import Answers, MailPlace, SignIn
from torimodosu.recovery.catalogue.catalogue import Catalogue
from torimodosu.recovery.evidence.case_journal import JournalOfCase
from torimodosu.recovery.evidence.intake import Places, take_in
from torimodosu.recovery.evidence.intake_report import Ending
from torimodosu.recovery.mail.search import EVERYTHING, Covered

ANSWERS = Answers(
    service="amazon.co.jp",
    noticed=date(2026, 3, 13),
    sign_in=SignIn.NO,
    mail_place=MailPlace.GMAIL,
)


def test_what_was_kept_is_noted_sealed_and_goes_on_when_there_is_room(
    tmp_path: Path,
) -> None:
    with mounted(tmp_path / "disk", size="8m") as disk:
        ballast = disk / "ballast"
        ballast.write_bytes(b"x" * 3 * 2**20)
        store = Store.at(disk / "cases.sqlite")
        case = store.open(ANSWERS, at=FRIDAY_NIGHT, is_practice=False)
        mails = [found(raw_mail(n) + b"x" * 9_000, offset=n) for n in range(300)]
        places = Places(
            mailboxes=FakeMailboxes(*mails, Covered(source="b", messages=300, size=9)),
            archive=BagArchive(disk / "bag"),
            mails=store.mails(case),
            journal=JournalOfCase(journal=store, case=case),
            catalogue=Catalogue(version="1", services={}, issuers={}),
            clock=FixedClock(),
        )
        full = take_in(["b"], wanted=EVERYTHING, places=places, progress=Steps())
        assert full.ending is Ending.DISK_FULL
        assert full.manifest is not None
        assert 0 < full.kept == len(places.mails.all()) < 300
        assert verify_bag(disk / "bag").valid
        ballast.unlink()
        again = take_in(["b"], wanted=EVERYTHING, places=places, progress=Steps())
        assert again.ending is Ending.DONE
        assert again.kept + full.kept == again.kept + again.again == 300
        assert verify_bag(disk / "bag").valid
