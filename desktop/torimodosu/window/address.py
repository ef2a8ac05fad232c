"""One way to reach somebody: a number or an address, to copy."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from torimodosu.window.kit.boxes import Box, Row
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.icons import IconName
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.text import Icon, Text


class Address(QWidget):
    """Shows *title*, and notes below it; *target* is what is copied.

    Nothing is opened from here.
    """

    def __init__(
        self, look: Look, icon: IconName, title: str, *notes: str, target: str
    ) -> None:
        super().__init__()
        self._target = target
        told = Box(look, "plain", pad=0, gap=2)
        told.add(Text(look, title, "strong"))
        for note in notes:
            if note:
                told.add(Text(look, note, "small", "muted"))
        row = Row(look, told, gap=8, below=420).share(1)
        if target:
            copy = Button(look, self.tr("Copy"), "link", "copy")
            copy.setAccessibleName(self.tr("Copy {address}").format(address=target))
            copy.clicked.connect(self._copy)
            row.line.addWidget(copy, 0, Qt.AlignmentFlag.AlignTop)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, look.px(4), 0, look.px(4))
        line.setSpacing(look.px(10))
        line.addWidget(Icon(look, icon, "accent"), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(row, 1)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._target)
