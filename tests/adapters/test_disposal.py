import os
import sys
from pathlib import Path

import pytest

from torimodosu.adapters.disposal import dispose_of

SECRET = b"correct horse battery staple " * 5000


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "export.csv"
    path.write_bytes(SECRET)
    return path


def test_a_file_is_gone(file: Path) -> None:
    assert dispose_of(file)
    assert not file.exists()


def test_what_it_held_is_overwritten_where_it_lay(file: Path) -> None:
    with file.open("rb") as still_open:
        assert dispose_of(file)
        if sys.platform != "win32":  # which keeps open files
            assert still_open.read() == bytes(len(SECRET))


def test_what_is_gone_already_is_gone(tmp_path: Path) -> None:
    assert dispose_of(tmp_path / "none.csv")


def test_a_folder_stays_and_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    assert not dispose_of(folder)
    assert folder.is_dir()


def test_a_link_is_left_alone(file: Path) -> None:
    link = file.with_name("link")
    link.symlink_to(file)
    assert not dispose_of(link)
    assert link.is_symlink()
    assert file.read_bytes() == SECRET


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such pipes")
def test_a_pipe_that_nobody_reads_does_not_hold_it_up(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert dispose_of(pipe)


def test_what_has_another_name_keeps_its_content_there(file: Path) -> None:
    other = file.with_name("other")
    os.link(file, other)
    assert dispose_of(file)
    assert other.read_bytes() == SECRET


def test_a_file_that_may_not_be_written_is_deleted_all_the_same(file: Path) -> None:
    file.chmod(0o400)
    assert dispose_of(file)
    assert not file.exists()
