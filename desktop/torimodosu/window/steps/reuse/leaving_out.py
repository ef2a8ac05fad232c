"""Leaving an entry out of the queue: why, and up to when."""

from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from torimodosu.window.kit.blocks import section
from torimodosu.window.kit.boxes import Box, Row, Wrapped
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.fields import Choice, DateEdit, Labelled
from torimodosu.window.kit.look import Look
from torimodosu.window.words.dates import from_qt, to_qt

_LONGEST_REASON = 200
_AT_FIRST = timedelta(days=90)


class LeavingOut(Box):
    """Asks for a reason and a day; `left_out` tells both, None for good."""

    left_out = Signal(str, object)
    closed = Signal()

    def __init__(self, look: Look, site: str, *, today: date) -> None:
        super().__init__(look, "card", gap=12)
        form = self.tr("Why is {site} left out?")
        reasons = (
            self.tr("I no longer use it"),
            self.tr("It cannot be changed there"),
            self.tr("Somebody else looks after it"),
        )
        self._reasons = reasons
        choice = Choice(look, form.format(site=site), reasons)
        choice.chosen.connect(self._take_reason)
        self.reason = QLineEdit()
        self.reason.setMaxLength(_LONGEST_REASON)
        self.reason.setObjectName("reason")
        self.reason.textChanged.connect(self._show_whether_ready)
        self._is_for_good = False
        how_long = (self.tr("Up to a day"), self.tr("For good"))
        self._how_long = Choice(look, self.tr("How long?"), how_long)
        self._how_long.choose(0)
        self._how_long.chosen.connect(self._take_how_long)
        self.day = DateEdit(look)
        self.day.setMinimumDate(to_qt(today))
        self.day.setDate(to_qt(today + _AT_FIRST))
        self._labelled = Labelled(look, self.tr("Then it comes back"), self.day)
        self._leave = Button(look, self.tr("Leave it out"))
        self._leave.clicked.connect(self._tell)
        back = Button(look, self.tr("Keep it in"), "link")
        back.clicked.connect(self.closed)
        self.add(section(look, form.format(site=site)), choice)
        self.add(Labelled(look, self.tr("In your own words"), self.reason))
        self.add(Row(look, self._how_long, self._labelled, gap=16, below=560))
        self.add(Wrapped(look, self._leave, back))
        self._show_whether_ready()

    def _take_reason(self, number: int) -> None:
        self.reason.setText(self._reasons[number])

    def _take_how_long(self, number: int) -> None:
        self._is_for_good = number == 1
        self._labelled.setVisible(not self._is_for_good)

    def _show_whether_ready(self) -> None:
        is_said = bool(self.reason.text().strip())
        self._leave.hold_back("" if is_said else self.tr("Say why, in a few words"))

    def _tell(self) -> None:
        until = None if self._is_for_good else from_qt(self.day.date())
        self.left_out.emit(self.reason.text().strip(), until)
