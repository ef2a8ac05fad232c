from dataclasses import replace
from datetime import timedelta

from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.window.steps.sign_in.looks import (
    AT,
    CHANGED,
    FRESH,
    MINUTE,
    OLD,
    RESET,
    World,
    looked,
    press,
    primary,
    profile,
    said,
    show,
    tried,
    when,
)
from torimodosu.recovery.mail.account_event import AccountEventKind
from torimodosu.recovery.plan.steps import Step
from torimodosu.recovery.signin.saved_login import LoginStore
from torimodosu.recovery.signin.trial import Outcome, Trial
from torimodosu.window.kit.boxes import Box
from torimodosu.window.stage import PageArea
from torimodosu.window.steps.sign_in.page import SignInPage
from torimodosu.window.steps.sign_in.removal import RemovalCard
from torimodosu.window.words.dates import clock_words, moment_words


def test_the_answer_is_one_sentence(page: SignInPage) -> None:
    show(page, scan=looked(profile(OLD)))
    heading = page.heading()
    assert heading.title == "Found it: an old password is being sent"
    assert heading.why == (
        "Google Chrome, profile “Taro”, still holds a password for amazon.co.jp"
        f" (saved: March 2014, last used: {when(AT - MINUTE)}). It is older than your"
        f" reset ({when(RESET)}). Remove this one entry."
    )


def test_a_conflict_shows_its_moments_and_what_will_prove_its_end(
    page: SignInPage,
) -> None:
    words = show(page, scan=looked(profile(OLD), profile(browser="firefox")))
    for part in (
        *("March 2014", "Google Chrome saved this one", "You set a new one"),
        *("Conflict", "12 year(s) older than your reset", "1 old entries are gone"),
        *("We are watching. It changes within seconds", "Not yet"),
        "Looked at: Google Chrome, Firefox",
    ):
        assert part in words
    assert primary(page) == "Look once more"


def test_an_old_entry_that_was_not_sent_is_told_more_carefully(
    page: SignInPage,
) -> None:
    unused = replace(OLD, last_filled=RESET - timedelta(days=3))
    words = show(page, scan=looked(profile(unused)))
    assert page.name == "Found: an old password is still saved"
    assert "Google Chrome still has the old one" in words


def test_the_way_to_the_entry_is_that_of_the_browser(page: SignInPage) -> None:
    words = show(page, scan=looked(profile(OLD), profile(name="Hanako")))
    assert "How to remove it (Google Chrome 130)" in words
    assert "Open Google Chrome as “Taro”" in words
    assert "Only this one: March 2014, for taro@example.jp" in words
    assert "Press “Delete / 削除”" in words
    press(page, "Copy chrome://password-manager/passwords")
    clipboard = QGuiApplication.clipboard()
    assert clipboard.text() == "chrome://password-manager/passwords"


def test_firefox_opens_its_list_by_itself(page: SignInPage, world: World) -> None:
    show(page, scan=looked(profile(OLD, browser="firefox")))
    press(page, "Open in Firefox")
    assert world.opened == [("firefox", "about:logins?filter=www.amazon.co.jp")]


def test_where_firefox_cannot_be_started_its_address_is_copied(
    page: SignInPage, world: World
) -> None:
    world.can_open = False
    show(page, scan=looked(profile(OLD, browser="firefox")))
    press(page, "Open in Firefox")
    assert "Paste this address into Firefox" in said(page)
    press(page, "Copy about:logins?filter=www.amazon.co.jp")
    assert QGuiApplication.clipboard().text().startswith("about:logins")


def test_a_browser_that_is_not_known_is_explained_too(page: SignInPage) -> None:
    words = show(page, scan=looked(profile(OLD, browser="netscape")))
    assert "Open the saved passwords of netscape" in words


def test_in_practice_the_entry_is_removed_with_one_press(
    page: SignInPage, world: World
) -> None:
    show(page, scan=looked(profile(OLD)))
    press(page, "Remove it in the practice")
    assert world.removed == [page.snapshot.case]


def test_a_real_case_offers_no_such_thing(page: SignInPage) -> None:
    case = page.snapshot.case
    assert case is not None
    real = replace(case, is_practice=False)
    words = show(page, case=real, scan=looked(profile(OLD)))
    assert "Remove it in the practice" not in words


