"""Where the dialogs for files begin."""

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from torimodosu.adapters.store import Store
from torimodosu.window.kit.file_choice import (
    Use,
    asked_file,
    asked_files,
    asked_folder,
    asked_path,
)
from torimodosu.window.memory import Memory


class Answers:
    """Says what a person chooses, and hears where a dialog began."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.began: list[str] = []
        self.chosen: list[Path] = []
        patch.setattr(QFileDialog, "getOpenFileNames", self._files)
        patch.setattr(QFileDialog, "getOpenFileName", self._file)
        patch.setattr(QFileDialog, "getSaveFileName", self._file)
        patch.setattr(QFileDialog, "getExistingDirectory", self._folder)

    def _files(self, *asked: object) -> tuple[list[str], str]:
        chosen = self._folder(*asked)
        return [chosen] if chosen else [], ""

    def _file(self, *asked: object) -> tuple[str, str]:
        return self._folder(*asked), ""

    def _folder(self, *asked: object) -> str:
        self.began.append(str(asked[2]))
        return str(self.chosen.pop(0)) if self.chosen else ""


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> Answers:
    return Answers(monkeypatch)


def window_on(qtbot: QtBot, store: Store) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    Memory(store).setParent(window)
    return window


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a home folder that has none of the usual ones yet."""
    missing = str(tmp_path / "missing")
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _kind: missing)
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    return tmp_path


def usual_folders(monkeypatch: pytest.MonkeyPatch, home: Path) -> tuple[Path, Path]:
    folders = home / "Downloads", home / "Documents"
    kinds = QStandardPaths.StandardLocation
    found = {
        kinds.DownloadLocation: str(folders[0]),
        kinds.DocumentsLocation: str(folders[1]),
    }
    monkeypatch.setattr(QStandardPaths, "writableLocation", found.__getitem__)
    for folder in folders:
        folder.mkdir()
    return folders


def test_files_are_looked_for_among_downloads_and_written_among_documents(
    qtbot: QtBot,
    store: Store,
    answers: Answers,
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    downloads, documents = usual_folders(monkeypatch, home)
    window = window_on(qtbot, store)
    assert asked_files(window, "Which?") == ()
    assert asked_file(window, "Which?") == ""
    assert asked_folder(window, "Which?", Use.READ) == ""
    assert asked_folder(window, "Where?", Use.WRITE) == ""
    assert asked_path(window, "Where?", "log.txt") is None
    read, written = str(downloads), str(documents)
    assert answers.began == [*[read] * 3, written, str(documents / "log.txt")]


def test_the_last_folders_are_remembered_from_day_to_day(
    qtbot: QtBot, store: Store, answers: Answers, tmp_path: Path
) -> None:
    mails, stick = tmp_path / "mails", tmp_path / "stick"
    for folder in (mails, stick):
        folder.mkdir()
    window = window_on(qtbot, store)
    answers.chosen = [mails / "one.eml", stick / "log.txt"]
    assert asked_files(window, "Which?") == (str(mails / "one.eml"),)
    assert asked_path(window, "Where?", "log.txt") == stick / "log.txt"
    other = window_on(qtbot, store)
    inner = QWidget(other)
    asked_file(inner, "Which?")
    asked_folder(inner, "Where?", Use.WRITE)
    assert answers.began[2:] == [str(mails), str(stick)]


def test_a_folder_that_is_gone_is_passed_over(
    qtbot: QtBot, store: Store, answers: Answers, home: Path
) -> None:
    store.set(Use.READ.value, str(home / "stick"))
    asked_file(window_on(qtbot, store), "Which?")
    assert answers.began == [str(home)]


def test_beside_a_folder_that_is_read_are_others(
    qtbot: QtBot, store: Store, answers: Answers, tmp_path: Path
) -> None:
    folder = tmp_path / "parent" / "mails"
    folder.mkdir(parents=True)
    window = window_on(qtbot, store)
    for use, last in ((Use.READ, folder.parent), (Use.WRITE, folder)):
        answers.chosen = [folder]
        assert asked_folder(window, "Which?", use) == str(folder)
        asked_folder(window, "Which?", use)
        assert answers.began[-1] == str(last)


def test_every_kind_of_file_can_be_chosen_after_all(
    qtbot: QtBot, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []

    def answer(*said: object) -> tuple[list[str], str]:
        asked.extend(said)
        return [], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", answer)
    asked_files(window_on(qtbot, store), "Which?", "CSV (*.csv)")
    assert asked[3] == "CSV (*.csv);;All files (*)"
