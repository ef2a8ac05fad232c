"""A contact that was just noted may have settled its step, if the person says so."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from tests.window.seen import words_in_sight
from tests.window.steps.test_contacts import MAIL, NOW, Desk, field
from torimodosu.adapters.store import Store
from torimodosu.recovery.plan.steps import Step
from torimodosu.window.kit.look import Look
from torimodosu.window.place import View

ASKED = "Could you say what had to be said?"


@pytest.fixture
def desk(qtbot: QtBot, look: Look, store: Store) -> Desk:
    desk = Desk(look, store)
    qtbot.addWidget(desk.page)
    desk.page.show()
    return desk


@pytest.mark.parametrize(
    ("whom", "step", "deed"),
    [
        ("The shop", Step.SHOP, "Tell the shop"),
        ("A card company", Step.CARD_COMPANY, "Tell the card company"),
        ("The police", Step.POLICE, "Tell the police"),
    ],
)
def test_who_said_what_was_needed_is_done_and_led_on(
    desk: Desk, whom: str, step: Step, deed: str
) -> None:
    desk.primary()
    desk.press(whom)
    assert ASKED not in words_in_sight(desk.page)
    desk.primary()
    words = words_in_sight(desk.page)
    assert ASKED in words
    assert f"Then “{deed}” is done." in words
    told: list[object] = []
    desk.page.said.connect(told.append)
    desk.page.place_chosen.connect(told.append)
    desk.press("Yes, that is done")
    assert told == [step, View.OVERVIEW]
    desk.page.rebuild()
    assert ASKED not in words_in_sight(desk.page)


@pytest.mark.parametrize("whom", ["The mail provider", "Somebody else"])
def test_who_was_no_step_is_only_noted(desk: Desk, whom: str) -> None:
    desk.primary()
    desk.press(whom)
    desk.primary()
    assert ASKED not in words_in_sight(desk.page)


def test_what_is_done_already_is_not_asked_again(desk: Desk) -> None:
    desk.store.say(desk.case, Step.SHOP, at=NOW)
    desk.add(MAIL)
    desk.primary()
    desk.primary()
    assert len(desk.kept()) == len([MAIL]) + 1
    assert ASKED not in words_in_sight(desk.page)


def test_what_is_noted_next_or_not_kept_is_not_asked_about(desk: Desk) -> None:
    desk.primary()
    desk.primary()
    assert ASKED in words_in_sight(desk.page)
    desk.primary()
    desk.secondary()
    assert ASKED not in words_in_sight(desk.page)


def test_another_case_is_asked_nothing(desk: Desk) -> None:
    desk.primary()
    desk.primary()
    snapshot = desk.page.snapshot
    desk.page.show_snapshot(replace(snapshot, case=replace(desk.case, number=99)))
    assert ASKED not in words_in_sight(desk.page)


def about_the_first_card(desk: Desk) -> None:
    desk.primary()
    desk.press("A card company")
    card = field(desk, QComboBox, "card")
    card.setCurrentIndex(card.findData(1))
    desk.primary()


def told_by(desk: Desk) -> list[object]:
    told: list[object] = []
    desk.page.said.connect(told.append)
    desk.page.reported.connect(lambda card, day: told.append((card, day)))
    return told


def test_a_call_about_a_card_reports_its_loss(desk: Desk) -> None:
    about_the_first_card(desk)
    assert "the loss of 青いカード 1234 counts as reported" in words_in_sight(desk.page)
    told = told_by(desk)
    desk.press("Yes, that is done")
    assert told == [Step.CARD_COMPANY, (1, NOW.astimezone().date())]


def test_the_next_card_is_asked_about_though_a_company_was_told(desk: Desk) -> None:
    desk.store.say(desk.case, Step.CARD_COMPANY, at=NOW)
    about_the_first_card(desk)
    told = told_by(desk)
    desk.press("Yes, that is done")
    assert told == [(1, NOW.astimezone().date())]


def test_a_card_whose_loss_is_reported_is_not_asked_about(desk: Desk) -> None:
    desk.store.say(desk.case, Step.CARD_COMPANY, at=NOW)
    day = NOW.astimezone().date()
    desk.store.card_records.say_reported(desk.case, 1, day, at=NOW)
    about_the_first_card(desk)
    assert ASKED not in words_in_sight(desk.page)
