import pytest
from PySide6.QtGui import QFontMetrics
from pytestqt.qtbot import QtBot

from torimodosu.window.kit.look import Look
from torimodosu.window.password_entry import PasswordEntry


@pytest.fixture
def entry(qtbot: QtBot, look: Look) -> PasswordEntry:
    entry = PasswordEntry(look, "New password")
    qtbot.addWidget(entry)
    entry.resize(400, 60)
    entry.show()
    return entry


def width_of_text(entry: PasswordEntry) -> int:
    entry.ensurePolished()
    return QFontMetrics(entry.font()).horizontalAdvance(entry.text())


def test_a_long_password_is_shown_whole(entry: PasswordEntry) -> None:
    entry.show_password("a" * 15)
    large = entry.font().pixelSize()
    entry.show_password("Shirase4-nigiri-akashi-gaikotsu-tobira")
    assert width_of_text(entry) <= entry.width()
    assert entry.font().pixelSize() < large
    entry.resize(900, 60)
    assert entry.font().pixelSize() == large


def test_a_password_is_shown_from_its_beginning(entry: PasswordEntry) -> None:
    entry.show_password("b" * 500)
    assert entry.cursorPosition() == 0


def test_what_is_typed_keeps_its_place(entry: PasswordEntry) -> None:
    entry.show_password("abc")
    entry.setCursorPosition(2)
    entry.show_password("abc")
    assert entry.cursorPosition() == 2
