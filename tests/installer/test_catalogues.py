import shutil
from pathlib import Path

import pytest

import catalogues


@pytest.fixture
def copied(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Let the commands work on a copy of the catalogues."""
    folder = tmp_path / "i18n"
    folder.mkdir()
    for catalogue in catalogues.CATALOGUES.glob("*.ts"):
        shutil.copy(catalogue, folder)
    monkeypatch.setattr(catalogues, "CATALOGUES", folder)
    return folder


def test_a_catalogue_without_a_text_of_the_program_is_not_current(
    copied: Path,
) -> None:
    catalogues.update_catalogues(copied)
    assert catalogues.catalogues_are_current()
    japanese = copied / "torimodosu_ja.ts"
    japanese.write_text(
        japanese.read_text("utf-8").replace("<source>", "<source>No longer: ", 1),
        "utf-8",
    )
    assert not catalogues.catalogues_are_current()


def test_a_missing_catalogue_is_not_current(copied: Path) -> None:
    (copied / "torimodosu_ja.ts").unlink()
    assert not catalogues.catalogues_are_current()


def test_an_unfinished_translation_is_reported_and_still_compiled(
    copied: Path,
) -> None:
    japanese = copied / "torimodosu_ja.ts"
    text = japanese.read_text("utf-8")
    japanese.write_text(
        text.replace("<translation>", '<translation type="unfinished">', 1), "utf-8"
    )
    assert catalogues.compile_catalogues()
    assert (copied / "torimodosu_ja.qm").exists()
    assert not catalogues.compile_catalogues("-fail-on-unfinished")
