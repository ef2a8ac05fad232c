"""What a person does with the small window, and sees in it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from torimodosu.window.codes.window import CodesWindow


def press(window: CodesWindow, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
    """Press *key* where the focus is."""
    modifier = modifiers[0] if modifiers else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(window.focusWidget(), key, modifier)


def titles(window: CodesWindow) -> list[str]:
    model = window.page.list.accounts
    return [model.index(row).data() for row in range(model.rowCount())]


def copied() -> str:
    return QGuiApplication.clipboard().text()
