"""One recovery code, struck out once it was used."""

from datetime import datetime

from PySide6.QtCore import Signal, SignalInstance

from torimodosu.window.kit.boxes import Box, Row
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.text import Text
from torimodosu.window.words.dates import moment_words


class CodeLine(Box):
    """Shows a code; `used` and `taken_back` tell what the person says of it.

    `copy_asked` asks for it in the clipboard. It cannot be selected: what is copied by
    hand stays in the clipboard, and in its history.
    """

    copy_asked = Signal()
    used = Signal()
    taken_back = Signal()

    def __init__(
        self, look: Look, place: int, code: str, used_at: datetime | None
    ) -> None:
        super().__init__(look, "plain", pad=0, gap=0)
        shown = Text(look, code, "strong", wrap=False)
        shown.setAccessibleName(" ".join(code))
        words, told = self.tr("I used it"), self.used
        row = Row(look, shown, gap=8, below=420).share(1)
        if used_at is not None:
            words, told = self.tr("Not used after all"), self.taken_back
            shown.setProperty("tone", "muted")
            shown.setStyleSheet("text-decoration: line-through")
            moment = moment_words(used_at)
            spent = self.tr("Used on {moment}").format(moment=moment)
            row.line.addWidget(Text(look, spent, "small", "muted", wrap=False))
        else:
            self._add(row, look, place, self.tr("Copy")).connect(self.copy_asked)
        self._add(row, look, place, words).connect(told)
        self.add(row)

    def _add(self, row: Row, look: Look, place: int, words: str) -> SignalInstance:
        """Add a button that names the code, and return the signal of its press."""
        button = Button(look, words, "link")
        button.setAccessibleName(
            self.tr("{words}: code {number}").format(words=words, number=place + 1)
        )
        row.line.addWidget(button)
        return button.clicked
