from pathlib import Path

from tests.fakes.clock import FixedClock
from tests.fakes.kept_mails import found, raw_mail
from tests.fakes.mailboxes import FakeMailboxes
from tests.fakes.progress import Steps
from torimodosu.adapters.archive import BagArchive, BagFolder
from torimodosu.recovery.catalogue.catalogue import Catalogue
from torimodosu.recovery.evidence.intake import Places
from torimodosu.recovery.evidence.pack import pack
from torimodosu.recovery.evidence.verification import verify_evidence
from torimodosu.recovery.mail.search import Wanted


def test_a_pack_is_a_bag_of_its_own_that_verifies(tmp_path: Path) -> None:
    raws = [raw_mail(1), raw_mail(2), raw_mail(1)]
    mailboxes = FakeMailboxes(*(found(raw, offset=n) for n, raw in enumerate(raws)))
    places = Places(
        mailboxes=mailboxes,
        archive=BagArchive(tmp_path),
        catalogue=Catalogue(version="1", services={}, issuers={}),
        clock=FixedClock(),
    )
    wanted = Wanted(domains=("amazon.co.jp",), names=())
    report = pack(["box"], wanted=wanted, places=places, progress=Steps())
    assert (report.messages, report.size) == (2, len(raws[0]) + len(raws[1]))
    assert report.intake.manifest is not None
    verified = verify_evidence(BagFolder(tmp_path))
    assert verified.valid
    assert verified.mails == 2
