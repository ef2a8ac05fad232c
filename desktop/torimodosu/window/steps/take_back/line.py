"""A place that is folded to one line: what it is, and what came of it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from torimodosu.recovery.signin.checklist import Looked, Place
from torimodosu.window.kit.blocks import pair
from torimodosu.window.kit.boxes import Chip, Row
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.text import Icon
from torimodosu.window.steps.take_back.words import place_name, place_task, seen_words
from torimodosu.window.words.dates import moment_words

_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class PlaceLine(QWidget):
    """Shows a place; `opened` tells the Place when the person wants to note it."""

    opened = Signal(object)

    def __init__(self, look: Look, place: Place, looked: Looked | None) -> None:
        super().__init__()
        self._place = place
        name, small, words = place_name(place), place_task(place), self.tr("Look")
        icon = Icon(look, "open", "muted", 22)
        if looked is not None:
            small = self.tr("Noted on {moment}").format(moment=moment_words(looked.at))
            if looked.note:
                small = self.tr("{note} · {noted}").format(
                    note=looked.note, noted=small
                )
            words = self.tr("Change")
            icon = Icon(look, "said", "unknown", 22)
        row = Row(look, pair(look, name, small, small=True), gap=8, below=420).share(1)
        if looked is not None:
            said = Chip(look, seen_words(looked.seen), "said", "unknown")
            row.line.addWidget(said, 0, _MIDDLE)
        button = Button(look, words, "link")
        button.setAccessibleName(f"{words}: {name}")
        button.clicked.connect(self._open)
        row.line.addWidget(button, 0, _MIDDLE)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, look.px(4), 0, look.px(4))
        line.setSpacing(look.px(10))
        line.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(row, 1)

    def _open(self) -> None:
        self.opened.emit(self._place)
