import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot


@pytest.mark.parametrize("time", ["at first", "after that"])
def test_no_key_is_held_down_when_a_test_begins(qtbot: QtBot, time: str) -> None:
    del time
    nothing, control = (
        Qt.KeyboardModifier.NoModifier,
        Qt.KeyboardModifier.ControlModifier,
    )
    assert QGuiApplication.keyboardModifiers() == nothing
    part = QWidget()
    qtbot.addWidget(part)
    QTest.keyClick(part, Qt.Key.Key_Home, control)
    assert QGuiApplication.keyboardModifiers() == control
