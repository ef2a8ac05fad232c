"""The page of what the person is reminded of."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtWidgets import QWidget

from torimodosu.recovery.case.ports import Clock
from torimodosu.recovery.catalogue.catalogue import Catalogue
from torimodosu.recovery.plan.reminding import agenda_of, step_of
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.steps import Phase
from torimodosu.recovery.reminders.agenda import Agenda, due_now
from torimodosu.recovery.reminders.reminder import Reminder
from torimodosu.recovery.reminders.telling_time import TellingTime
from torimodosu.window.kit.blocks import Callout, section
from torimodosu.window.kit.boxes import Box, divider
from torimodosu.window.kit.file_choice import asked_path
from torimodosu.window.kit.header import Heading
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.states import Empty
from torimodosu.window.notes.reminders import ReminderNotes
from torimodosu.window.page import Action, Buttons, Page
from torimodosu.window.place import View
from torimodosu.window.steps.reminders.calendar_card import CalendarCard
from torimodosu.window.steps.reminders.coming import ComingCard
from torimodosu.window.steps.reminders.due_line import DueLine
from torimodosu.window.steps.reminders.names import ReminderNames
from torimodosu.window.steps.reminders.reply import Reply
from torimodosu.window.steps.reminders.saving import CalendarSaving
from torimodosu.window.steps.reminders.silenced import SilencedCard
from torimodosu.window.steps.reminders.telling_card import TellingCard
from torimodosu.window.words.counts import Counts
from torimodosu.window.words.dates import day_words
from torimodosu.window.words.way import phase_name

# Neutral as well: whoever sees the file learns nothing of what it is about.
_FILE_NAME = "calendar.ics"
_WEEK = 7
_YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tools:
    """What the page works with; `ways` makes parts about the tray and the start."""

    catalogue: Catalogue
    clock: Clock
    notes: ReminderNotes
    saving: CalendarSaving
    ways: Callable[[Look], Sequence[QWidget]]


class RemindersPage(Page):
    """Shows what is due, what is to come, and how the person is told."""

    def __init__(self, look: Look, snapshot: Snapshot, tools: Tools) -> None:
        super().__init__(look, snapshot)
        self._tools = tools
        self._shows_all = False
        tools.saving.setParent(self)
        tools.saving.changed.connect(self.rebuild)

    def heading(self) -> Heading:
        """Say how much is due, or when the next reminder comes."""
        return Heading(
            phase=phase_name(Phase.WATCH),
            title=self._title(self._agenda()),
            why=self.tr(
                "You need not keep these days in mind. Each reminder ends when what it"
                " is about is done."
            ),
        )

    def parts(self) -> Sequence[QWidget]:
        """Show what is due first."""
        look, agenda = self.look, self._agenda()
        if self.snapshot.case is None:
            return [self._nothing()]
        names = ReminderNames(self.snapshot, self._tools.catalogue)
        due = self._due(agenda)
        later = _once_each(one for one in agenda.coming if one not in due)
        parts: list[QWidget] = []
        if self.snapshot.case.is_practice:
            parts.append(self._practice())
        if due:
            parts.append(self._due_card(due, names))
        if later:
            coming = ComingCard(look, later, names, shows_all=self._shows_all)
            coming.opened.connect(self._open)
            coming.turned.connect(self._turn)
            parts.append(coming)
        parts += [self._telling(), self._calendar()]
        if agenda.muted or agenda.done:
            silenced = SilencedCard(look, agenda, names)
            silenced.taken_back.connect(self._tools.notes.take_back)
            parts.append(silenced)
        return parts

    def buttons(self) -> Buttons:
        """Lead to what has been due for longest."""
        due = self._due(self._agenda())
        if not due:
            return Buttons()
        words = self.tr("Look at the first")
        return Buttons(primary=Action(words=words, run=self._open_first, icon="arrow"))

    def help_words(self) -> str:
        """Say how a reminder ends."""
        return self.tr(
            "A reminder ends by itself when the statement is read, the answer has come"
            " or the money is back. With “Later, done …” you can put it off, say that"
            " it is done, or want no more of its kind."
        )

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show what is known now; another case has its own file."""
        if snapshot.case != self.snapshot.case:
            self._shows_all = False
            self._tools.saving.forget()
        super().show_snapshot(snapshot)

    def _agenda(self) -> Agenda:
        return agenda_of(self.snapshot, hour=self._tools.notes.hour)

    def _due(self, agenda: Agenda) -> tuple[Reminder, ...]:
        return due_now(agenda.coming, self.snapshot.at)

    def _title(self, agenda: Agenda) -> str:
        due = self._due(agenda)
        if due:
            return Counts().items_to_check(len(due))
        if agenda.coming:
            day = day_words(agenda.coming[0].due.astimezone().date())
            return self.tr("The next reminder comes on {day}").format(day=day)
        return self.tr("There is nothing to be reminded of")

    def _due_card(self, due: Sequence[Reminder], names: ReminderNames) -> QWidget:
        box = Box(self.look, "card", gap=4)
        box.add(section(self.look, self.tr("To check now")))
        for number, reminder in enumerate(due):
            if number:
                box.add(divider())
            title, why = names.title(reminder), names.reason(reminder)
            line = DueLine(self.look, reminder, title, why)
            line.opened.connect(self._open)
            line.answered.connect(self._answer)
            box.add(line)
        return box

    def _telling(self) -> QWidget:
        notes = self._tools.notes
        card = TellingCard(
            self.look,
            notes.hour,
            planned=self._planned_end(),
            ends_on=self.snapshot.reminders_end_on,
        )
        card.hour_chosen.connect(self._choose_hour)
        card.end_chosen.connect(notes.end_on)
        card.add_ways(self._tools.ways(self.look))
        return card

    def _planned_end(self) -> date:
        work = self.snapshot.card_work
        if work is not None:
            return work.watch.ends_on
        return self.snapshot.at.date() + _YEAR

    def _calendar(self) -> QWidget:
        card = CalendarCard(self.look, self._tools.saving)
        card.asked.connect(self._save)
        return card

    def _practice(self) -> QWidget:
        return Callout(
            self.look,
            "info",
            self.tr("Practice rings nowhere else"),
            self.tr("Only this page shows what a real case would be reminded of."),
        )

    def _nothing(self) -> QWidget:
        return Empty(
            self.look,
            "bell",
            self.tr("The reminders will be here"),
            self.tr("They follow from your cards, your enquiries and the statements."),
        )

    def _answer(self, reminder: Reminder, reply: Reply) -> None:
        notes = self._tools.notes
        telling = TellingTime(now=self._tools.clock.now(), hour=notes.hour)
        match reply:
            case Reply.DONE:
                notes.say_done(reminder)
            case Reply.TOMORROW:
                notes.put_off(reminder, telling.tomorrow())
            case Reply.NEXT_WEEK:
                notes.put_off(reminder, telling.after_days(_WEEK))
            case Reply.NOT_FOR_ME:
                notes.mute(reminder)

    def _choose_hour(self, hour: int) -> None:
        self._tools.notes.choose_hour(hour)
        self.rebuild()

    def _open_first(self) -> None:
        due = self._due(self._agenda())
        if due:
            self._open(due[0])

    def _open(self, reminder: Reminder) -> None:
        step = step_of(reminder)
        self.place_chosen.emit(View.CONTACTS if step is None else step)

    def _turn(self) -> None:
        self._shows_all = not self._shows_all
        self.rebuild()

    def _save(self) -> None:
        case = self.snapshot.case
        title = self.tr("Save as a calendar file")
        chosen = asked_path(self, title, _FILE_NAME, "*.ics")
        if case is not None and chosen is not None:
            coming = self._agenda().coming
            self._tools.saving.start(case, chosen, coming)


def _once_each(reminders: Iterable[Reminder]) -> tuple[Reminder, ...]:
    """Return the next reminder of each task; a limit has several."""
    first: dict[str, Reminder] = {}
    for reminder in reminders:
        first.setdefault(reminder.task, reminder)
    return tuple(first.values())
