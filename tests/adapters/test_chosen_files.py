import os
from pathlib import Path

import pytest

from torimodosu.adapters.chosen_files import read_chosen_file
from torimodosu.recovery.file_trouble import FileTrouble


def test_the_bytes_of_a_file_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"a,b\r\n")
    assert read_chosen_file(path) == b"a,b\r\n"


def test_no_more_is_read_than_is_wanted(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(bytes(11))
    assert read_chosen_file(path, most=11) == bytes(11)
    assert read_chosen_file(path, most=10) is FileTrouble.TOO_LARGE


def test_a_folder_and_a_device_are_no_files(tmp_path: Path) -> None:
    for path in (tmp_path, Path(os.devnull)):
        assert read_chosen_file(path) is FileTrouble.NOT_A_FILE


def test_a_file_that_has_gone_is_told(tmp_path: Path) -> None:
    gone = read_chosen_file(tmp_path / "a.csv")
    assert gone is FileTrouble.UNREADABLE


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
@pytest.mark.skipif(
    hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may read everything"
)
def test_a_file_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"a")
    path.chmod(0)
    assert read_chosen_file(path) is FileTrouble.NO_PERMISSION
