"""What becomes of an archive whose disk is full, or may not be written."""

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.fakes.clock import FRIDAY_NIGHT
from tests.fakes.kept_mails import found, kept, raw_mail
from tests.fakes.small_disks import mount, mounted
from torimodosu.adapters.archive import BagArchive, verify_bag
from torimodosu.recovery.case.journal import Entry, Kind
from torimodosu.recovery.evidence.ports import ArchiveFullError, ArchiveUnwritableError
from torimodosu.recovery.mail.kept import KeptMail

ENTRIES = [Entry(at=FRIDAY_NIGHT, kind=Kind.OPENED)]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    with mounted(tmp_path / "disk", size="4m") as folder:
        yield folder


def fill(archive: BagArchive, *, size: int, together: int = 1) -> list[KeptMail]:
    """Keep mails of *size* bytes, so many *together*, until the disk is full."""
    mails: list[KeptMail] = []
    for first in range(0, 10_000, together):
        numbers = range(first, first + together)
        raws = [raw_mail(number) + b"x" * size for number in numbers]
        try:
            for mail, sha256 in archive.keep(*map(found, raws)):
                mails.append(kept(mail.raw))
                assert mails[-1].sha256 == sha256
        except ArchiveFullError:
            return mails
    raise AssertionError


@pytest.mark.parametrize("together", [1, 5])
@pytest.mark.parametrize("size", [200, 20_000, 700_000])
def test_a_full_disk_keeps_what_was_kept_and_can_still_be_sealed(
    small_disk: Path, size: int, together: int
) -> None:
    archive = BagArchive(small_disk / "bag")
    mails = fill(archive, size=size, together=together)
    assert mails
    archive.seal(mails, ENTRIES)
    assert verify_bag(small_disk / "bag").valid
    assert all(archive.read(mail.sha256) for mail in mails)


def test_a_bag_that_could_not_be_sealed_is_sealed_once_there_is_room(
    small_disk: Path,
) -> None:
    archive = BagArchive(small_disk / "bag")
    mails = fill(archive, size=9_000)
    ballast = small_disk / "ballast"
    with suppress(OSError), ballast.open("wb", buffering=0) as file:
        while file.write(b"x" * 4096):
            pass
    with pytest.raises(ArchiveFullError):
        archive.seal(mails, ENTRIES)
    assert all(archive.read(mail.sha256) for mail in mails)
    ballast.unlink()
    archive.seal(mails, ENTRIES)
    assert verify_bag(small_disk / "bag").valid


def test_a_second_sealing_fits_on_a_disk_that_the_first_left_full(
    small_disk: Path,
) -> None:
    archive = BagArchive(small_disk / "bag")
    mails = fill(archive, size=2_000)
    archive.seal(mails, ENTRIES)
    mails += fill(archive, size=2_000)
    archive.seal(mails, ENTRIES)
    assert verify_bag(small_disk / "bag").valid


def test_a_full_disk_has_room_for_noting_what_was_kept(small_disk: Path) -> None:
    archive = BagArchive(small_disk / "bag")
    mails = fill(archive, size=9_000)
    (small_disk / "notes").write_bytes(b"x" * 2**19)
    archive.seal(mails, ENTRIES)
    assert verify_bag(small_disk / "bag").valid


@pytest.mark.skipif(sys.platform == "win32", reason="no limit on file sizes there")
def test_a_mail_larger_than_the_disk_allows_leaves_nothing_behind(
    tmp_path: Path,
) -> None:
    import resource  # noqa: PLC0415 -- it does not exist on Windows

    archive = BagArchive(tmp_path / "bag")
    archive.keep(found(raw_mail(1)))
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2**21, before[1]))
    try:
        with pytest.raises(ArchiveFullError, match="bag"):
            next(archive.keep(found(b"x" * 2**22)))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert list((tmp_path / "bag" / "incoming").iterdir()) == []
    archive.seal([kept(raw_mail(1))], ENTRIES)
    assert verify_bag(tmp_path / "bag").valid


def test_a_disk_that_may_only_be_read_is_told_and_can_be_read(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    with mounted(disk, size="4m"):
        archive = BagArchive(disk / "bag")
        ((_, sha256),) = archive.keep(found(raw_mail(1)))
        archive.seal([kept(raw_mail(1))], ENTRIES)
        mount("-o", "remount,ro", str(disk))
        with pytest.raises(ArchiveUnwritableError, match="bag"):
            next(archive.keep(found(raw_mail(2))))
        with pytest.raises(ArchiveUnwritableError, match="bag"):
            archive.seal([], [])
        assert archive.read(sha256) == raw_mail(1)
        assert verify_bag(disk / "bag").valid


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="root may write everywhere"
)
def test_a_folder_without_permission_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(ArchiveUnwritableError):
        next(BagArchive(tmp_path / "bag").keep(found(raw_mail(1))))
    tmp_path.chmod(0o700)
