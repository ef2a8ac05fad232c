from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.fakes.clock import JAPAN
from tests.window.scene import SaturdayEvening
from tests.window.words import words_in
from torimodosu.adapters.packs import load_catalogue
from torimodosu.adapters.store import Store
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.mail.account_event import AccountEvent, AccountEventKind
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.steps import Step
from torimodosu.recovery.signin.profile import (
    BrowserProfile,
    ProfileRead,
    StoreNotCovered,
    StorePart,
    StoreTrouble,
)
from torimodosu.recovery.signin.saved_login import LoginStore, SavedLogin
from torimodosu.recovery.signin.scan import SignInScan
from torimodosu.recovery.signin.site import site_of
from torimodosu.recovery.signin.trial import Outcome, Trial, Tried
from torimodosu.resources import resource
from torimodosu.window.dates import clock_words, near_words
from torimodosu.window.jobs import JobRunner
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.fields import MomentEdit
from torimodosu.window.kit.look import Look
from torimodosu.window.login_scan import LoginScan
from torimodosu.window.mail_reader import MailReader
from torimodosu.window.sign_in_notes import SignInNotes
from torimodosu.window.steps.sign_in.page import SignInPage, Tools

AT = SaturdayEvening().now()
CATALOGUE = load_catalogue(resource("catalogue"))
SITE = site_of(CATALOGUE.services["amazon.co.jp"])
MINUTE = timedelta(minutes=1)
RESET = AT.replace(hour=19, minute=42)
CHANGED = AccountEvent(mail="a" * 64, kind=AccountEventKind.PASSWORD_CHANGED, at=RESET)
OLD = SavedLogin(
    entry="7",
    store=LoginStore.DEVICE,
    origin="https://www.amazon.co.jp",
    page="/ap/signin",
    username="taro@example.jp",
    modified=datetime(2014, 3, 2, 21, 4, tzinfo=JAPAN),
    last_filled=AT - MINUTE,
)
FRESH = replace(OLD, modified=RESET + timedelta(minutes=1))


def profile(
    *logins: SavedLogin, browser: str = "chrome", name: str = "Taro"
) -> ProfileRead:
    return ProfileRead(
        profile=BrowserProfile(
            browser=browser, name=name, folder=f"/{browser}/{name}", version="130.0.1"
        ),
        stores=(LoginStore.DEVICE,),
        logins=logins,
    )


def looked(
    *profiles: ProfileRead, missed: tuple[StoreNotCovered, ...] = ()
) -> SignInScan:
    return SignInScan(at=AT, site=SITE, profiles=profiles, not_covered=missed)


def tried(trial: Trial, outcome: Outcome) -> dict[Trial, Tried]:
    return {trial: Tried(trial=trial, outcome=outcome, at=AT)}


def when(moment: datetime) -> str:
    """Return what the page says of *moment*, where the tests run."""
    return near_words(moment, now=AT)


class World:
    """What the page reaches for: which browser was opened, what was removed."""

    def __init__(self) -> None:
        self.opened: list[tuple[str, str]] = []
        self.removed: list[Case] = []
        self.can_open = True

    def open_in_browser(self, browser: str, address: str) -> bool:
        self.opened.append((browser, address))
        return self.can_open


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def page(  # noqa: PLR0913, PLR0917 -- everything is real
    qtbot: QtBot,
    look: Look,
    snapshot: Snapshot,
    practice: Store,
    worker: JobRunner,
    world: World,
) -> SignInPage:
    """Return the page on a real store, which shows at once what was kept."""

    def keep(note: Callable[[Case, datetime], None]) -> None:
        case = page.snapshot.case
        assert case is not None
        note(case, AT)
        now = practice.snapshot(case, at=AT)
        page.show_snapshot(replace(now, events=(CHANGED,)))

    tools = Tools(
        catalogue=CATALOGUE,
        scan=LoginScan(worker, lambda _case: "stamp"),
        notes=SignInNotes(practice, keep, remove_stale=world.removed.append),
        mails=MailReader(worker),
        open_in_browser=world.open_in_browser,
    )
    page = SignInPage(look, snapshot, tools)
    qtbot.addWidget(page)
    page.show_snapshot(replace(snapshot, events=(CHANGED,)))
    page.show()
    return page


def show(page: SignInPage, **known: object) -> str:
    """Show what is *known* besides the mail of the reset; return what is read."""
    page.show_snapshot(replace(page.snapshot, **known))
    return said(page)


def said(page: SignInPage) -> str:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return words_in(page)


def press(page: SignInPage, words: str) -> None:
    buttons = [b for b in page.findChildren(Button) if b.isVisible()]
    (button,) = (b for b in buttons if b.accessibleName() == words)
    button.click()


def primary(page: SignInPage) -> str:
    action = page.buttons().primary
    return "" if action is None else action.words


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
    assert "and 2 more" in words
    assert "Not looked at: your phone and other devices" in words


def test_a_computer_without_browsers_is_told_so(page: SignInPage) -> None:
    assert "No browser was found on this computer." in show(page, scan=looked())


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
    assert page.snapshot.reset_said is None
    assert "A mail of the shop says so" in said(page)


def test_without_a_mail_the_reset_is_asked_for(page: SignInPage) -> None:
    words = show(page, events=())
    assert "When did you last set a new password?" in words
    press(page, "Keep this time")
    assert page.snapshot.reset_said == AT


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


def test_an_old_entry_outranks_what_was_said(page: SignInPage) -> None:
    show(page, said={Step.SIGN_IN: AT}, scan=looked(profile(OLD)))
    assert page.name == "Found it: an old password is being sent"


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


def test_another_change_opens_the_step_again(page: SignInPage) -> None:
    later = replace(CHANGED, kind=AccountEventKind.ACCOUNT_LOCKED, at=AT)
    show(page, scan=looked(profile(FRESH)), reopened_by=later)
    assert page.name == "The account was changed once more"
    assert f"The shop locked the account ({when(AT)})." in page.heading().why
    assert primary(page) == "Look once more"


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


def test_the_mail_behind_the_reset_is_shown(
    qtbot: QtBot, page: SignInPage, snapshot: Snapshot
) -> None:
    mail = snapshot.notices[0].sha256
    show(page, events=(replace(CHANGED, mail=mail),))
    press(page, f"See: Set: {when(RESET)}")
    qtbot.waitUntil(lambda: page.name == "The mail behind it", timeout=30_000)
    assert snapshot.notices[0].subject in said(page)
    assert primary(page) == "Back to the finding"
    action = page.buttons().primary
    assert action is not None
    action.run()
    assert page.name == "Let us find out why sign-in fails"


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

    qtbot.waitUntil(is_kept, timeout=30_000)


def test_without_a_case_the_questions_come_first(page: SignInPage) -> None:
    show(page, case=None)
    assert page.buttons().primary is None
    places: list[object] = []
    page.place_chosen.connect(places.append)
    press(page, "Answer five questions")
    assert places == [Step.QUESTIONS]


def test_the_help_says_that_passwords_are_not_read(page: SignInPage) -> None:
    assert "never read" in page.help_words()
