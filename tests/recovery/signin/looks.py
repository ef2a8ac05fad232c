"""Looks at browsers: Chrome holds the old password, or no longer does."""

from datetime import datetime, timedelta

from tests.fakes.clock import FRIDAY_NIGHT, JAPAN
from torimodosu.recovery.signin.profile import (
    BrowserProfile,
    DismissedPrompt,
    ProfileRead,
    SiteData,
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
)
PROFILE = BrowserProfile(
    browser="chrome",
    name="Taro",
    folder="/home/\udcff/.config/google-chrome/Default",
    version="154.0",
    is_in_use=True,
)
OLD = SavedLogin(
    entry="7",
    store=LoginStore.DEVICE,
    origin="https://www.amazon.co.jp",
    page="/ap/signin",
    username="taro@example.com",
    created=datetime(2014, 3, 2, 21, 4, tzinfo=JAPAN),
    modified=datetime(2014, 3, 2, 21, 4, tzinfo=JAPAN),
    last_used=FRIDAY_NIGHT,
    times_used=212,
)
COOKIES = SiteData(host="www.amazon.co.jp", cookies=14, newest=FRIDAY_NIGHT)
PROMPT = DismissedPrompt(origin="https://www.amazon.co.jp", times=2)
LOCKED = StoreNotCovered(
    browser="edge",
    profile="Default",
    part=StorePart.LOGINS,
    trouble=StoreTrouble.LOCKED,
    path="/home/x/.config/microsoft-edge/Default/Login Data",
)


def looked(
    *logins: SavedLogin,
    at: datetime = FRIDAY_NIGHT,
    not_covered: tuple[StoreNotCovered, ...] = (),
    cookies: SiteData = COOKIES,
) -> SignInScan:
    """Return a look at one profile that holds *logins*."""
    read = ProfileRead(
        profile=PROFILE,
        stores=(LoginStore.DEVICE, LoginStore.ACCOUNT),
        logins=logins,
        dismissed=(PROMPT,),
        site_data=(cookies,),
        extensions=("Bitwarden",),
        saves_passwords=True,
    )
    return SignInScan(at=at, site=SITE, profiles=(read,), not_covered=not_covered)


def minutes(count: int) -> timedelta:
    """Return *count* minutes."""
    return timedelta(minutes=count)
