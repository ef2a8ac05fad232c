import re
import sys
from pathlib import Path

import pytest

import environment
import lock

LOCKS = (environment.LOCK, lock.BUNDLE_LOCK)


def test_a_python_that_is_too_old_is_refused(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 10, 12))
    with pytest.raises(SystemExit, match="2"):
        environment.check_python()
    assert "Python 3.11 or newer is needed" in capsys.readouterr().err


def test_a_part_is_made_again_when_what_it_is_made_from_changes(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(environment, "ROOT", tmp_path)
    (tmp_path / "lock").write_text("one", "utf-8")
    first = environment.fingerprint("lock")
    assert environment.fingerprint("lock") == first
    (tmp_path / "lock").write_text("two", "utf-8")
    assert environment.fingerprint("lock") != first
    (tmp_path / "lock").write_text("one", "utf-8")
    monkeypatch.setattr(sys, "version", "3.99.0")
    assert environment.fingerprint("lock") != first


def test_nothing_is_installed_where_everything_fits(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    made: list[str] = []
    stamps = {"LIBRARIES_STAMP": tmp_path / "a", "PROGRAM_STAMP": tmp_path / "b"}
    for name, stamp in stamps.items():
        monkeypatch.setattr(environment, name, stamp)
    monkeypatch.setattr(environment, "install_libraries", lambda: made.append("libs"))
    monkeypatch.setattr(environment, "install_program", lambda: made.append("program"))
    environment.provide_environment()
    told = capsys.readouterr().err
    assert "a few minutes" in told
    assert "数分かかります" in told
    environment.provide_environment()
    assert made == ["libs", "program"]
    assert capsys.readouterr().err == ""
    stamps["PROGRAM_STAMP"].write_text("of an older checkout", "utf-8")
    environment.provide_environment()
    assert made == ["libs", "program", "program"]


@pytest.mark.parametrize("locked", LOCKS, ids=lambda path: path.stem)
def test_a_lock_file_names_no_package_index(locked: Path) -> None:
    assert "://" not in locked.read_text("utf-8")


@pytest.mark.parametrize("locked", LOCKS, ids=lambda path: path.stem)
def test_every_locked_library_is_fixed_by_its_hashes(locked: Path) -> None:
    text = locked.read_text("utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line[:1].strip("# ")]
    assert len(lines) > 20
    wanted = re.compile(r"[\w.-]+==\S+( ; [^\\]+?)?( +--hash=sha256:[0-9a-f]{64})+ *")
    assert [line for line in lines if not wanted.fullmatch(line)] == []
