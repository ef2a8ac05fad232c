from collections.abc import Mapping

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QCloseEvent, QColor, QPalette
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from torimodosu.window.kit.tokens import DARK, LIGHT
from torimodosu.window.shell import USUAL_SIZE, Shell


class Content(QWidget):
    """Something in the window that may not be closed yet."""

    def __init__(self) -> None:
        super().__init__()
        self.may_close = False

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 -- Qt's
        event.setAccepted(self.may_close)


@pytest.mark.parametrize(
    ("theme", "colour"), [("light", LIGHT["canvas"]), ("dark", DARK["canvas"])]
)
def test_the_empty_window_has_the_colour_of_the_pages(
    qtbot: QtBot, theme: str, colour: str
) -> None:
    shell = Shell(geometry="", theme=theme)
    qtbot.addWidget(shell)
    assert shell.palette().color(QPalette.ColorRole.Window) == QColor(colour)


@pytest.mark.parametrize("geometry", ["", "no base 64!", "AAAA"])
def test_without_a_known_size_it_has_the_usual_one(qtbot: QtBot, geometry: str) -> None:
    shell = Shell(geometry=geometry, theme="")
    qtbot.addWidget(shell)
    usual, room = QSize(*USUAL_SIZE), shell.screen().availableSize()
    # The screen of the tests is smaller; nothing may lie below its edge.
    assert shell.size() == usual.boundedTo(room)


def test_it_comes_back_with_the_size_it_had(qtbot: QtBot) -> None:
    before = QMainWindow()
    qtbot.addWidget(before)
    before.resize(700, 500)
    kept = before.saveGeometry().toBase64().toStdString()
    shell = Shell(geometry=kept, theme="")
    qtbot.addWidget(shell)
    assert shell.size() == before.size()


def test_what_is_in_it_decides_whether_it_closes(qtbot: QtBot) -> None:
    shell, content = Shell(geometry="", theme=""), Content()
    qtbot.addWidget(shell)
    shell.fill(content)
    shell.show()
    assert not shell.close()
    content.may_close = True
    assert shell.close()


def test_while_it_is_empty_it_closes(qtbot: QtBot) -> None:
    shell = Shell(geometry="", theme="")
    qtbot.addWidget(shell)
    shell.show()
    assert shell.close()


def test_it_tells_once_that_it_stands(qtbot: QtBot) -> None:
    shell = Shell(geometry="", theme="")
    qtbot.addWidget(shell)
    told: list[bool] = []
    shell.stands.connect(lambda: told.append(shell.isVisible()))
    with qtbot.waitSignal(shell.stands):
        shell.show()
    shell.repaint()
    assert told == [True]


@pytest.mark.parametrize(("lightness", "canvas"), [(20, DARK), (240, LIGHT)])
def test_without_a_chosen_theme_it_follows_the_system(
    qtbot: QtBot, qapp: QApplication, lightness: int, canvas: Mapping[str, str]
) -> None:
    before = qapp.palette()
    qapp.setPalette(QPalette(QColor(lightness, lightness, lightness)))
    shell = Shell(geometry="", theme="system")
    qtbot.addWidget(shell)
    assert shell.palette().window().color() == QColor(canvas["canvas"])
    qapp.setPalette(before)
