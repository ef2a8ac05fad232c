from dataclasses import replace
from datetime import timedelta

import pytest

from tests.window.steps.sign_in.looks import (
    AT,
    CATALOGUE,
    CHANGED,
    FRESH,
    OLD,
    RESET,
    looked,
    press,
    profile,
    said,
    show,
    tried,
    when,
)
from torimodosu.recovery.mail.account_event import AccountEvent, AccountEventKind
from torimodosu.recovery.mail.judging.judgement import Verdict
from torimodosu.recovery.plan.steps import Step
from torimodosu.recovery.signin.profile import (
    StoreNotCovered,
    StorePart,
    StoreTrouble,
)
from torimodosu.recovery.signin.trial import Outcome, Trial
from torimodosu.window.steps.sign_in.browser_words import path_of
from torimodosu.window.steps.sign_in.page import SignInPage


@pytest.mark.parametrize("verdict", [Verdict.GENUINE, Verdict.CANNOT_TELL])
def test_the_time_of_the_reset_is_as_sure_as_its_mail(
    page: SignInPage, verdict: Verdict
) -> None:
    shown = show(
        page, scan=looked(profile(FRESH)), events=(replace(CHANGED, verdict=verdict),)
    )
    is_proven = verdict is Verdict.GENUINE
    assert ("Whether this mail is genuine is not proven." in shown) is not is_proven
    assert ("A mail of the shop says so" in shown) is is_proven


def test_what_forged_mails_tell_of_the_account_stands_apart(page: SignInPage) -> None:
    forged = AccountEvent(
        mail="f" * 64,
        kind=AccountEventKind.ADDRESS_CHANGED,
        at=RESET,
        verdict=Verdict.NOT_GENUINE,
    )
    words = show(page, scan=looked(profile(FRESH)), forged_events=(forged,))
    assert "From mails that are not genuine" in words
    assert "The mail claims: The mail address was changed" in words
    assert "Not genuine" in words


def test_without_a_conflict_the_causes_stand_in_their_order(page: SignInPage) -> None:
    words = show(
        page,
        scan=looked(profile(FRESH)),
        tried=tried(Trial.TYPED_BY_HAND, Outcome.CODE_REFUSED),
    )
    assert page.name == "No old password was found in your browsers"
    assert words.index("The code is not accepted") < words.index(
        "The browser fills in an old password"
    )
    assert "Newer than the reset" in words
    places: list[object] = []
    page.place_chosen.connect(places.append)
    press(page, "About the two-step check")
    show(page, tried=tried(Trial.TYPED_BY_HAND, Outcome.NO_SUCH_ACCOUNT))
    press(page, "How to reach the shop")
    assert places == [Step.TWO_STEP, Step.SHOP]


def test_what_was_not_read_is_never_fine(page: SignInPage) -> None:
    missed = StoreNotCovered(
        browser="edge",
        profile="Taro",
        part=StorePart.LOGINS,
        trouble=StoreTrouble.LOCKED,
        path="/x",
    )
    words = show(page, scan=looked(profile(FRESH), missed=(missed,) * 8))
    assert page.name == "The cause is not settled yet"
    assert (
        "Microsoft Edge, profile “Taro”: the saved passwords. The browser holds it."
        in words
    )
    assert "Show 2 more" in words
    assert "Not looked at: your phone, other devices, password apps" in words


def test_what_only_the_browser_shows_is_told_with_the_way_to_it(
    page: SignInPage,
) -> None:
    sealed = StoreNotCovered(
        browser="safari",
        profile="",
        part=StorePart.LOGINS,
        trouble=StoreTrouble.NEEDS_EXPORT,
        path="/x",
    )
    words = show(page, scan=looked(profile(FRESH), missed=(sealed,)))
    assert "Safari: the saved passwords. Only the browser itself can show it." in words
    screen = CATALOGUE.browsers["safari"].saved_passwords
    assert screen is not None
    assert path_of(screen) in words


def test_a_computer_without_browsers_is_told_so(page: SignInPage) -> None:
    assert "No browser was found on this computer." in show(page, scan=looked())
    assert page.name == "No browser was found on this computer"
    assert "Look at the device on which you sign in" in page.heading().why
    sealed = StoreNotCovered(
        browser="safari",
        profile="",
        part=StorePart.LOGINS,
        trouble=StoreTrouble.NEEDS_EXPORT,
        path="/x",
    )
    show(page, scan=looked(missed=(sealed,)))
    assert page.name == "The cause is not settled yet"


def test_a_hold_comes_with_a_reminder(page: SignInPage) -> None:
    waiting = tried(Trial.OTHER_DEVICE, Outcome.ASKED_TO_WAIT)
    words = show(page, scan=looked(profile(FRESH)), tried=waiting)
    later = when(AT + timedelta(hours=5))
    assert f"Try once more from {later}" in words
    press(page, "Remind me")
    assert page.snapshot.retry_at == AT + timedelta(hours=5)
    words = show(page, scan=looked(profile(FRESH)), tried=waiting)
    assert f"We remind you: {later}" in words
    press(page, "No reminder")
    assert page.snapshot.retry_at is None


def test_a_reminder_that_is_over_says_go(page: SignInPage) -> None:
    words = show(
        page,
        scan=looked(profile(FRESH)),
        tried=tried(Trial.OTHER_DEVICE, Outcome.ASKED_TO_WAIT),
        retry_at=AT - timedelta(minutes=1),
    )
    assert "You can try once more now." in words


def test_whoever_is_still_refused_goes_on_to_the_causes(page: SignInPage) -> None:
    show(page, scan=looked(profile(OLD)))
    further = page.buttons().secondary
    assert further is not None
    further.run()
    assert page.name == "What else it may be"
    assert "The shop holds the account back for a while" in said(page)
    back = page.buttons().secondary
    assert back is not None
    back.run()
    assert page.name == "Found it: an old password is being sent"


def test_the_events_of_the_mails_are_listed(page: SignInPage) -> None:
    moved = AccountEvent(
        mail="b" * 64,
        kind=AccountEventKind.ADDRESS_CHANGED,
        at=AT - timedelta(days=1),
        old_address="me@example.jp",
        new_address="thief@example.com",
    )
    events = (moved, CHANGED, *[replace(CHANGED, at=RESET - timedelta(days=9))] * 6)
    words = show(page, events=events, scan=looked(profile(FRESH)))
    assert "changed from me@example.jp to thief@example.com" in words
    assert "and 2 more" in words
