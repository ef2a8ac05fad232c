import hashlib
import threading
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import bagit  # type: ignore[import-untyped]  # it ships none
import pytest

from tests.adapters.archive.bags import ENTRIES, files, keep
from tests.fakes.kept_mails import found, raw_mail
from torimodosu.adapters.archive import BagArchive, verify_bag
from torimodosu.recovery.evidence.ports import ArchiveUnwritableError


def test_a_mail_is_kept_byte_for_byte_under_its_hash(
    archive: BagArchive, folder: Path
) -> None:
    raw = b"From: a\r\n\n\0>From \xff\r"
    ((_, sha256),) = archive.keep(found(raw))
    assert (folder / "data" / "mails" / f"{sha256}.eml").read_bytes() == raw
    assert archive.read(sha256) == raw


def test_the_folder_may_be_there_already(archive: BagArchive, folder: Path) -> None:
    folder.mkdir(parents=True)
    archive.seal([keep(archive, 1)], ENTRIES)
    assert verify_bag(folder).valid


def test_an_empty_mail_is_kept_like_any_other(archive: BagArchive) -> None:
    ((_, sha256),) = archive.keep(found(b""))
    assert archive.read(sha256) == b""


def test_a_sealed_bag_is_valid_for_us_and_for_others(
    archive: BagArchive, folder: Path
) -> None:
    mails = [keep(archive, number) for number in range(3)]
    manifest = archive.seal(mails, ENTRIES)
    assert verify_bag(folder).valid
    assert bagit.Bag(str(folder)).is_valid()
    written = (folder / "manifest-sha256.txt").read_bytes()
    assert hashlib.sha256(written).hexdigest() == manifest
    assert files(folder) == {
        "bagit.txt",
        "bag-info.txt",
        "manifest-sha256.txt",
        "tagmanifest-sha256.txt",
        "data/index.csv",
        "data/index.html",
        "data/journal.txt",
        *(f"data/mails/{mail.sha256}.eml" for mail in mails),
    }
    assert not (folder / "incoming").exists()


def test_a_bag_without_mails_is_valid(archive: BagArchive, folder: Path) -> None:
    archive.seal([], [])
    assert verify_bag(folder).valid


def test_the_index_shows_dates_as_they_are_for_the_person(
    archive: BagArchive, folder: Path
) -> None:
    archive.seal([keep(archive, 1)], [])
    assert b"2026-03-14T00:20:00+09:00" in (folder / "data/index.csv").read_bytes()


def test_without_a_zone_the_index_uses_that_of_the_computer(folder: Path) -> None:
    archive = BagArchive(folder)
    mail = keep(archive, 1)
    archive.seal([mail], [])
    assert mail.date is not None
    shown = mail.date.astimezone().isoformat()
    assert shown.encode() in (folder / "data/index.csv").read_bytes()


def test_a_date_at_the_end_of_time_is_shown_as_it_is(
    archive: BagArchive, folder: Path
) -> None:
    last = datetime(9999, 12, 31, 23, 59, tzinfo=UTC)
    archive.seal([replace(keep(archive, 1), date=last)], [])
    assert b"9999-12-31T23:59:00+00:00" in (folder / "data/index.csv").read_bytes()


def test_the_same_bytes_are_written_once(archive: BagArchive, folder: Path) -> None:
    mail = keep(archive, 1)
    path = folder / "data" / "mails" / f"{mail.sha256}.eml"
    before = path.stat()
    keep(archive, 1)
    after = path.stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


def test_what_a_killed_program_left_is_cleared(
    archive: BagArchive, folder: Path
) -> None:
    mail = keep(archive, 1)
    (folder / "incoming" / "4242-1").write_bytes(b"half a ma")
    archive.seal([mail], ENTRIES)
    assert verify_bag(folder).valid
    assert not (folder / "incoming").exists()
    assert archive.read(keep(archive, 2).sha256) == raw_mail(2)


def test_two_bags_at_once_do_not_mix(tmp_path: Path) -> None:
    one, two = BagArchive(tmp_path / "1"), BagArchive(tmp_path / "2")
    first, second = keep(one, 1), keep(two, 2)
    one.seal([first], ENTRIES)
    two.seal([second], ENTRIES)
    for archive, other in ((one, second), (two, first)):
        with pytest.raises(KeyError):
            archive.read(other.sha256)
    assert verify_bag(tmp_path / "1").valid
    assert verify_bag(tmp_path / "2").valid


def test_several_threads_may_fill_and_seal_one_bag(folder: Path) -> None:
    failures: list[Exception] = []

    def work(start: int) -> None:
        archive = BagArchive(folder)
        try:
            for number in range(start, start + 40):
                keep(archive, number % 60)
                if number % 7 == 0:
                    archive.seal([], ENTRIES)
        except Exception as error:  # noqa: BLE001 -- told by the assertion below
            failures.append(error)

    threads = [threading.Thread(target=work, args=(start,)) for start in (0, 10, 20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    BagArchive(folder).seal([], ENTRIES)
    assert verify_bag(folder).valid
    assert len(list((folder / "data" / "mails").iterdir())) == 60


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    archive = BagArchive(tmp_path / "file" / "bag")
    with pytest.raises(ArchiveUnwritableError, match="bag"):
        keep(archive, 1)
    with pytest.raises(ArchiveUnwritableError, match="bag"):
        archive.seal([], [])
