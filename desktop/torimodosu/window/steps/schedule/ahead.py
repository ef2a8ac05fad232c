"""What comes next, the nearest limit, and how far the watch is."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from torimodosu.recovery.plan.card_work import CardWork
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.statements.deadline import Deadline, DueDay
from torimodosu.recovery.statements.watch import WatchLog
from torimodosu.window.kit.blocks import Beside, pair
from torimodosu.window.kit.boxes import Box, Wrapped, divider
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.text import Icon, Text
from torimodosu.window.steps.schedule.words import left_words, short_due_words
from torimodosu.window.words.card_names import CardNames
from torimodosu.window.words.counts import Counts
from torimodosu.window.words.dates import day_words, month_words

_MONTHS_MORE = 3
_YEAR = 12


class AheadCard(Box):
    """`put_off` tells the day on which the watch is to end, None for the planned."""

    put_off = Signal(object)

    def __init__(
        self, look: Look, snapshot: Snapshot, work: CardWork, names: CardNames
    ) -> None:
        super().__init__(look, "card", gap=10)
        self._look, self._snapshot, self._names = look, snapshot, names
        self._ends_on = work.watch.ends_on
        coming = coming_days(work, snapshot)
        told = Box(look, "plain", pad=0, gap=6)
        for due in coming[:1]:
            told.add(Text(look, day_words(due.on), "heading"))
            told.add(pair(look, self._words(due), self._left(due.on), small=True))
        if not coming:
            told.add(Text(look, self.tr("No day is planned"), "heading"))
        for limit in open_limits(work)[:1]:
            told.add(self._limit(limit))
        self.add(Beside(look, Icon(look, "calendar", "accent", 32), told))
        self.body.addStretch()
        self.add(divider(), *self._watch(work.watch))

    def _words(self, due: DueDay) -> str:
        words = short_due_words(due)
        return f"{words}\n{self._names.of(due.card)}" if due.card else words

    def _left(self, day: date) -> str:
        days = (day - self._snapshot.at.date()).days
        if days < 1:
            return left_words(days)
        return self.tr("In %n day(s)", "", days)

    def _limit(self, limit: Deadline) -> QWidget:
        days = (limit.ends_on - self._snapshot.at.date()).days
        title = self.tr("%n day(s) left to report the loss", "", days)
        if days < 0:
            title = self.tr("The limit to report the loss is past; ask all the same")
        words = self.tr("{card}, by {day}").format(
            card=self._names.of(limit.card), day=day_words(limit.ends_on)
        )
        return pair(self._look, title, words, small=True)

    def _watch(self, watch: WatchLog) -> Sequence[QWidget]:
        number, count = months_of(watch, self._snapshot.at.date())
        title = Counts().months_watched(number, count)
        bar = QProgressBar()
        bar.setRange(0, count)
        bar.setValue(number)
        bar.setTextVisible(False)
        bar.setAccessibleName(title)
        until = self.tr("Until {month}.").format(month=month_words(watch.ends_on))
        if watch.was_extended:
            until = self.tr("Until {month}, longer because something was found.")
            until = until.format(month=month_words(watch.ends_on))
        longer = Button(self._look, self.tr("Three months longer"), "link")
        longer.clicked.connect(self._put_off)
        buttons = [longer]
        if self._snapshot.card_words.watch_until is not None:
            planned = Button(self._look, self.tr("As first planned"), "link")
            planned.clicked.connect(self._end_as_planned)
            buttons.append(planned)
        return (
            Text(self._look, title, "smallstrong"),
            bar,
            Text(self._look, until, "small", "muted"),
            Wrapped(self._look, *buttons),
        )

    def _put_off(self) -> None:
        self.put_off.emit(later_month(self._ends_on, _MONTHS_MORE))

    def _end_as_planned(self) -> None:
        self.put_off.emit(None)


def coming_days(work: CardWork, snapshot: Snapshot) -> tuple[DueDay, ...]:
    """Return what is planned from today on, and not done, by day."""
    today = snapshot.at.date()
    return tuple(due for due in work.due if not due.is_done and due.on >= today)


def open_limits(work: CardWork) -> tuple[Deadline, ...]:
    """Return the earliest limit of each card with a loss that was not reported."""
    first: dict[int, Deadline] = {}
    for limit in sorted(work.deadlines, key=_end_of):
        if limit.reported_on is None:
            first.setdefault(limit.card, limit)
    return tuple(first.values())


def months_of(watch: WatchLog, today: date) -> tuple[int, int]:
    """Return in which month of the watch *today* is, from 1, and how many there are.

    A watch that was put off has more months than those that are listed.
    """
    first = min(watch.months, default=today)
    count = max(1, _between(first, watch.ends_on))
    return min(max(1, _between(first, today) + 1), count), count


def later_month(day: date, months: int) -> date:
    """Return the first day of the month *months* after that of *day*."""
    month = day.year * _YEAR + day.month - 1 + months
    return date(month // _YEAR, month % _YEAR + 1, 1)


def _between(first: date, last: date) -> int:
    return (last.year - first.year) * _YEAR + last.month - first.month


def _end_of(limit: Deadline) -> date:
    return limit.ends_on
