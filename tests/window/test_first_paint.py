from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from torimodosu.window.first_paint import FirstPaint


def test_what_waits_for_the_first_paint_is_done_once_and_afterwards(
    qtbot: QtBot,
) -> None:
    painted: list[str] = []

    class Window(QWidget):
        def paintEvent(self, _event: object) -> None:  # noqa: N802 -- Qt's
            painted.append("painted")

    window = Window()
    qtbot.addWidget(window)
    FirstPaint(window, lambda: painted.append("then"))
    window.show()
    qtbot.waitUntil(lambda: "then" in painted)
    assert painted[0] == "painted"
    window.repaint()
    assert painted.count("then") == 1
