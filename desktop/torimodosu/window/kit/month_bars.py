"""What each card was charged month by month: money out above a line, back below it."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from torimodosu.window.kit.look import Look
from torimodosu.window.kit.tokens import Colour

_NAME, _FOOT, _OUT, _LEAST, _GAP, _WIDEST = 176, 24, 34, 4, 10, 34
_KEYS = {
    Qt.Key.Key_Left: QPoint(-1, 0),
    Qt.Key.Key_Right: QPoint(1, 0),
    Qt.Key.Key_Up: QPoint(0, -1),
    Qt.Key.Key_Down: QPoint(0, 1),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthBar:
    """One month of one card, as shares of the largest amount of the chart.

    Attributes:
        out: Money out, disputed or not.
        disputed: The part of it that is disputed.
        back: Money that came back.
        said: What the bar says, with its card and its month.

    """

    out: float
    disputed: float
    back: float
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CardBars:
    """The months of one card, as many as the chart has."""

    name: str
    bars: tuple[MonthBar, ...]


class MonthBars(QWidget):
    """A line of bars for each card; *finding* is its accessible name.

    The disputed part is solid, the rest is hollow, so that no colour is needed. The
    arrow keys and the pointer go from bar to bar; `pointed` tells what each one says.
    """

    pointed = Signal(str)

    def __init__(
        self,
        look: Look,
        months: tuple[str, ...],
        cards: tuple[CardBars, ...],
        finding: str,
    ) -> None:
        """Take the names of the *months* and, below each other, the *cards*."""
        super().__init__()
        self._look, self._months, self._cards = look, months, cards
        self._at = QPoint(len(months) - 1, 0)
        # Both sides of the line are to one scale.
        deepest = max((bar.back for card in cards for bar in card.bars), default=0)
        self._row = _OUT + max(_LEAST, _OUT * deepest) + _GAP
        self.setFixedHeight(look.px(self._row * len(cards) + _FOOT))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(finding)
        look.recoloured.connect(self.update)

    def said(self) -> str:
        """Return what the bar says that was gone to last."""
        return self._cards[self._at.y()].bars[self._at.x()].said

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the next bar, if there is one."""
        way = _KEYS.get(Qt.Key(event.key()))
        if way is None:
            super().keyPressEvent(event)
        else:
            self._go(self._at + way)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go to the bar below the pointer."""
        place = event.position()
        month = (place.x() - self._left()) // self._step()
        card = place.y() // self._look.px(self._row)
        self._go(QPoint(int(month), int(card)))
        super().mouseMoveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say where the keys begin."""
        super().focusInEvent(event)
        self._tell()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the names, the lines and the bars."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QFont(self.font())
        font.setPixelSize(self._look.px(13))
        painter.setFont(font)
        for number, card in enumerate(self._cards):
            self._paint_card(painter, number, card)
        self._paint_months(painter)
        if self.hasFocus():
            painter.setPen(QPen(self._look.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self._cell(self._at), 4, 4)
        painter.end()

    def _go(self, place: QPoint) -> None:
        is_month = 0 <= place.x() < len(self._months)
        if is_month and 0 <= place.y() < len(self._cards) and place != self._at:
            self._at = place
            self.update()
            self._tell()

    def _tell(self) -> None:
        self.setAccessibleDescription(self.said())
        change = QAccessible.Event.DescriptionChanged
        QAccessible.updateAccessibility(QAccessibleEvent(self, change))
        self.pointed.emit(self.said())

    def _left(self) -> int:
        """Return where the months begin: beside the names, which may be cut short."""
        return min(self._look.px(_NAME), self.width() // 3)

    def _step(self) -> float:
        return (self.width() - self._left()) / len(self._months)

    def _cell(self, place: QPoint) -> QRectF:
        left = self._left() + self._step() * place.x()
        tall = self._look.px(self._row)
        return QRectF(left, tall * place.y(), self._step(), tall).adjusted(1, 1, -1, -1)

    def _paint_card(self, painter: QPainter, number: int, card: CardBars) -> None:
        look = self._look
        base = look.px(self._row * number + _OUT + _GAP / 2)
        room = self._left() - look.px(12)
        painter.setPen(look.colour("text"))
        words = painter.fontMetrics().elidedText(
            card.name, Qt.TextElideMode.ElideMiddle, room
        )
        middle = QRectF(0, base - look.px(24), room, look.px(24))
        painter.drawText(middle, Qt.AlignmentFlag.AlignVCenter, words)
        painter.setPen(QPen(look.colour("line"), 1))
        painter.drawLine(QPointF(self._left(), base), QPointF(self.width(), base))
        for month, bar in enumerate(card.bars):
            self._paint_bar(painter, bar, self._left() + self._step() * month, base)

    def _paint_bar(
        self, painter: QPainter, bar: MonthBar, left: float, base: float
    ) -> None:
        look = self._look
        width = min(look.px(_WIDEST), self._step() * 0.6)
        left += (self._step() - width) / 2
        parts: tuple[tuple[QRectF, Colour, bool], ...] = (
            (QRectF(left, base, width, -look.px(_OUT) * bar.out), "data_a", False),
            (QRectF(left, base, width, -look.px(_OUT) * bar.disputed), "data_c", True),
            (QRectF(left, base, width, look.px(_OUT) * bar.back), "ok", False),
        )
        for area, colour, is_solid in parts:
            if area.height():
                # What is there at all can be seen.
                least = max(abs(area.height()), look.px(3))
                area.setHeight(least if area.height() > 0 else -least)
                painter.setPen(QPen(look.colour(colour), 1.5))
                painter.setBrush(look.colour(colour if is_solid else "surface"))
                painter.drawRect(area.normalized())

    def _paint_months(self, painter: QPainter) -> None:
        look = self._look
        top = self.height() - look.px(_FOOT)
        painter.setPen(look.colour("muted"))
        widest = max(map(painter.fontMetrics().horizontalAdvance, self._months))
        every = max(1, -int(-(widest + look.px(6)) // self._step()))
        for month, words in enumerate(self._months):
            if (len(self._months) - 1 - month) % every == 0:
                middle = self._left() + self._step() * (month + 0.5)
                area = QRectF(middle - widest, top, 2 * widest, look.px(_FOOT))
                painter.drawText(area, Qt.AlignmentFlag.AlignCenter, words)
