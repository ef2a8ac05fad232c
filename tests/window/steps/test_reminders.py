from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from tests.contracts.cases import SHOP
from tests.recovery.plan.test_reminding import everything
from tests.recovery.reminders.moments import MONDAY, at
from tests.window.seen import words_in, words_in_sight
from torimodosu.adapters.packs import load_catalogue
from torimodosu.adapters.store import Store
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.steps import Step
from torimodosu.recovery.progress import Progress
from torimodosu.recovery.reminders.reminder import About, Reminder, Said
from torimodosu.resources import resource
from torimodosu.window.jobs import JobRunner
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.table import Table
from torimodosu.window.notes.reminders import ReminderNotes
from torimodosu.window.place import View
from torimodosu.window.steps.reminders.due_line import DueLine
from torimodosu.window.steps.reminders.page import RemindersPage, Tools
from torimodosu.window.steps.reminders.saving import CalendarSaving
from torimodosu.window.steps.reminders.telling_card import TellingCard
from torimodosu.window.words.dates import day_words

NOW = at(MONDAY)
CATALOGUE = load_catalogue(resource("catalogue"))


class Monday:
    """A clock that stands still."""

    def now(self) -> datetime:
        return NOW


class Desk:
    """A page on a real store, whose case has something due of every kind."""

    def __init__(self, look: Look, store: Store, jobs: JobRunner) -> None:
        self.store = store
        self.case = store.open(SHOP, at=NOW, is_practice=False)
        self.saved: list[tuple[Path, int, str]] = []
        self.snapshot = replace(everything(), case=self.case)
        records = store.reminder_records
        self.notes = ReminderNotes(records, store, self._keep)
        tools = Tools(
            catalogue=CATALOGUE,
            clock=Monday(),
            notes=self.notes,
            saving=CalendarSaving(jobs, self._save),
            ways=lambda _look: (),
        )
        self.page = RemindersPage(look, self.snapshot, tools)
        self.places: list[object] = []
        self.page.place_chosen.connect(self.places.append)
        self.show()

    def show(self, **parts: object) -> None:
        self.snapshot = replace(self.snapshot, **parts)  # type: ignore[arg-type]
        self.page.show_snapshot(self.snapshot)

    def line(self, about: About) -> DueLine:
        lines = self.page.findChildren(DueLine)
        return next(one for one in lines if one.about is about)

    def press(self, name: str) -> None:
        buttons = self.page.findChildren(Button)
        next(one for one in buttons if one.accessibleName() == name).click()

    def answer(self, about: About, words: str) -> None:
        actions = self.line(about).menu().actions()
        next(one for one in actions if one.text() == words).trigger()

    def said(self) -> list[tuple[str, Said, datetime | None]]:
        words = self.store.reminder_records.words_of(self.case)
        return [(one.key, one.said, one.until) for one in words]

    def _keep(self, note: Callable[[Case, datetime], None]) -> None:
        note(self.case, NOW)
        known = self.store.snapshot(self.case, at=NOW)
        self.show(
            reminder_words=known.reminder_words, reminders_end_on=known.reminders_end_on
        )

    def _save(
        self,
        _case: Case,
        path: Path,
        reminders: Sequence[Reminder],
        title: Callable[[int], str],
        _progress: Progress,
    ) -> None:
        if path.name == "full.ics":
            raise OSError
        self.saved.append((path, len(reminders), title(2)))


@pytest.fixture
def desk(qtbot: QtBot, look: Look, store: Store, jobs: JobRunner) -> Desk:
    desk = Desk(look, store, jobs)
    qtbot.addWidget(desk.page)
    desk.page.show()
    return desk


def test_what_is_due_stands_first_and_leads_to_its_step(desk: Desk) -> None:
    assert desk.page.name == "2 item(s) to check"
    assert {one.about for one in desk.page.findChildren(DueLine)} == {
        About.RETRY_SIGN_IN,
        About.BACKUP_DRILL,
    }
    desk.press("Look at it: Try to sign in again")
    desk.press("Look at it: Read a backup back once")
    assert desk.places == [Step.SIGN_IN, Step.TWO_STEP]


def test_the_first_is_what_has_been_due_for_longest(desk: Desk) -> None:
    action = desk.page.buttons().primary
    assert action is not None
    action.run()
    assert desk.places == [Step.TWO_STEP]


def test_what_is_done_can_be_taken_back(desk: Desk) -> None:
    desk.answer(About.BACKUP_DRILL, "I have done this")
    assert desk.said() == [("backup_drill:0:2026-03-16", Said.DONE, None)]
    assert desk.page.name == "1 item(s) to check"
    desk.press("Not done after all: Read a backup back once")
    assert desk.said() == []
    assert desk.page.name == "2 item(s) to check"


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Remind me tomorrow", date(2026, 3, 17)),
        ("Remind me in a week", date(2026, 3, 23)),
    ],
)
def test_what_is_put_off_comes_again_at_the_hour(
    desk: Desk, words: str, day: date
) -> None:
    desk.answer(About.BACKUP_DRILL, words)
    until = at(day, minute=0)
    assert desk.said() == [("backup_drill:0:2026-03-16", Said.SNOOZED, until)]
    assert desk.page.name == "1 item(s) to check"