def test_many_old_entries_are_counted_and_listed(page: SignInPage) -> None:
    copy = replace(OLD, entry="8", store=LoginStore.ACCOUNT)
    app = replace(
        OLD, entry="9", origin="android://x@com.amazon.mShop.android.shopping/"
    )
    words = show(
        page, scan=looked(profile(OLD, copy, app), profile(OLD, browser="edge"))
    )
    assert "4 old entries are gone" in words
    assert "and 1 more" in words
    assert "The same entry is in the synced account too." in words
    assert "the app on the phone" in words


def test_an_old_entry_is_shown_beside_what_was_said(page: SignInPage) -> None:
    words = show(page, said={Step.SIGN_IN: AT}, scan=looked(profile(OLD)))
    assert page.name == "You are in again"
    assert "A browser still holds an old password" in page.heading().why
    assert "Fixed" not in words
    assert page.findChildren(RemovalCard)
    undo = page.buttons().secondary
    assert undo is not None
    assert undo.words == "Not done after all"


def test_a_word_alone_confirms_nothing(page: SignInPage) -> None:
    words = show(page, said={Step.SIGN_IN: AT}, scan=looked(profile(FRESH)))
    assert page.name == "You are in again"
    assert "You can sign in" in words
    assert f"Noted on {moment_words(AT)}" in words
    assert "Confirmed" not in words
    assert "An old saved password was there" not in words


def test_the_end_is_proven_and_leads_on(page: SignInPage) -> None:
    words = show(
        page,
        scan=looked(profile(FRESH)),
        stale_seen_at=AT - timedelta(minutes=8),
        tried=tried(Trial.TYPED_BY_HAND, Outcome.GOT_IN),
    )
    assert page.name == "Fixed: no old password is left"
    assert f"Confirmed {clock_words(AT)}" in words
    assert f"You noted this: {when(AT)}" in words
    places: list[object] = []
    page.place_chosen.connect(places.append)
    following = page.buttons().primary
    assert following is not None
    following.run()
    assert places == [Step.TAKE_BACK]


def test_who_is_still_refused_after_that_sees_the_other_causes(
    page: SignInPage,
) -> None:
    fixed = {"scan": looked(profile(FRESH)), "stale_seen_at": AT - MINUTE}
    words = show(page, **fixed, tried=tried(Trial.TYPED_BY_HAND, Outcome.DOTS_DIFFER))
    assert "What it may be" not in words
    words = show(page, **fixed, tried=tried(Trial.TYPED_BY_HAND, Outcome.REFUSED))
    assert page.name == "Fixed: no old password is left"
    assert "What it may be" in words


def test_another_change_opens_the_step_again(page: SignInPage) -> None:
    later = replace(CHANGED, kind=AccountEventKind.ACCOUNT_LOCKED, at=AT)
    show(page, scan=looked(profile(FRESH)), reopened_by=later)
    assert page.name == "A mail tells of one more change"
    assert f"The shop locked the account ({when(AT)})." in page.heading().why
    assert primary(page) == "Look once more"


def test_a_new_finding_is_shown_from_its_title_and_nothing_else_moves_the_page(
    page: SignInPage, qtbot: QtBot
) -> None:
    show(page)
    area = PageArea(page.look, page)
    qtbot.addWidget(area)
    area.resize(800, 300)
    with qtbot.waitExposed(area):
        area.show()
    bar = area.verticalScrollBar()
    bar.setValue(120)
    show(page)
    assert bar.value() == 120
    show(page, scan=looked(profile(OLD)))
    assert bar.value() == 0
    # It outlives the area, which would take it along.
    page.setParent(None)


def test_of_many_entries_the_old_ones_are_shown_first_and_the_rest_is_counted(
    page: SignInPage,
) -> None:
    fresh = [profile(FRESH, browser="edge", name=f"Hana {n}") for n in range(4)]
    old = [profile(OLD, name=f"Taro {n}") for n in range(5)]
    words = show(page, scan=looked(*fresh, *old))
    assert all(f"Taro {n}" in words for n in range(5))
    assert "Hana 0" in words
    assert "Hana 3" not in words
    assert "and 3 more" in words


def test_a_further_look_leaves_the_parts_until_it_has_found_something(
    qtbot: QtBot, page: SignInPage
) -> None:
    show(page, scan=looked(profile(OLD)))
    parts, buttons = page.findChildren(Box), []
    page.buttons_changed.connect(lambda: buttons.append(page.buttons().primary))
    action = page.buttons().primary
    assert action is not None
    action.run()
    qtbot.waitUntil(lambda: len(buttons) > 1)
    assert [bool(button and button.held_back) for button in buttons] == [True, False]
    assert page.findChildren(Box) == parts
