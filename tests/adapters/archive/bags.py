"""What the tests of the archive keep, and what they find in its folder."""

import hashlib
from pathlib import Path

from tests.fakes.clock import FRIDAY_NIGHT
from tests.fakes.kept_mails import found, kept, raw_mail
from torimodosu.adapters.archive import BagArchive, verify_bag
from torimodosu.recovery.case.journal import Entry, Kind
from torimodosu.recovery.evidence.bag_report import Fault
from torimodosu.recovery.mail.kept import KeptMail

ENTRIES = [
    Entry(at=FRIDAY_NIGHT, kind=Kind.OPENED),
    Entry(at=FRIDAY_NIGHT, kind=Kind.SOURCE_CHOSEN, text="メール"),
]


def keep(archive: BagArchive, number: int) -> KeptMail:
    raw = raw_mail(number)
    ((_, sha256),) = archive.keep(found(raw))
    assert sha256 == hashlib.sha256(raw).hexdigest()
    return kept(raw)


def faults(folder: Path) -> set[tuple[str, Fault]]:
    return {(item.path, item.fault) for item in verify_bag(folder).faults}


def files(folder: Path) -> set[str]:
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file()
    }
