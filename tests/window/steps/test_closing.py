from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from tests.contracts.cases import SHOP
from tests.window.scene import SaturdayEvening
from tests.window.seen import words_in
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.plan.advice import open_steps, opened_again
from torimodosu.recovery.plan.later_changes import weighed_anew
from torimodosu.recovery.plan.snapshot import Closing, Snapshot
from torimodosu.recovery.plan.steps import Step
from torimodosu.window.guides import guide_text
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.look import Look
from torimodosu.window.page import Action
from torimodosu.window.place import View
from torimodosu.window.steps.closing.page import ClosingPage
from torimodosu.window.steps.overview.facts import FactsCard

NOW = SaturdayEvening().now()
BEFORE = NOW - timedelta(days=1)
BEGUN = Snapshot(at=NOW, case=Case(number=1, answers=SHOP))
LEFT = frozenset(open_steps(BEGUN))
SAID = {Step.CLOSING: BEFORE}
CLOSED = replace(BEGUN, said=SAID, closing=Closing(at=BEFORE, left=LEFT))
OPENED = weighed_anew(
    replace(BEGUN, said=SAID, closing=Closing(at=BEFORE, left=LEFT - {Step.SHOP}))
)
Build = Callable[[Snapshot], ClosingPage]


@pytest.fixture
def build(qtbot: QtBot, look: Look) -> Build:
    def build(snapshot: Snapshot) -> ClosingPage:
        page = ClosingPage(look, snapshot, read=guide_text)
        qtbot.addWidget(page)
        page.show_snapshot(snapshot)
        return page

    return build


def primary_of(page: ClosingPage) -> Action:
    primary = page.buttons().primary
    assert primary is not None
    return primary


def secondary_of(page: ClosingPage) -> Action:
    secondary = page.buttons().secondary
    assert secondary is not None
    return secondary


def test_before_it_is_closed_it_shows_the_signs_and_what_is_open(
    qtbot: QtBot, build: Build
) -> None:
    page = build(BEGUN)
    words = words_in(page)
    assert "Signs that it is over" in words
    assert "Still open" in words
    assert "Keep the shop's mails safe" in words
    assert "Mails are the best proof" in words
    assert "Opened since you closed" not in words
    assert primary_of(page).words == "Close the case"
    with qtbot.waitSignal(page.said) as said:
        primary_of(page).run()
    assert said.args == [Step.CLOSING]
    assert "close once more" in page.help_words()


def test_what_is_open_is_a_press_away(qtbot: QtBot, build: Build) -> None:
    page = build(BEGUN)
    buttons = page.findChildren(Button)
    go = next(one for one in buttons if one.accessibleName().endswith("Tell the shop"))
    with qtbot.waitSignal(page.place_chosen) as chosen:
        go.click()
    assert chosen.args == [Step.SHOP]


def test_a_closed_case_says_so_with_its_date_and_can_be_opened(
    qtbot: QtBot, build: Build
) -> None:
    page = build(CLOSED)
    assert page.heading().title == "The case is closed, as you say"
    words = words_in(page)
    assert "Noted on 20 November" in words
    assert "Left open when you closed" in words
    with qtbot.waitSignal(page.taken_back) as taken_back:
        secondary_of(page).run()
    assert taken_back.args == [Step.CLOSING]
    with qtbot.waitSignal(page.place_chosen) as chosen:
        primary_of(page).run()
    assert chosen.args == [View.OVERVIEW]


def test_what_opened_since_is_named_with_its_reason_and_closed_once_more(
    qtbot: QtBot, build: Build
) -> None:
    assert opened_again(OPENED) == (Step.SHOP,)
    page = build(OPENED)
    assert page.heading().title == "1 thing(s) opened again"
    assert "You closed the case on 20 November" in page.heading().why
    words = words_in(page)
    assert "Opened since you closed" in words
    assert "Tell the shop" in words
    assert "Left open when you closed" in words
    with qtbot.waitSignal(page.place_chosen) as chosen:
        primary_of(page).run()
    assert chosen.args == [Step.SHOP]
    assert secondary_of(page).words == "Close it again"
    with qtbot.waitSignal(page.said) as said:
        secondary_of(page).run()
    assert said.args == [Step.CLOSING]


def test_the_overview_tells_of_a_closed_case_that_is_open_again(
    qtbot: QtBot, look: Look
) -> None:
    for known, is_told in ((OPENED, True), (CLOSED, False), (BEGUN, False)):
        card = FactsCard(look, known)
        qtbot.addWidget(card)
        told = "1 thing(s) opened since you closed"
        assert (told in words_in(card)) is is_told
        assert ("You closed the case on 20 November" in words_in(card)) is is_told


def test_without_a_case_it_can_only_be_read(build: Build) -> None:
    page = build(Snapshot(at=NOW))
    assert "Signs that it is over" in words_in(page)
    assert "Still open" not in words_in(page)
    assert page.buttons().primary is None
