"""The buttons of the window, as a person presses them."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from torimodosu.window.frame import Frame
from torimodosu.window.kit.button import Button


def press(frame: Frame, words: str) -> None:
    """Press the button of the page with these *words*."""
    buttons = [b for b in frame.navigation.page.findChildren(Button) if b.isVisible()]
    (button,) = (b for b in buttons if b.accessibleName() == words)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def press_primary(qtbot: QtBot, frame: Frame) -> None:
    primary = frame.bar.primary
    assert primary is not None
    qtbot.waitUntil(primary.isEnabled)
    QTest.mouseClick(primary, Qt.MouseButton.LeftButton)
