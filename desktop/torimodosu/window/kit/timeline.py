"""The burst as a chart: one bar per order, events as flags, own orders outlined."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from torimodosu.window.kit.look import Look

_HEIGHT, _FOOT, _TALLEST, _WIDTH, _LEVEL = 116, 24, 50, 8, 24
_UNKNOWN_SHARE = 0.5
_WITHIN_A_DAY = (
    *(timedelta(minutes=step) for step in (5, 10, 15, 30)),
    *(timedelta(hours=step) for step in (1, 2, 3, 6, 12)),
)
_DAYS = tuple(timedelta(days=step) for step in (1, 2, 7, 14, 28, 56, 112, 364))


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """An order: when, and its share of the largest amount, None when not known."""

    at: datetime
    share: float | None
    is_mine: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """A moment with its words, on the first or the second line."""

    at: datetime
    words: str
    level: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """What a timeline shows.

    Attributes:
        start: Where the axis begins.
        end: Where the axis ends, later than `start`.
        quiet_from: Since when no order came, or None.
        quiet: What is said of that time.

    """

    start: datetime
    end: datetime
    bars: tuple[Bar, ...]
    flags: tuple[Flag, ...] = ()
    quiet_from: datetime | None = None
    quiet: str = ""


class Timeline(QWidget):
    """Orders and events between two moments; *finding* is its accessible name."""

    def __init__(self, look: Look, chart: Chart, finding: str) -> None:
        super().__init__()
        self._look, self.chart = look, chart
        self.setFixedHeight(look.px(_HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(finding)
        look.recoloured.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the quiet time, the axis, the flags and the bars."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QFont(self.font())
        font.setPixelSize(self._look.px(13))
        painter.setFont(font)
        base = self.height() - self._look.px(_FOOT)
        self._paint_quiet(painter, base)
        self._paint_axis(painter, base)
        for flag in self.chart.flags:
            self._paint_pole(painter, flag, base)
        for flag in self.chart.flags:
            self._paint_words(painter, flag)
        for bar in self.chart.bars:
            self._paint_bar(painter, bar, base)
        if self.hasFocus():
            painter.setPen(QPen(self._look.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 6, 6)
        painter.end()

    def _x(self, at: datetime) -> float:
        edge = self._look.px(6)
        share = (at - self.chart.start) / (self.chart.end - self.chart.start)
        return edge + (self.width() - 2 * edge) * share

    def _paint_axis(self, painter: QPainter, base: float) -> None:
        look = self._look
        painter.setPen(QPen(look.colour("control"), 1))
        painter.drawLine(QPointF(0, base), QPointF(self.width(), base))
        most = max(2, self.width() // look.px(80))
        for at, words in ticks(self.chart.start, self.chart.end, most=most):
            x = self._x(at)
            painter.setPen(QPen(look.colour("control"), 1))
            painter.drawLine(QPointF(x, base), QPointF(x, base + look.px(4)))
            painter.setPen(look.colour("muted"))
            place = QRectF(x - look.px(30), base + look.px(4), look.px(60), look.px(20))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)

    def _paint_quiet(self, painter: QPainter, base: float) -> None:
        if self.chart.quiet_from is None:
            return
        look, start = self._look, self._x(self.chart.quiet_from)
        top = look.px(54)
        area = QRectF(start, top, self.width() - start, base - top)
        painter.fillRect(area, look.colour("ok_soft"))
        painter.setPen(look.colour("ok"))
        later = [self._x(flag.at) for flag in self.chart.flags]
        area.setLeft(max((x for x in later if x > start), default=start))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self.chart.quiet)

    def _paint_bar(self, painter: QPainter, bar: Bar, base: float) -> None:
        look, width = self._look, self._look.px(_WIDTH)
        share = _UNKNOWN_SHARE if bar.share is None else bar.share
        tall = look.px(8) + look.px(_TALLEST) * share
        area = QRectF(self._x(bar.at) - width / 2, base - tall, width, tall)
        pen = QPen(look.colour("ok" if bar.is_mine else "data_c"), 1.75)
        painter.setBrush(look.colour("surface" if bar.is_mine else "data_c"))
        if bar.share is None:
            pen = QPen(look.colour("data_open"), 1.5, Qt.PenStyle.DashLine)
            painter.setBrush(look.colour("unknown_soft"))
        painter.setPen(pen)
        painter.drawRoundedRect(area, look.px(2), look.px(2))
        if bar.share is None:
            painter.setPen(look.colour("muted"))
            beside, above = look.px(10), look.px(19)
            place = QRectF(
                area.left() - beside, area.top() - above, width + 2 * beside, above
            )
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, "?")

    def _paint_pole(self, painter: QPainter, flag: Flag, base: float) -> None:
        x, top = self._x(flag.at), self._look.px(2 + _LEVEL * flag.level)
        painter.setPen(QPen(self._look.colour("muted"), 1.2, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(x, top), QPointF(x, base))

    def _paint_words(self, painter: QPainter, flag: Flag) -> None:
        look, x = self._look, self._x(flag.at)
        top = look.px(2 + _LEVEL * flag.level)
        width = painter.fontMetrics().horizontalAdvance(flag.words)
        is_left = x + look.px(8) + width > self.width()
        left = x - look.px(8) - width if is_left else x + look.px(8)
        area = QRectF(left, top - look.px(2), width + 1, look.px(22))
        # The poles of other flags must not run through the words.
        painter.fillRect(area, look.colour("surface"))
        painter.setPen(look.colour("text"))
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, flag.words)


def ticks(
    start: datetime, end: datetime, *, most: int
) -> Sequence[tuple[datetime, str]]:
    """Return at most *most* round moments between *start* and *end*, with words."""
    # A time of day alone says little where there is more than one day.
    is_long = end - start > timedelta(days=1.5)
    steps, words = (_DAYS, "%m/%d") if is_long else (_WITHIN_A_DAY, "%H:%M")
    apart = next((step for step in steps if (end - start) / step <= most), steps[-1])
    midnight = start.replace(hour=0, minute=0, second=0, microsecond=0)
    at = midnight + apart * -((midnight - start) // apart)
    found: list[tuple[datetime, str]] = []
    while at < end and len(found) < most:
        found.append((at, at.strftime(words)))
        at += apart
    return found
