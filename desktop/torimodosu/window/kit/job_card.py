"""A running job: what, how far, how long, what is already known, and cancel."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from torimodosu.window.kit.boxes import Box, Row, divider
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.icons import IconName
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.text import Icon, Text
from torimodosu.window.kit.tokens import Colour

_TOP = Qt.AlignmentFlag.AlignTop
WHOLE = 1000  # Qt's bar counts in int, and bytes do not fit into it.


class Tally(QWidget):
    """One count that grows while a job runs."""

    def __init__(self, look: Look, icon: IconName, tint: Colour, words: str) -> None:
        super().__init__()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(look.px(10))
        line.addWidget(Icon(look, icon, tint, 24), 0, _TOP)
        column = QVBoxLayout()
        column.setSpacing(0)
        self._count = Text(look, "", "heading", wrap=False)
        column.addWidget(self._count)
        column.addWidget(Text(look, words, "small", "muted"))
        column.addStretch()
        line.addLayout(column, 1)

    def show_count(self, words: str) -> None:
        """Show how many there are now, with their unit."""
        self._count.say(words)


class JobCard(Box):
    """A job that runs; leaving the page does not stop it."""

    cancelled = Signal()

    def __init__(self, look: Look, title: str, *tallies: Tally) -> None:
        super().__init__(look, "card", pad=20, gap=10)
        self.setAccessibleName(title)
        self._title = Text(look, title, "heading")
        self._detail = Text(look, "", "small", "muted")
        head = Box(look, "plain", pad=0, gap=0).add(self._title, self._detail)
        self.stop = Button(look, self.tr("Cancel"), "link", "close")
        self.stop.clicked.connect(self.cancelled)
        self.bar = QProgressBar()
        self.bar.setRange(0, WHOLE)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(title)
        self._percent = Text(look, "", "smallstrong", wrap=False)
        self._left = Text(look, "", "small", "muted", wrap=False)
        foot = Row(look, self._percent)
        foot.line.addStretch()
        foot.line.addWidget(self._left)
        top = Row(look, head, self.stop).share(1)
        top.line.setAlignment(self.stop, _TOP)
        self.add(top, self.bar, foot)
        if tallies:
            row = Row(look, *tallies, gap=20, below=560)
            self.add(divider(), row.share(*[1] * len(tallies)))

    def show_progress(self, done: int, total: int, *, detail: str, left: str) -> None:
        """Show how far the job is: *done* of *total*, and both again in words.

        A *total* of 0 is not known yet; *left* is "" while the time is not known.
        """
        share = min(1.0, done / total) if total > 0 else 0.0
        self.bar.setValue(round(share * WHOLE))
        percent = f"{int(share * 100)} %" if total > 0 else ""
        self._percent.say(percent)
        self._left.say(left)
        self._detail.say(detail)
        # Screen readers hear of every tenth only.
        tenth = f"{int(share * 10) * 10} %"
        self.bar.setAccessibleName(f"{self._title.accessibleName()} {tenth}")
