"""Opening the files that exports of passwords lie in."""

import io
import os
import sys
import zipfile
from pathlib import Path

import pytest

from torimodosu.adapters import password_files
from torimodosu.adapters.password_files import read_password_file
from torimodosu.recovery.passwords.exports.outcome import ExportError, ExportTrouble


def trouble_of(path: Path) -> ExportTrouble:
    with pytest.raises(ExportError) as caught:
        read_password_file(path)
    return caught.value.trouble


def packed(**members: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as pack:
        for name, content in members.items():
            pack.writestr(name, content)
    return file.getvalue()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "export"


def test_a_file_is_its_one_export(path: Path) -> None:
    path.write_bytes(b"name,password\n")
    assert read_password_file(path) == [b"name,password\n"]


def test_what_is_packed_is_unpacked_without_pictures(path: Path) -> None:
    members = {
        "export.data": b"{}",
        "files/logo.png": b"picture",
        "credentials.csv": b"a,b\n",
    }
    path.write_bytes(packed(**members))
    assert read_password_file(path) == [b"{}", b"a,b\n"]


def test_a_missing_file_is_told(path: Path) -> None:
    assert trouble_of(path) is ExportTrouble.UNREADABLE


def test_a_folder_is_told(tmp_path: Path) -> None:
    assert trouble_of(tmp_path) is ExportTrouble.NOT_A_FILE


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such pipes")
def test_a_pipe_is_not_waited_for(path: Path) -> None:
    os.mkfifo(path)
    assert trouble_of(path) is ExportTrouble.NOT_A_FILE


@pytest.mark.parametrize(
    ("content", "trouble"),
    [
        (b"PK\x03\x04", ExportTrouble.DAMAGED),
        (packed(**{"picture.png": b""}), ExportTrouble.NOT_AN_EXPORT),
        (packed(**{"export.csv": b"x" * 999})[:-40], ExportTrouble.DAMAGED),
        (
            packed(**{f"{n}.csv": b"" for n in range(101)}),
            ExportTrouble.NOT_AN_EXPORT,
        ),
    ],
)
def test_a_pack_that_is_no_export_says_why(
    path: Path, content: bytes, trouble: ExportTrouble
) -> None:
    path.write_bytes(content)
    assert trouble_of(path) is trouble


def test_an_encrypted_pack_says_so(path: Path) -> None:
    raw = bytearray(packed(**{"export.csv": b"secret"}))
    raw[6] |= 1  # the flag of the file itself
    raw[raw.index(b"PK\x01\x02") + 8] |= 1  # and that of the directory
    path.write_bytes(raw)
    assert trouble_of(path) is ExportTrouble.ENCRYPTED


def test_what_is_larger_than_any_export_is_not_read(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(password_files, "LARGEST_EXPORT", 1000)
    path.write_bytes(b"x" * 1001)
    assert trouble_of(path) is ExportTrouble.TOO_LARGE
    path.write_bytes(packed(**{"export.csv": b"x" * 1001}))
    assert trouble_of(path) is ExportTrouble.TOO_LARGE


def test_a_pack_that_lies_about_its_size_is_cut_off(path: Path) -> None:
    raw = bytearray(packed(**{"export.csv": b"x" * 1_000_000}))
    at = raw.index(b"PK\x01\x02") + 24  # where it says the size (APPNOTE, 4.3.12)
    assert raw[at : at + 4] == (1_000_000).to_bytes(4, "little")
    raw[at : at + 4] = (10).to_bytes(4, "little")
    path.write_bytes(raw)
    try:
        assert [len(part) for part in read_password_file(path)] == [10]
    except ExportError as error:
        assert error.trouble is ExportTrouble.DAMAGED  # noqa: PT017 -- either will do
