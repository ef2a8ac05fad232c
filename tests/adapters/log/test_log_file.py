import stat
import sys
from pathlib import Path

import pytest

from torimodosu.adapters.log.log_file import LARGEST, LogFile


def test_lines_are_read_as_they_were_added(tmp_path: Path) -> None:
    file = LogFile(tmp_path / "log.txt")
    assert file.text() == ""
    file.add("one")
    file.add("two")
    assert LogFile(tmp_path / "log.txt").text() == "one\ntwo\n"


def test_it_never_grows_beyond_twice_its_size(tmp_path: Path) -> None:
    file = LogFile(tmp_path / "log.txt")
    line = "x" * 1023
    for _ in range(3 * LARGEST // 1024):
        file.add(line)
    file.add("the newest")
    assert sum(path.stat().st_size for path in tmp_path.iterdir()) <= 2 * LARGEST
    assert file.text().endswith("the newest\n")
    assert {path.name for path in tmp_path.iterdir()} == {"log.txt", "log.older.txt"}


def test_deleting_leaves_nothing(tmp_path: Path) -> None:
    file = LogFile(tmp_path / "log.txt")
    file.add("x" * LARGEST)
    file.add("more")
    file.delete()
    assert list(tmp_path.iterdir()) == []
    assert file.text() == ""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_nobody_else_reads_it(tmp_path: Path) -> None:
    file = LogFile(tmp_path / "log.txt")
    file.add("one")
    assert stat.S_IMODE(file.path.stat().st_mode) == 0o600
