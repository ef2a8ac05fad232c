"""What is shown when everything that the program kept is deleted."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from torimodosu.window.kit.blocks import Callout, IconLine, section
from torimodosu.window.kit.boxes import Box
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.header import Header, Heading
from torimodosu.window.kit.look import Look
from torimodosu.window.what_remains import remaining_words, secrets_words

_WIDEST, _MOST_OF_IT = 760, 100


class Erased(QScrollArea):
    """Says what is gone and what remains; the only way on is out.

    *secrets* tells how many the keychain did not let go of, *left* which files could
    not be removed.
    """

    def __init__(self, look: Look, *, secrets: int, left: Sequence[Path]) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        sheet, page = QWidget(), QWidget()
        sheet.setObjectName("window")
        page.setMaximumWidth(look.px(_WIDEST))
        line = QHBoxLayout(sheet)
        line.setContentsMargins(*[look.px(40)] * 4)
        line.addStretch(1)
        line.addWidget(page, _MOST_OF_IT)
        line.addStretch(1)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(16))
        self.header = Header(look, self._heading())
        leave = Button(look, self.tr("Quit"), "primary")
        leave.clicked.connect(QApplication.quit)
        remains = Box(look, gap=10).add(section(look, self.tr("What remains")))
        remains.add(*(IconLine(look, "info", "muted", w) for w in remaining_words()))
        for part in (self.header, *self._left(look, secrets, left), remains, leave):
            column.addWidget(part)
        column.addStretch(1)
        self.setWidget(sheet)

    def _heading(self) -> Heading:
        return Heading(
            phase=self.tr("Everything that was kept"),
            title=self.tr("Everything is deleted"),
            why=self.tr(
                "No case, no mail and no setting of this program is left. Thank you for"
                " trusting it. We hope that you never need it again."
            ),
        )

    def _left(
        self, look: Look, secrets: int, left: Sequence[Path]
    ) -> Sequence[QWidget]:
        told: list[QWidget] = []
        if secrets:
            title = self.tr("The keychain did not let go of everything")
            told.append(Callout(look, "attention", title, secrets_words(secrets)))
        if left:
            title = self.tr("Some files could not be removed")
            words = "\n".join(map(str, left))
            told.append(Callout(look, "attention", title, words))
        return told
