"""The burst as a chart: one bar per order, events as flags, own orders outlined."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from torimodosu.window.kit.look import Look

_FOOT, _TALLEST, _WIDTH, _LEVEL = 24, 50, 8, 24
# Without the lines of words above the bars.
_HEIGHT = 84
_QUIET = 38
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
    """A moment with its words, best on the first or the second line."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A flag, and where its words stand."""

    flag: Flag
    area: QRectF


class Timeline(QWidget):
    """Orders and events between two moments; *finding* is its accessible name."""

    def __init__(self, look: Look, chart: Chart, finding: str) -> None:
        super().__init__()
        self._look, self.chart = look, chart
        self.placed: Sequence[Placed] = ()
        self._place_words()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(finding)
        look.recoloured.connect(self.update)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find room for the words."""
        self._place_words()
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the quiet time, the axis, the flags and the bars."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._small())
        base = self.height() - self._look.px(_FOOT)
        painter.fillRect(self._quiet(base), self._look.colour("ok_soft"))
        self._paint_axis(painter, base)
        for placed in self.placed:
            self._paint_pole(painter, placed, base)
        for placed in self.placed:
            self._paint_words(painter, placed)
        self._say_quiet(painter, base)
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

    def _quiet(self, base: float) -> QRectF:
        """Return where the quiet time lies, which is nowhere without one."""
        since = self.chart.quiet_from
        start = self.width() if since is None else self._x(since)
        top = base - self._look.px(_QUIET)
        return QRectF(start, top, self.width() - start, base - top)

    def _say_quiet(self, painter: QPainter, base: float) -> None:
        """Say it behind the last pole, or across the poles where that is too narrow."""
        area, words = self._quiet(base), self.chart.quiet
        later = [self._x(flag.at) for flag in self.chart.flags]
        free = max((x for x in later if x > area.left()), default=area.left())
        size = painter.fontMetrics().size(0, words)
        if area.right() - free > size.width():
            area.setLeft(free)
        place = QRectF(0, 0, size.width(), size.height())
        place.moveCenter(area.center())
        if area.width() > 0:
            painter.fillRect(place, self._look.colour("ok_soft"))
            painter.setPen(self._look.colour("ok"))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)

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

    def _paint_pole(self, painter: QPainter, placed: Placed, base: float) -> None:
        x, top = self._x(placed.flag.at), placed.area.top()
        painter.setPen(QPen(self._look.colour("muted"), 1.2, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(x, top), QPointF(x, base))

    def _paint_words(self, painter: QPainter, placed: Placed) -> None:
        # The poles of other flags must not run through the words.
        painter.fillRect(placed.area, self._look.colour("surface"))
        painter.setPen(self._look.colour("text"))
        side = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(placed.area, side, placed.flag.words)

    def _place_words(self) -> None:
        """Place the words of each flag beside it, where they cross no others."""
        placed: list[Placed] = []
        for flag in self.chart.flags:
            areas = self._areas_for(flag)
            free = (
                area
                for area in areas
                if not any(area.intersects(other.area) for other in placed)
            )
            placed.append(Placed(flag=flag, area=next(free, areas[0])))
        self.placed = placed
        level = self._look.px(_LEVEL)
        lowest = max((round(one.area.top()) // level for one in placed), default=0)
        lines = max(2, lowest + 1)
        self.setFixedHeight(self._look.px(_HEIGHT) + level * lines)

    def _areas_for(self, flag: Flag) -> Sequence[QRectF]:
        """Return where its words could stand, the best place first."""
        look, x = self._look, self._x(flag.at)
        width = QFontMetrics(self._small()).horizontalAdvance(flag.words) + 1
        gap, level = look.px(8), look.px(_LEVEL)
        lefts = [left for left in (x + gap, x - gap - width) if left >= 0]
        within = [left for left in lefts if left + width <= self.width()]
        levels = (flag.level, *(set(range(len(self.chart.flags))) - {flag.level}))
        return [
            QRectF(left, level * number, width, look.px(22))
            for number in levels
            for left in within or (max(0, self.width() - width),)
        ]

    def _small(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(self._look.px(13))
        return font


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
