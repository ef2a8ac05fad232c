import os
import stat
import sys
import threading
from pathlib import Path

import pytest

from tests.fakes.syncing import synced_by
from torimodosu.adapters.private_file import write_private_file


def test_a_file_takes_the_place_of_another_and_leaves_nothing_else(
    tmp_path: Path,
) -> None:
    path = tmp_path / "バックアップ.kdbx"
    for content in (b"first", b"second"):
        write_private_file(path, content)
        assert path.read_bytes() == content
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(sys.platform != "linux", reason="/proc tells what is synced")
def test_its_name_is_on_the_disk_after_its_content(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "backup.kdbx"
    synced = synced_by(monkeypatch, lambda: write_private_file(path, b"secret"), path)
    (is_there_too_early, content), name = synced
    assert (is_there_too_early, content.parent) == (False, tmp_path)
    assert name == (True, tmp_path)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_nobody_else_may_read_it(tmp_path: Path) -> None:
    path = tmp_path / "backup.kdbx"
    write_private_file(path, b"secret")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_what_lies_in_the_way_gets_no_secret(tmp_path: Path) -> None:
    folder, elsewhere = tmp_path / "shared", tmp_path / "elsewhere"
    folder.mkdir()
    # The name of the process and of the thread can be guessed.
    (folder / f"{os.getpid()}-{threading.get_ident()}").symlink_to(elsewhere)
    path = folder / "backup.kdbx"
    path.symlink_to(elsewhere)
    write_private_file(path, b"secret")
    assert not elsewhere.exists()
    assert not path.is_symlink()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_nothing_is_left_of_what_cannot_be_written(tmp_path: Path) -> None:
    path = tmp_path / "backup.kdbx"
    path.mkdir()
    with pytest.raises(OSError, match="backup"):
        write_private_file(path, b"secret")
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="gone"):
        write_private_file(tmp_path / "gone" / "backup.kdbx", b"secret")
