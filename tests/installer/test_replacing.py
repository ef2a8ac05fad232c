import os
from pathlib import Path

import pytest

from replacing import replacing


def test_a_file_is_replaced_by_another_and_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / "a.qm"
    path.write_bytes(b"before")
    with path.open("rb") as in_memory:
        with replacing(path) as fresh:
            fresh.write_bytes(b"after")
            assert path.read_bytes() == b"before"
        assert in_memory.read() == b"before"
        assert not os.path.samestat(path.stat(), os.fstat(in_memory.fileno()))
    assert path.read_bytes() == b"after"
    assert [one.name for one in tmp_path.iterdir()] == ["a.qm"]


def half_written(path: Path) -> None:
    with replacing(path) as fresh:
        fresh.write_bytes(b"half")
        _ = 1 / 0


def test_where_nothing_was_written_the_file_before_stays(tmp_path: Path) -> None:
    path = tmp_path / "a.qm"
    path.write_bytes(b"before")
    with replacing(path):
        pass
    with pytest.raises(ZeroDivisionError):
        half_written(path)
    assert path.read_bytes() == b"before"
    assert [one.name for one in tmp_path.iterdir()] == ["a.qm"]


def test_what_is_written_meanwhile_lies_hidden(tmp_path: Path) -> None:
    with replacing(tmp_path / "a.qm") as fresh:
        assert fresh.parent.name.startswith(".")
        assert fresh.parent.parent == tmp_path
