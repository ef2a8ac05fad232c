"""The page of what is ahead: days, limits, and money that must come back."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from torimodosu.recovery.plan.card_work import CardWork
from torimodosu.recovery.plan.cards import missing_months, near_limits, open_charges
from torimodosu.recovery.plan.preparation import MINUTES
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.steps import Phase, Step
from torimodosu.recovery.statements.deadline import Deadline, Due
from torimodosu.window.kit.blocks import Beside, section
from torimodosu.window.kit.boxes import Box, Row
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.header import Heading
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.states import Empty
from torimodosu.window.kit.text import Icon, Text
from torimodosu.window.page import Action, Buttons, Page
from torimodosu.window.place import View
from torimodosu.window.steps.schedule.ahead import (
    AheadCard,
    coming_days,
    open_limits,
)
from torimodosu.window.steps.schedule.chart import ChartCard
from torimodosu.window.steps.schedule.closer import CloserLook, Tools
from torimodosu.window.steps.schedule.limits import LimitsCard
from torimodosu.window.steps.schedule.plan import plan_table
from torimodosu.window.steps.schedule.returns import ReturnsCard
from torimodosu.window.words.card_names import CardNames
from torimodosu.window.words.counts import Counts
from torimodosu.window.words.dates import day_words
from torimodosu.window.words.way import minutes_words, phase_name


class SchedulePage(Page):
    """Shows what is ahead, and one group of sums, one letter or mails on demand.

    `said` tells Step.SCHEDULE when the person says that they know the days.
    """

    said = Signal(object)

    def __init__(self, look: Look, snapshot: Snapshot, tools: Tools) -> None:
        super().__init__(look, snapshot)
        self._tools = tools
        self._closer = CloserLook(look, snapshot, tools)
        self._closer.setParent(self)
        self._closer.changed.connect(self._show_closer)
        self._is_table = False

    def heading(self) -> Heading:
        """Say which day is next, and whether there is something to do before."""
        if self._closer.is_open:
            return self._closer.heading()
        return Heading(
            phase=phase_name(Phase.WATCH),
            title=self._title(),
            why=self.tr("The days on which statements come out and limits end."),
            minutes=minutes_words(MINUTES[Step.SCHEDULE]),
        )

    def parts(self) -> Sequence[QWidget]:
        """Show what is ahead, or what the person looks into."""
        work = self.snapshot.card_work
        if self._closer.is_open:
            return self._closer.parts()
        return [self._nothing()] if work is None else self._main_parts(work)

    def buttons(self) -> Buttons:
        """Lead to what must be done first; lead back from a closer look."""
        if self._closer.is_open:
            words = self.tr("Back to the days")
            return Buttons(primary=Action(words=words, run=self._closer.step_back))
        if self.snapshot.card_work is None:
            return Buttons()
        read = Action(words=self.tr("Read statements"), run=self._read, icon="drop")
        if self._to_report() is not None:
            words = self.tr("What to tell them")
            tell = Action(words=words, run=self._open_nearest, icon="arrow")
            return Buttons(primary=tell, secondary=read)
        if Step.SCHEDULE in self.snapshot.said:
            return Buttons(primary=read)
        seen = Action(words=self.tr("I know the days"), run=self._say_seen)
        return Buttons(primary=read, secondary=seen)

    def help_words(self) -> str:
        """Say where the days come from, and how the chart is read without sight."""
        return self.tr(
            "The days follow from your cards and from what was read. The arrow keys go"
            " through the bars of the chart, and its table says the same in figures."
        )

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show what is known now, of what is looked into too."""
        self._closer.follow(snapshot)
        super().show_snapshot(snapshot)

    def _title(self) -> str:
        work = self.snapshot.card_work
        if work is None:
            return self.tr("No days are known yet")
        limit = self._to_report()
        if limit is not None:
            form = self.tr("Report to {card} by {day}")
            card = self._names().of(limit.card)
            return form.format(card=card, day=day_words(limit.act_by))
        missing = len(missing_months(self.snapshot))
        if missing:
            return self.tr("%n statement(s) can be read now", "", missing)
        looks = len(open_charges(self.snapshot))
        if looks:
            return Counts().charges_need_a_look(looks)
        coming = coming_days(work, self.snapshot)
        if not coming:
            return self.tr("No day is left to wait for")
        form = self.tr("Next is {day}. Until then there is nothing to do")
        return form.format(day=day_words(coming[0].on))

    def _to_report(self) -> Deadline | None:
        """Return the loss to report: one that is urgent, or one that is all there is.

        As long as a loss is not reported, it is not true that nothing is to be done.
        """
        near, work = near_limits(self.snapshot), self.snapshot.card_work
        if near:
            return near[0]
        if work is None or Step.CARD_COMPANY in self.snapshot.said:
            return None
        if missing_months(self.snapshot) or open_charges(self.snapshot):
            return None
        limits = open_limits(work)
        return limits[0] if limits and limits[0].ends_on >= self._today() else None

    def _main_parts(self, work: CardWork) -> list[QWidget]:
        look, names, today = self.look, self._names(), self._today()
        ahead = AheadCard(look, self.snapshot, work, names)
        ahead.put_off.connect(self._tools.notes.watch_until)
        returns = ReturnsCard(look, work.returns, names)
        returns.opened.connect(self._closer.open_group)
        left = Box(look, "plain", pad=0, gap=16).add(ahead, self._bell())
        top = Row(look, left, returns, below=760).share(2, 3)
        # Beside many sums it would be mostly empty.
        top.line.setAlignment(left, Qt.AlignmentFlag.AlignTop)
        parts: list[QWidget] = [top]
        if work.due:
            table = plan_table(look, work, names, today)
            table.opened.connect(self._follow)
            plan = Box(look, "card", gap=8)
            parts.append(plan.add(section(look, self.tr("Days and limits")), table))
        if work.deadlines:
            limits = LimitsCard(look, work.deadlines, names, today)
            limits.opened.connect(self._closer.open_letter)
            parts.append(limits)
        if work.sums:
            chart = ChartCard(look, work.sums, names, is_table=self._is_table)
            chart.turned.connect(self._turn)
            parts.append(chart)
        return parts

    def _bell(self) -> QWidget:
        go = Button(self.look, self.tr("Reminders"), "link")
        go.clicked.connect(self._see_reminders)
        words = Text(self.look, self.tr("You are reminded of these days."))
        row = Row(self.look, words, go, gap=12, below=280).share(1)
        line = Beside(self.look, Icon(self.look, "bell", "accent", 22), row)
        return Box(self.look, "card", pad=12).add(line)

    def _nothing(self) -> Empty:
        go = Button(self.look, self.tr("Read statements"), "secondary", "paper")
        go.clicked.connect(self._read)
        return Empty(
            self.look,
            "calendar",
            self.tr("The days will be here"),
            self.tr("They follow from your cards, the orders and the statements."),
            go,
        )

    def _names(self) -> CardNames:
        return CardNames(self.snapshot, self._tools.catalogue)

    def _today(self) -> date:
        return self.snapshot.at.date()

    def _show_closer(self) -> None:
        self.rebuild()
        self.go_to_top()

    def _open_nearest(self) -> None:
        limit = self._to_report()
        if limit is not None:
            self._closer.open_letter(limit.card)

    def _follow(self, key: str, _column: int) -> None:
        work = self.snapshot.card_work
        due = None if work is None else work.due[int(key)]
        if due is not None and due.what is Due.REPORT_LIMIT:
            self._closer.open_letter(due.card)
        else:
            self._read()

    def _say_seen(self) -> None:
        self.said.emit(Step.SCHEDULE)

    def _turn(self) -> None:
        self._is_table = not self._is_table
        self.rebuild()

    def _see_reminders(self) -> None:
        self.place_chosen.emit(View.REMINDERS)

    def _read(self) -> None:
        self.place_chosen.emit(Step.STATEMENTS)
