from dataclasses import replace
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from tests.recovery.plan.test_reminding import NOW, everything, opened
from tests.recovery.reminders.moments import MONDAY, at
from tests.window.seen import words_in
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.look import Look
from torimodosu.window.place import View
from torimodosu.window.steps.overview.page import OverviewPage
from torimodosu.window.steps.overview.reminders import ReminderLine
from torimodosu.window.words.dates import day_words


def overview(qtbot: QtBot, look: Look, snapshot: Snapshot) -> OverviewPage:
    page = OverviewPage(look, snapshot)
    qtbot.addWidget(page)
    page.show_snapshot(snapshot)
    return page


def test_a_case_without_news_shows_no_line(qtbot: QtBot, look: Look) -> None:
    page = overview(qtbot, look, opened())
    assert page.findChildren(ReminderLine) == []
    # Half a year later the account should be looked at.
    page = overview(qtbot, look, opened(at(date(2026, 9, 14))))
    assert "1 item(s) to check" in words_in(page)


def test_it_says_how_much_is_due_and_what_is_waited_for(
    qtbot: QtBot, look: Look
) -> None:
    words = words_in(overview(qtbot, look, everything()))
    assert "2 item(s) to check" in words
    assert "1 answer(s) still to come" in words


def test_else_it_says_when_the_next_reminder_comes(qtbot: QtBot, look: Look) -> None:
    early = replace(everything(), at=at(date(2026, 3, 14)), retry_at=None, contacts=())
    words = words_in(overview(qtbot, look, early))
    here = day_words(at(MONDAY, 9, 0).astimezone().date())
    assert f"Next reminder: {here}" in words
    assert "You need not keep the days in mind." in words


@pytest.mark.parametrize(
    ("name", "view"),
    [("Reminders", View.REMINDERS), ("Whom you turned to", View.CONTACTS)],
)
def test_it_leads_to_both_pages(
    qtbot: QtBot, look: Look, name: str, view: View
) -> None:
    page = overview(qtbot, look, replace(everything(), at=NOW))
    buttons = page.findChildren(Button)
    with qtbot.waitSignal(page.place_chosen) as chosen:
        next(one for one in buttons if one.accessibleName() == name).click()
    assert chosen.args == [view]