def test_the_answers_open_below_their_button(qtbot: QtBot, desk: Desk) -> None:
    line = desk.line(About.BACKUP_DRILL)
    line.more.click()
    (menu,) = line.findChildren(QMenu)
    qtbot.waitUntil(menu.isVisible)
    with qtbot.waitSignal(menu.destroyed):
        menu.close()
    assert desk.said() == []


def test_a_kind_that_is_not_for_them_can_be_asked_for_again(desk: Desk) -> None:
    desk.answer(About.BACKUP_DRILL, "No more reminders of this kind")
    assert desk.said() == [("backup_drill:0", Said.NOT_FOR_ME, None)]
    assert "Trying the backup" in words_in(desk.page)
    desk.press("Remind me again: Trying the backup")
    assert desk.said() == []


def table_of(desk: Desk) -> Table:
    (table,) = (one for one in desk.page.findChildren(Table) if one.isVisible())
    return table


def test_what_is_to_come_is_listed_once_each(desk: Desk) -> None:
    table = table_of(desk)
    assert table.model().rowCount() == 8
    desk.press("and 2 more")
    table = table_of(desk)
    names = [
        table.model().index(row, 1).data() for row in range(table.model().rowCount())
    ]
    limit = "青いカード 1234: report the loss by 8 May"
    assert names.count(limit) == 1
    assert "The shop: ask again" in names
    desk.press("Show the next ones only")
    table = table_of(desk)
    assert table.model().rowCount() == 8


def test_an_answer_that_is_due_leads_to_the_log(desk: Desk) -> None:
    desk.show(at=NOW + timedelta(days=3))
    desk.press("Look at it: The shop: ask again")
    assert desk.places == [View.CONTACTS]


def test_a_row_leads_to_its_step(desk: Desk) -> None:
    table = table_of(desk)
    table.opened.emit("statement_out:1:2026-04", 2)
    assert desk.places == [Step.STATEMENTS]


def test_the_hour_and_the_end_can_be_chosen(desk: Desk) -> None:
    card = desk.page.findChild(TellingCard)
    assert isinstance(card, TellingCard)
    card.hour.setCurrentIndex(card.hour.findText("20:00"))
    assert desk.notes.hour == time(20)
    assert desk.store.settings["reminders_hour"] == 20
    end_on(desk, 1)
    assert desk.snapshot.reminders_end_on == date(2027, 3, 13)
    end_on(desk, 0)
    assert desk.snapshot.reminders_end_on is None


@pytest.mark.parametrize("hour", [0, 6, 23])
def test_the_hour_that_counts_is_shown_whatever_it_is(
    qtbot: QtBot, look: Look, hour: int
) -> None:
    card = TellingCard(look, time(hour), planned=date(2027, 3, 13), ends_on=None)
    qtbot.addWidget(card)
    assert card.hour.currentText() == f"{hour}:00"
    chosen: list[int] = []
    card.hour_chosen.connect(chosen.append)
    card.hour.setCurrentIndex(card.hour.findText("22:00"))
    assert chosen == [22]


def test_an_own_last_day_ends_all_of_them(desk: Desk) -> None:
    end_on(desk, 1)
    card = desk.page.findChild(TellingCard)
    assert isinstance(card, TellingCard)
    card.day.setDate(QDate(2026, 3, 1))
    assert desk.snapshot.reminders_end_on == date(2026, 3, 1)
    assert desk.page.name == "There is nothing to be reminded of"


def end_on(desk: Desk, choice: int) -> None:
    card = desk.page.findChild(TellingCard)
    assert isinstance(card, TellingCard)
    card.until.setCurrentIndex(choice)


def test_the_calendar_file_gets_everything_that_comes(
    qtbot: QtBot, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "mine.ics"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    desk.press("Save as a calendar file")
    qtbot.waitUntil(lambda: "mine.ics is saved" in words_in(desk.page))
    assert desk.saved == [(target, 15, "2 item(s) to check")]


@pytest.mark.logs
def test_a_calendar_file_that_cannot_be_written_is_told(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("full.ics", ""))
    desk.press("Save as a calendar file")
    qtbot.waitUntil(lambda: "could not be written" in words_in(desk.page))
    desk.show(case=None)
    desk.show(case=desk.case)
    assert "could not be written" not in words_in_sight(desk.page)


def test_nothing_is_written_without_a_name(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    desk.press("Save as a calendar file")
    assert desk.saved == []


def test_until_something_is_due_it_says_when_it_comes(desk: Desk) -> None:
    desk.show(at=at(date(2026, 3, 14)), retry_at=None)
    here = day_words(at(MONDAY, 9, 0).astimezone().date())
    assert desk.page.name == f"The next reminder comes on {here}"
    assert desk.page.buttons().primary is None


def test_in_practice_it_says_that_nothing_rings(desk: Desk) -> None:
    assert "Practice rings nowhere else" not in words_in(desk.page)
    desk.show(case=replace(desk.case, is_practice=True))
    assert "Practice rings nowhere else" in words_in(desk.page)


def test_without_a_case_it_says_what_will_be_there(desk: Desk) -> None:
    desk.page.show_snapshot(Snapshot(at=NOW))
    assert "The reminders will be here" in words_in(desk.page)
