"""What sealing does with mails and journals that are not as they were."""

from pathlib import Path

import pytest

from tests.adapters.archive.bags import ENTRIES, faults, keep
from tests.fakes.clock import FRIDAY_NIGHT
from tests.fakes.kept_mails import raw_mail
from torimodosu.adapters.archive import BagArchive, verify_bag
from torimodosu.recovery.case.journal import Entry, Kind
from torimodosu.recovery.evidence.bag_report import Fault


@pytest.mark.parametrize("damage", [b"", b"x", b"x" * len(raw_mail(1))])
def test_a_damaged_mail_is_not_read_and_is_mended_by_keeping_it_again(
    archive: BagArchive, folder: Path, damage: bytes
) -> None:
    mail = keep(archive, 1)
    (folder / "data" / "mails" / f"{mail.sha256}.eml").write_bytes(damage)
    with pytest.raises(KeyError):
        archive.read(mail.sha256)
    keep(archive, 1)
    assert archive.read(mail.sha256) == raw_mail(1)


@pytest.mark.parametrize("name", ["ab" * 32, "../../bagit", "", "x"])
def test_what_is_not_kept_cannot_be_read(archive: BagArchive, name: str) -> None:
    keep(archive, 1)
    archive.seal([], [])
    with pytest.raises(KeyError):
        archive.read(name)


def test_sealing_does_not_make_a_changed_mail_right(
    archive: BagArchive, folder: Path
) -> None:
    mail = keep(archive, 1)
    archive.seal([mail], ENTRIES)
    path = f"data/mails/{mail.sha256}.eml"
    (folder / path).write_bytes(raw_mail(1).replace(b"order", b"ORDER"))
    archive.seal([mail], ENTRIES)
    assert faults(folder) == {(path, Fault.CHECKSUM_WRONG)}


@pytest.mark.parametrize("is_known", [True, False])
def test_sealing_does_not_forget_a_mail_that_is_gone(
    archive: BagArchive, folder: Path, *, is_known: bool
) -> None:
    mail = keep(archive, 1)
    archive.seal([mail], ENTRIES)
    path = f"data/mails/{mail.sha256}.eml"
    (folder / path).unlink()
    archive.seal([mail] if is_known else [], ENTRIES)
    assert (path, Fault.MISSING) in faults(folder)


def test_sealing_does_not_take_up_a_foreign_file(
    archive: BagArchive, folder: Path
) -> None:
    archive.seal([keep(archive, 1)], ENTRIES)
    (folder / "data" / "mails" / "smuggled.eml").write_bytes(b"x")
    archive.seal([], ENTRIES)
    assert ("data/mails/smuggled.eml", Fault.NOT_LISTED) in faults(folder)


def test_a_kept_mail_that_nobody_knows_is_sealed_too(
    archive: BagArchive, folder: Path
) -> None:
    mail = keep(archive, 1)
    archive.seal([], ENTRIES)
    assert verify_bag(folder).valid
    index = (folder / "data/index.csv").read_bytes()
    assert mail.sha256.encode() in index
    assert b"Amazon.co.jp order 1" in index


def test_a_damaged_mail_that_nobody_knows_is_in_the_index(
    archive: BagArchive, folder: Path
) -> None:
    mail = keep(archive, 1)
    (folder / "data" / "mails" / f"{mail.sha256}.eml").write_bytes(b"damage")
    archive.seal([], ENTRIES)
    assert mail.sha256.encode() in (folder / "data/index.csv").read_bytes()


def journals(folder: Path) -> list[bytes]:
    return sorted(path.read_bytes() for path in (folder / "data").glob("journal*"))


def test_a_journal_that_grew_takes_the_place_of_the_one_before(
    archive: BagArchive, folder: Path
) -> None:
    archive.seal([], ENTRIES[:1])
    archive.seal([], ENTRIES)
    assert len(journals(folder)) == 1
    assert verify_bag(folder).valid


def test_a_journal_that_is_not_continued_is_set_aside(
    archive: BagArchive, folder: Path
) -> None:
    archive.seal([], ENTRIES)
    other = [Entry(at=FRIDAY_NIGHT, kind=Kind.NOTE, text="another past")]
    before = (folder / "data/journal.txt").read_bytes()
    for _ in range(2):
        archive.seal([], other)
        assert before in journals(folder)
        assert len(journals(folder)) == 2
        assert verify_bag(folder).valid


def test_a_journal_that_was_set_aside_cannot_be_changed_unseen(
    archive: BagArchive, folder: Path
) -> None:
    archive.seal([], ENTRIES)
    archive.seal([], ENTRIES[1:])
    (aside,) = (folder / "data").glob("journal-*.txt")
    aside.write_bytes(b"rewritten")
    archive.seal([], ENTRIES[1:])
    path = f"data/{aside.name}"
    assert (path, Fault.CHECKSUM_WRONG) in faults(folder)


def test_a_broken_journal_makes_way_for_the_true_one(
    archive: BagArchive, folder: Path
) -> None:
    archive.seal([], ENTRIES)
    true = (folder / "data/journal.txt").read_bytes()
    (folder / "data/journal.txt").write_bytes(true.replace(b"opened", b"OPENED"))
    archive.seal([], ENTRIES)
    assert journals(folder) == [true]
