from pathlib import Path

import bagit  # type: ignore[import-untyped]  # it ships none
import pytest

from tests.fakes.clock import FRIDAY_NIGHT
from tests.fakes.kept_mails import found, kept, raw_mail
from torimodosu.adapters.archive import BagArchive, may_be_archive
from torimodosu.recovery.case.journal import Entry, Kind


def test_a_new_and_an_empty_folder_may_become_an_archive(tmp_path: Path) -> None:
    assert may_be_archive(tmp_path)
    assert may_be_archive(tmp_path / "new" / "bag")


@pytest.mark.parametrize("is_sealed", [True, False])
def test_an_archive_may_be_gone_on_with(tmp_path: Path, *, is_sealed: bool) -> None:
    archive = BagArchive(tmp_path)
    archive.keep(found(raw_mail(1)))
    if is_sealed:
        archive.seal([kept(raw_mail(1))], [Entry(at=FRIDAY_NIGHT, kind=Kind.OPENED)])
    assert may_be_archive(tmp_path)


@pytest.mark.parametrize("name", ["letter.txt", "data", "incoming", "bagit.txt"])
def test_a_folder_with_other_things_in_it_is_no_archive(
    tmp_path: Path, name: str
) -> None:
    (tmp_path / name).mkdir()
    assert not may_be_archive(tmp_path)


def test_a_bag_of_somebody_else_is_no_archive(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("dear", "utf-8")
    bagit.make_bag(str(tmp_path))
    assert not may_be_archive(tmp_path)


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(NotADirectoryError):
        may_be_archive(tmp_path / "file")
