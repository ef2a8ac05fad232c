"""Looks at the browsers, and what is read and pressed on the page."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent

from tests.fakes.clock import JAPAN
from tests.window.scene import SaturdayEvening
from tests.window.seen import words_in
from torimodosu.adapters.packs import load_catalogue
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.mail.account_event import AccountEvent, AccountEventKind
from torimodosu.recovery.mail.judging.judgement import Verdict
from torimodosu.recovery.signin.profile import (
    BrowserProfile,
    ProfileRead,
    StoreNotCovered,
)
from torimodosu.recovery.signin.saved_login import LoginStore, SavedLogin
from torimodosu.recovery.signin.scan import SignInScan
from torimodosu.recovery.signin.site import site_of
from torimodosu.recovery.signin.trial import Outcome, Trial, Tried
from torimodosu.resources import resource
from torimodosu.window.kit.button import Button
from torimodosu.window.steps.sign_in.page import SignInPage
from torimodosu.window.words.dates import near_words

AT = SaturdayEvening().now()
CATALOGUE = load_catalogue(resource("catalogue"))
SITE = site_of(CATALOGUE.services["amazon.co.jp"])
MINUTE = timedelta(minutes=1)
RESET = AT.replace(hour=19, minute=42)
CHANGED = AccountEvent(
    mail="a" * 64,
    kind=AccountEventKind.PASSWORD_CHANGED,
    at=RESET,
    verdict=Verdict.GENUINE,
)
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


def show(page: SignInPage, **known: Any) -> str:  # noqa: ANN401 -- any field
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
