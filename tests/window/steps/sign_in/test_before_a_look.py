from dataclasses import replace
from datetime import timedelta

from pytestqt.qtbot import QtBot

from tests.window.steps.sign_in.looks import (
    AT,
    CHANGED,
    RESET,
    press,
    primary,
    said,
    show,
    tried,
    when,
)
from torimodosu.adapters.store import Store
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.steps import Step
from torimodosu.recovery.signin.trial import Outcome, Trial, Tried
from torimodosu.window.kit.fields import MomentEdit
from torimodosu.window.steps.sign_in.page import SignInPage


def test_before_a_look_there_are_four_tries_and_one_button(page: SignInPage) -> None:
    words = said(page)
    for name in ("Type it by hand", "Use a private window", "Use another browser"):
        assert name in words
    assert primary(page) == "Look at my browsers"
    assert f"Set: {when(RESET)}" in words


def test_a_try_is_noted_with_one_press_and_the_next_one_opens(page: SignInPage) -> None:
    press(page, "Wrong number of dots")
    kept = page.snapshot.tried[Trial.TYPED_BY_HAND]
    assert kept == Tried(trial=kept.trial, outcome=Outcome.DOTS_DIFFER, at=AT)
    assert "Ctrl+Shift+N" in said(page)
    press(page, "Change: Type it by hand")
    press(page, "Take the result back")
    assert page.snapshot.tried == {}


def test_a_try_can_be_folded(page: SignInPage) -> None:
    press(page, "Fold: Type it by hand")
    assert "press the eye icon" not in said(page)
    press(page, "Note it: Use another device")
    assert "Your phone" in said(page)


def test_another_reset_is_advised_against(page: SignInPage) -> None:
    assert "Do not reset once more now" in said(page)
    words = show(page, tried=tried(Trial.OTHER_DEVICE, Outcome.GOT_IN))
    assert "Your new password is right" in words


def test_the_time_of_the_reset_can_be_corrected(page: SignInPage) -> None:
    press(page, "Correct")
    (edit,) = page.findChildren(MomentEdit)[-1:]
    edit.show_moment(RESET - timedelta(hours=1))
    page.rebuild()
    press(page, "Keep this time")
    assert page.snapshot.reset_said == RESET - timedelta(hours=1)
    assert "You said so" in said(page)
    press(page, "Correct")
    press(page, "Go by the mails")
    assert page.snapshot == replace(page.snapshot, reset_said=None)
    assert "A mail of the shop says so" in said(page)


def test_without_a_mail_the_reset_is_asked_for(page: SignInPage) -> None:
    words = show(page, events=())
    assert "When did you last set a new password?" in words
    press(page, "Keep this time")
    assert page.snapshot.reset_said == AT


def test_a_look_is_shown_while_it_goes_on(
    qtbot: QtBot, page: SignInPage, practice: Store
) -> None:
    action = page.buttons().primary
    assert action is not None
    action.run()
    assert "Looking at what your browsers have saved" in said(page)
    action = page.buttons().primary
    assert action is not None
    assert action.held_back
    case = page.snapshot.case
    assert case is not None

    def is_kept() -> bool:
        return practice.snapshot(case, at=AT).scan is not None

    qtbot.waitUntil(is_kept)


def test_without_a_case_the_questions_come_first(page: SignInPage) -> None:
    show(page, case=None)
    assert page.buttons().primary is None
    places: list[object] = []
    page.place_chosen.connect(places.append)
    press(page, "Answer five questions")
    assert places == [Step.QUESTIONS]


def test_the_help_says_that_passwords_are_not_read(page: SignInPage) -> None:
    assert "never read" in page.help_words()


def test_that_one_is_in_is_said_and_taken_back(page: SignInPage) -> None:
    told: list[object] = []
    page.said.connect(told.append)
    page.taken_back.connect(told.append)
    page.place_chosen.connect(told.append)
    action = page.buttons().secondary
    assert action is not None
    action.run()
    show(page, said={Step.SIGN_IN: AT})
    assert page.name == "You are in again"
    buttons = page.buttons()
    assert buttons.primary is not None
    assert buttons.secondary is not None
    buttons.primary.run()
    buttons.secondary.run()
    assert told == [Step.SIGN_IN, Step.TAKE_BACK, Step.SIGN_IN]


def test_the_mail_behind_the_reset_is_shown(
    qtbot: QtBot, page: SignInPage, snapshot: Snapshot
) -> None:
    mail = snapshot.notices[0].sha256
    show(page, events=(replace(CHANGED, mail=mail),))
    press(page, f"See: Set: {when(RESET)}")
    qtbot.waitUntil(lambda: page.name == "The mail behind it")
    assert snapshot.notices[0].subject in said(page)
    assert primary(page) == "Back to the finding"
    action = page.buttons().primary
    assert action is not None
    action.run()
    assert page.name == "Let us find out why sign-in fails"
