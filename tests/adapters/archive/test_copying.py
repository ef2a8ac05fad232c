import sys
from pathlib import Path

import pytest

from tests.fakes.clock import FRIDAY_NIGHT
from tests.fakes.kept_mails import found, kept, raw_mail
from tests.fakes.progress import Steps
from tests.fakes.small_disks import mounted
from tests.fakes.syncing import synced_by
from torimodosu.adapters.archive import BagArchive, copy_bag, verify_bag
from torimodosu.recovery.case.journal import Entry, Kind
from torimodosu.recovery.evidence.bag_report import Fault
from torimodosu.recovery.evidence.ports import ArchiveFullError, ArchiveUnwritableError
from torimodosu.recovery.progress import Cancelled

RAWS = [raw_mail(number) + b"x" * 100_000 for number in range(5)]


@pytest.fixture
def bag(tmp_path: Path) -> Path:
    folder = tmp_path / "bag"
    archive = BagArchive(folder)
    for raw in RAWS:
        archive.keep(found(raw))
    mails = [kept(raw) for raw in RAWS]
    archive.seal(mails, [Entry(at=FRIDAY_NIGHT, kind=Kind.OPENED)])
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_a_copy_is_the_same_bag_and_verifies(bag: Path, tmp_path: Path) -> None:
    target = tmp_path / "usb" / "証拠"
    report = copy_bag(bag, target, Steps())
    assert report.valid
    assert contents(target) == contents(bag)
    assert [path.name for path in target.parent.iterdir()] == ["証拠"]


@pytest.mark.skipif(sys.platform != "linux", reason="/proc tells what is synced")
def test_every_name_of_the_copy_is_on_the_disk(
    bag: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "usb" / "copy"
    synced = synced_by(monkeypatch, lambda: copy_bag(bag, target, Steps()), target)
    before = [path for is_there, path in synced if not is_there]
    assert {path.name for path in before} >= {"data", "mails", "manifest-sha256.txt"}
    assert synced[-1] == (True, target.parent)


def test_progress_tells_of_copying_and_of_checking(bag: Path, tmp_path: Path) -> None:
    steps = Steps()
    copy_bag(bag, tmp_path / "copy", steps)
    shares = [done / total for done, total in steps.heard]
    assert shares == sorted(shares)
    assert 0.5 in shares
    assert shares[-1] == 1.0


def test_what_is_not_of_the_bag_stays_behind(bag: Path, tmp_path: Path) -> None:
    BagArchive(bag).keep(found(raw_mail(9)))
    (bag / "data" / "secret").symlink_to(tmp_path / "elsewhere")
    copy_bag(bag, tmp_path / "copy", Steps())
    assert not (tmp_path / "copy" / "incoming").exists()
    assert not (tmp_path / "copy" / "data" / "secret").is_symlink()


def test_a_fault_of_the_bag_shows_in_its_copy(bag: Path, tmp_path: Path) -> None:
    path = f"data/mails/{kept(RAWS[0]).sha256}.eml"
    (bag / path).write_bytes(RAWS[0].replace(b"x", b"y"))
    report = copy_bag(bag, tmp_path / "copy", Steps())
    assert [(item.path, item.fault) for item in report.faults] == [
        (path, Fault.CHECKSUM_WRONG)
    ]


def test_nothing_is_written_over(bag: Path, tmp_path: Path) -> None:
    (tmp_path / "copy").mkdir()
    with pytest.raises(FileExistsError, match="copy"):
        copy_bag(bag, tmp_path / "copy", Steps())
    assert list((tmp_path / "copy").iterdir()) == []


@pytest.mark.parametrize("most", [0, 3])
def test_a_cancelled_copy_leaves_nothing(bag: Path, tmp_path: Path, most: int) -> None:
    with pytest.raises(Cancelled):
        copy_bag(bag, tmp_path / "usb" / "copy", Steps(most))
    assert list((tmp_path / "usb").iterdir()) == []


def test_a_stick_that_is_too_small_is_told_and_left_clean(
    bag: Path, tmp_path: Path
) -> None:
    with mounted(tmp_path / "usb", size="300k") as stick:
        with pytest.raises(ArchiveFullError, match="copy"):
            copy_bag(bag, stick / "copy", Steps())
        assert list(stick.iterdir()) == []


def test_a_place_that_cannot_be_written_is_told(bag: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(ArchiveUnwritableError, match="copy"):
        copy_bag(bag, tmp_path / "file" / "copy", Steps())


def test_a_bag_that_is_not_there_cannot_be_copied(tmp_path: Path) -> None:
    with pytest.raises(ArchiveUnwritableError):
        copy_bag(tmp_path / "nothing", tmp_path / "copy", Steps())
    assert not verify_bag(tmp_path / "copy").complete
