"""A secret in the clipboard, and how it gets out of there again."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication

from torimodosu.window.clipboard import SECONDS, SecretClipboard


@pytest.fixture
def clipboard(qapp: QApplication) -> Iterator[SecretClipboard]:
    del qapp
    made = SecretClipboard()
    yield made
    made.stop()
    system().clear()


def system() -> QClipboard:
    return QGuiApplication.clipboard()


def count_down(clipboard: SecretClipboard, seconds: int) -> None:
    for _ in range(seconds):
        clipboard.count_down()


def test_a_copy_goes_after_half_a_minute(clipboard: SecretClipboard) -> None:
    told: list[int] = []
    clipboard.remaining.connect(told.append)
    clipboard.copy("287082")
    count_down(clipboard, SECONDS - 1)
    assert system().text() == "287082"
    count_down(clipboard, 1)
    assert system().text() == ""
    assert told == list(range(30, -1, -1))


def test_a_second_copy_stays_as_long_as_the_first_would(
    clipboard: SecretClipboard,
) -> None:
    clipboard.copy("287082")
    count_down(clipboard, SECONDS - 1)
    clipboard.copy("359152")
    count_down(clipboard, SECONDS - 1)
    assert system().text() == "359152"
    assert clipboard.seconds_left == 1


def test_who_has_copied_is_told_before_the_seconds(clipboard: SecretClipboard) -> None:
    told: list[object] = []
    clipboard.copied.connect(lambda: told.append("copied"))
    clipboard.remaining.connect(told.append)
    clipboard.copy("287082")
    assert told == ["copied", SECONDS]


@pytest.mark.parametrize("other", ["a shopping list", "287 082", "買い物メモ", ""])
def test_what_the_person_copied_meanwhile_stays(
    clipboard: SecretClipboard, other: str
) -> None:
    clipboard.copy("287082")
    system().setText(other)
    clipboard.stop()
    assert system().text() == other
    assert clipboard.seconds_left == 0


def test_it_is_stopped_at_the_end_of_the_program(clipboard: SecretClipboard) -> None:
    clipboard.copy("a long pass phrase")
    clipboard.stop()
    assert system().text() == ""
    assert clipboard.seconds_left == 0


def test_where_nothing_was_copied_the_clipboard_is_left_alone(
    clipboard: SecretClipboard,
) -> None:
    system().setText("")
    told: list[int] = []
    clipboard.remaining.connect(told.append)
    clipboard.stop()
    system().setText("a shopping list")
    clipboard.count_down()
    assert system().text() == "a shopping list"
    assert told == []


def test_what_keeps_copies_is_asked_not_to_keep_it(clipboard: SecretClipboard) -> None:
    clipboard.copy("287082")
    data = system().mimeData()
    marks = {name: bytes(data.data(name).data()) for name in data.formats()}
    assert marks.pop("text/plain") == b"287082"
    assert marks == {"x-kde-passwordManagerHint": b"secret"}


# Copies a code, quits as a person does, and tells what is left of it.
QUITTING = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from torimodosu.bootstrap.window import fill
from torimodosu.window.shell import Shell

app = QApplication([])
shell = Shell(geometry="", theme="")
fill(app, shell, Path(sys.argv[1]))
frame = shell.centralWidget()
frame.book.clipboard.copy("287082")
print(app.clipboard().text())
QTimer.singleShot(0, frame.leave)
app.exec()
print(app.clipboard().text())
"""


def test_nothing_is_left_of_it_when_the_program_ends(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", QUITTING, str(tmp_path)],
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    assert done.stdout == "287082\n\n"
