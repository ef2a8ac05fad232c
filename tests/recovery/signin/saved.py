"""Saved logins, profiles and looks for the tests of the rules, made in one line."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from tests.fakes.clock import FRIDAY_NIGHT
from torimodosu.recovery.signin.profile import (
    BrowserProfile,
    DismissedPrompt,
    ProfileRead,
    StoreNotCovered,
    StorePart,
    StoreTrouble,
)
from torimodosu.recovery.signin.saved_login import LoginStore, SavedLogin
from torimodosu.recovery.signin.scan import SignInScan
from torimodosu.recovery.signin.site import LoginSite

SITE = LoginSite(
    service="amazon.co.jp",
    hosts=("amazon.co.jp",),
    related_hosts=("amazon.com",),
    apps=("com.amazon.mShop.android.shopping",),
    sign_in_hosts=("www.amazon.co.jp",),
)
WWW = "https://www.amazon.co.jp"
BARE = "https://amazon.co.jp"
SISTER = "https://www.amazon.com"
APP = "android://hash==@com.amazon.mShop.android.shopping/"
RESET = FRIDAY_NIGHT
SECOND = timedelta(seconds=1)
HOUR = timedelta(hours=1)
YEARS_BEFORE = RESET - timedelta(days=3650)
BEFORE = RESET - HOUR
AFTER = RESET + HOUR
LATER = RESET + 2 * HOUR


_ENTRY = SavedLogin(
    entry="1", store=LoginStore.DEVICE, origin=WWW, username="taro@example.jp"
)


def saved(modified: datetime | None = YEARS_BEFORE, **fields: Any) -> SavedLogin:  # noqa: ANN401 -- any field of an entry
    """Return an entry whose password was changed at *modified*."""
    return replace(_ENTRY, modified=modified, **fields)


def never(origin: str = WWW) -> SavedLogin:
    """Return the mark "never save"."""
    return saved(None, origin=origin, username="", entry="never", is_never_save=True)


def profile(
    *logins: SavedLogin,
    browser: str = "chrome",
    name: str = "Taro",
    **fields: Any,  # noqa: ANN401 -- any field of a profile
) -> ProfileRead:
    """Return a profile that was read and holds *logins*."""
    folder = f"/home/taro/{browser}/{name}"
    read = ProfileRead(
        profile=BrowserProfile(browser=browser, name=name, folder=folder),
        stores=(LoginStore.DEVICE,),
        logins=logins,
        saves_passwords=True,
        has_sync=False,
    )
    return replace(read, **fields)


def prompt(origin: str) -> DismissedPrompt:
    """Return that the question whether to save was closed on *origin*."""
    return DismissedPrompt(origin=origin, times=3)


def looked(
    *profiles: ProfileRead, not_covered: Sequence[StoreNotCovered] = ()
) -> SignInScan:
    """Return a look at *profiles* that missed *not_covered*."""
    return SignInScan(
        at=LATER, site=SITE, profiles=profiles, not_covered=tuple(not_covered)
    )


def missed(
    part: StorePart = StorePart.LOGINS,
    trouble: StoreTrouble = StoreTrouble.LOCKED,
    path: str = "/home/taro/edge/Default/Login Data",
) -> StoreNotCovered:
    """Return that *part* of a profile was not read."""
    return StoreNotCovered(
        browser="edge", profile="Default", part=part, trouble=trouble, path=path
    )
