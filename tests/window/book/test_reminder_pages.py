"""Reminders and contacts in the window itself, on a real store."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from icalendar import Calendar
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.contracts.cases import SHOP
from tests.fakes.clock import JAPAN
from tests.window.scene import SaturdayEvening, opened
from tests.window.seen import words_in_sight
from torimodosu.adapters.store import Store
from torimodosu.recovery.reminders.contact import Channel
from torimodosu.window.appearance import Appearance
from torimodosu.window.frame import Frame
from torimodosu.window.kit.button import Button
from torimodosu.window.place import View
from torimodosu.window.ports import Ports
from torimodosu.window.steps.reminders.telling_card import TellingCard
from torimodosu.window.words.counts import Counts
from torimodosu.window.words.dates import day_words

NOW = SaturdayEvening().now()


@pytest.fixture
def window(store: Store, ports: Ports, appearance: Appearance) -> Iterator[Frame]:
    """Return a window in which a real case is open."""
    store.open(replace(SHOP, noticed=NOW.date()), at=NOW, is_practice=False)
    with opened(ports, appearance) as frame:
        yield frame
        ports.jobs.shut_down()


def press(window: Frame, name: str) -> None:
    buttons = window.findChildren(Button)
    next(b for b in buttons if b.isVisible() and b.accessibleName() == name).click()
    # What the bar does comes after the press.
    QCoreApplication.processEvents()


def test_a_contact_without_an_answer_becomes_a_reminder(
    qtbot: QtBot, window: Frame, store: Store
) -> None:
    window.navigation.go_to(View.CONTACTS)
    press(window, "Note a contact")
    press(window, "Chat")
    press(window, "Keep it")
    page = window.navigation.page
    qtbot.waitUntil(lambda: "still to come" in page.name)
    (case,) = store.all()
    (contact,) = store.reminder_records.contacts_of(case)
    assert (contact.channel, contact.answered_at) == (Channel.CHAT, None)
    press(window, "Reminders")
    # Saturday evening, and Monday is a holiday: the third working day is Thursday.
    due = datetime(2026, 11, 26, 9, tzinfo=JAPAN)
    here = day_words(due.astimezone().date())
    assert window.navigation.page.name == f"The next reminder comes on {here}"
    window.navigation.go_to(View.OVERVIEW)
    assert f"Next reminder: {here}" in words_in_sight(window.navigation.page)


def test_the_reminders_are_written_for_a_calendar(
    qtbot: QtBot, window: Frame, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "mine.ics"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    window.navigation.go_to(View.REMINDERS)
    press(window, "Save as a calendar file")
    page = window.navigation.page
    qtbot.waitUntil(lambda: "mine.ics is saved" in words_in_sight(page))
    written = Calendar.from_ical(target.read_bytes())
    titles = {str(event["summary"]) for event in written.walk("VEVENT")}
    assert titles == {Counts().items_to_check(1)}


def test_an_hour_that_was_chosen_holds_for_the_next_window(
    window: Frame, ports: Ports, appearance: Appearance
) -> None:
    window.navigation.go_to(View.REMINDERS)
    card = window.navigation.page.findChild(TellingCard)
    assert isinstance(card, TellingCard)
    card.hour.setCurrentIndex(card.hour.findText("20:00"))
    with opened(ports, appearance) as another:
        another.navigation.go_to(View.REMINDERS)
        card = another.navigation.page.findChild(TellingCard)
        assert isinstance(card, TellingCard)
        assert card.hour.currentText() == "20:00"
