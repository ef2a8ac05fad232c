"""The data packs are compiled when they, or what reads them, have changed."""

import shutil
from pathlib import Path

import pytest

import data_packs


@pytest.fixture
def packs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = Path(shutil.copytree(data_packs.PACKS, tmp_path / "packs"))
    compiled = folder / data_packs.COMPILED.name
    compiled.unlink(missing_ok=True)
    readers = tuple(
        Path(shutil.copy(reader, tmp_path)) for reader in data_packs.READERS
    )
    monkeypatch.setattr(data_packs, "PACKS", folder)
    monkeypatch.setattr(data_packs, "COMPILED", compiled)
    monkeypatch.setattr(data_packs, "READERS", readers)
    monkeypatch.setattr(data_packs, "STAMP", tmp_path / "stamp")
    return folder


@pytest.mark.parametrize("changed", ["packs/senders.toml", "reading.py", "plain.py"])
def test_packs_are_compiled_once_and_again_after_a_change(
    packs: Path, changed: str
) -> None:
    compiled = data_packs.COMPILED
    data_packs.compile_packs()
    first = compiled.stat().st_mtime_ns
    data_packs.compile_packs()
    assert compiled.stat().st_mtime_ns == first
    with (packs.parent / changed).open("a", encoding="utf-8") as file:
        file.write("\n")
    data_packs.compile_packs()
    assert compiled.stat().st_mtime_ns > first


def test_packs_are_compiled_again_where_what_they_were_compiled_to_is_gone(
    packs: Path,
) -> None:
    data_packs.compile_packs()
    data_packs.COMPILED.unlink()
    data_packs.compile_packs()
    assert (packs / "compiled.json").exists()
