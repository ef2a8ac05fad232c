"""What a person fills in: a labelled field, and one choice of several."""

from collections.abc import Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QDateTime, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDateEdit,
    QDateTimeEdit,
    QVBoxLayout,
    QWidget,
)

from torimodosu.window.kit.button import Button
from torimodosu.window.kit.flow import Flow
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.text import Text

_SHORTEST_LIST = 12


class Labelled(QWidget):
    """A field with its label above and a hint below, which may turn to attention."""

    def __init__(self, look: Look, label: str, field: QWidget, hint: str = "") -> None:
        super().__init__()
        self._look, self._hint = look, hint
        field.setAccessibleName(label)
        field.setAccessibleDescription(hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(4))
        column.addWidget(Text(look, label, "smallstrong", wrap=False))
        column.addWidget(field)
        self._field = field
        self._note = Text(look, hint, "small", "muted")
        self._note.setVisible(bool(hint))
        column.addWidget(self._note)
        column.addStretch()

    def attend(self, why: str) -> None:
        """Say below the field what to look at; "" shows the hint again."""
        self._note.setProperty("tone", "attention" if why else "muted")
        self._note.style().unpolish(self._note)
        self._note.style().polish(self._note)
        self._note.say(why or self._hint)
        self._note.setVisible(bool(why or self._hint))
        self._field.setAccessibleDescription(why or self._hint)


def paint_arrow(field: QComboBox | QDateTimeEdit, look: Look) -> None:
    """Paint the sign that *field* opens downwards at its right end."""
    painter = QPainter(field)
    picture = look.pixmap("down", "muted", 18)
    left = field.width() - look.px(26)
    painter.drawPixmap(left, (field.height() - look.px(18)) // 2, picture)
    painter.end()


class ComboBox(QComboBox):
    """A list that opens downwards."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        # As narrow as it must be: the longest entry may be cut short.
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.setSizeAdjustPolicy(policy)
        self.setMinimumContentsLength(_SHORTEST_LIST)
        look.recoloured.connect(self.update)

    def sizeHint(self) -> QSize:
        """Wish for room for the longest entry."""
        hint, metrics = super().sizeHint(), self.fontMetrics()
        texts = map(self.itemText, range(self.count()))
        longest = max(map(metrics.horizontalAdvance, texts), default=0)
        spared = metrics.horizontalAdvance("X") * _SHORTEST_LIST
        return hint + QSize(max(0, longest - spared), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the arrow too."""
        super().paintEvent(event)
        paint_arrow(self, self._look)


class DateEdit(QDateEdit):
    """A day, with a calendar that opens downwards."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setCalendarPopup(True)
        self.setDisplayFormat(self.tr("d MMMM yyyy"))
        look.recoloured.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the arrow too."""
        super().paintEvent(event)
        paint_arrow(self, self._look)


class MomentEdit(QDateTimeEdit):
    """A day and a time where the person is, with a calendar that opens downwards."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setCalendarPopup(True)
        self.setDisplayFormat(self.tr("d MMMM yyyy, H:mm"))
        look.recoloured.connect(self.update)

    def show_moment(self, moment: datetime) -> None:
        """Show *moment*."""
        self.setDateTime(_to_qt(moment))

    def allow_until(self, moment: datetime) -> None:
        """Take nothing later than *moment*."""
        self.setMaximumDateTime(_to_qt(moment))

    def moment(self) -> datetime:
        """Return what is chosen, with the time zone of the person."""
        seconds = self.dateTime().toSecsSinceEpoch()
        return datetime.fromtimestamp(seconds, UTC).astimezone()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the arrow too."""
        super().paintEvent(event)
        paint_arrow(self, self._look)


class ChoiceButton(Button):
    """An answer, with a ring that is filled when it is the chosen one."""

    def __init__(self, look: Look, words: str) -> None:
        super().__init__(look, words, "choice", "open")
        self.setCheckable(True)

    def redraw(self) -> None:
        """Draw the ring in both states."""
        icon = self.look.icon("open", "muted")
        filled = self.look.pixmap("here", "accent")
        icon.addPixmap(filled, QIcon.Mode.Normal, QIcon.State.On)
        self.setIcon(icon)


class Choice(QWidget):
    """One of several answers, each a button; the arrow keys move between them."""

    chosen = Signal(int)

    def __init__(self, look: Look, name: str, answers: Sequence[str]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        flow = Flow(self, gap=look.px(8))
        for number, words in enumerate(answers):
            button = ChoiceButton(look, words)
            button.setAccessibleDescription(name)
            self._group.addButton(button, number)
            flow.addWidget(button)
        self._group.idClicked.connect(self.chosen)

    def choose(self, number: int) -> None:
        """Show that answer *number* is chosen; Tab leads to it and not to the first."""
        chosen = self._group.button(number)
        chosen.setChecked(True)
        for button in self._group.buttons():
            is_it = button is chosen
            policies = Qt.FocusPolicy
            policy = policies.StrongFocus if is_it else policies.ClickFocus
            button.setFocusPolicy(policy)


def _to_qt(moment: datetime) -> QDateTime:
    return QDateTime.fromSecsSinceEpoch(int(moment.timestamp()))
