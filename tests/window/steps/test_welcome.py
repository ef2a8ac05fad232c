from dataclasses import replace

import pytest
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from tests.contracts.cases import OTHER, SHOP
from tests.window.scene import SaturdayEvening
from tests.window.words import words_in
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.steps import Step
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.look import Look
from torimodosu.window.place import View
from torimodosu.window.steps.welcome.page import WelcomePage

NOTHING = Snapshot(at=SaturdayEvening().now())
CASE = Case(number=1, answers=SHOP)
PRACTICE = Case(number=2, answers=OTHER, is_practice=True)


def build(
    qtbot: QtBot, look: Look, kept: tuple[Case, ...] = (), *, is_open: bool = False
) -> WelcomePage:
    snapshot = replace(NOTHING, case=kept[0]) if is_open else NOTHING
    page = WelcomePage(look, snapshot, lambda: kept)
    qtbot.addWidget(page)
    page.rebuild()
    return page


def press(page: WelcomePage, name: str) -> None:
    buttons = page.findChildren(Button)
    next(button for button in buttons if button.accessibleName() == name).click()


def test_it_says_what_it_does_and_does_not(qtbot: QtBot, look: Look) -> None:
    page = build(qtbot, look)
    told = words_in(page)
    assert "It sends nothing anywhere" in told
    assert "Keeps the shop's mails" in told
    assert not page.buttons().has_bar


def test_it_leads_to_the_questions(qtbot: QtBot, look: Look) -> None:
    page = build(qtbot, look)
    with qtbot.waitSignal(page.place_chosen) as chosen:
        press(page, "Begin")
    assert chosen.args == [Step.QUESTIONS]


def test_it_leads_to_practice(qtbot: QtBot, look: Look) -> None:
    page = build(qtbot, look)
    with qtbot.waitSignal(page.practice_chosen):
        press(page, "Practise first")


def test_kept_cases_go_on_and_practice_is_marked(qtbot: QtBot, look: Look) -> None:
    page = build(qtbot, look, (CASE, PRACTICE))
    assert "Practice incident" in words_in(page)
    for case in (PRACTICE, CASE):
        with qtbot.waitSignal(page.case_chosen) as chosen:
            press(page, f"Go on with {case.answers.service}")
        assert chosen.args == [case]


def test_with_a_case_it_leads_back_or_to_a_new_one(qtbot: QtBot, look: Look) -> None:
    page = build(qtbot, look, (CASE,), is_open=True)
    with qtbot.waitSignal(page.place_chosen) as chosen:
        press(page, "Back to my case")
    assert chosen.args == [View.OVERVIEW]
    with qtbot.waitSignal(page.case_chosen) as chosen:
        press(page, "Start a new case")
    assert chosen.args == [None]


@pytest.mark.parametrize(
    ("locale", "checked"),
    [("en_GB", ["English"]), ("ja_JP", ["日本語"]), ("fr_FR", [])],
)
def test_the_language_can_be_chosen(
    qtbot: QtBot, look: Look, locale: str, checked: list[str]
) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(locale))
    page = build(qtbot, look)
    QLocale.setDefault(before)
    buttons = page.findChildren(Button)
    assert [b.accessibleName() for b in buttons if b.isChecked()] == checked
    with qtbot.waitSignal(page.language_chosen) as chosen:
        press(page, "日本語")
    assert chosen.args == ["ja"]
