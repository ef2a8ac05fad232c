"""Looking at a home folder as the program does."""

from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from tests.browsers.shop import HOST
from tests.fakes.progress import Steps
from torimodosu.adapters.browsers import HomeBrowsers
from torimodosu.adapters.packs import load_catalogue
from torimodosu.recovery.catalogue.catalogue import Catalogue
from torimodosu.recovery.signin.looking import look_at_browsers
from torimodosu.recovery.signin.profile import ProfileRead
from torimodosu.recovery.signin.saved_login import SavedLogin
from torimodosu.recovery.signin.scan import SignInScan
from torimodosu.recovery.signin.site import site_of
from torimodosu.resources import resource


@cache
def shipped_catalogue() -> Catalogue:
    return load_catalogue(resource("catalogue"))


def browsers_in(home: Path) -> HomeBrowsers:
    return HomeBrowsers(home, shipped_catalogue())


def look(home: Path) -> SignInScan:
    """Look at all that is in *home* for the shop, now."""
    service = shipped_catalogue().service_of(HOST)
    assert service
    return look_at_browsers(
        browsers_in(home), site_of(service), at=now(), progress=Steps()
    )


def profile_in_use(home: Path) -> ProfileRead:
    """Return what the profile tells that the browser opens by itself.

    Firefox makes another one, which it never uses.
    """
    (profile,) = (one for one in look(home).profiles if one.profile.is_in_use)
    return profile


def logins(home: Path) -> tuple[SavedLogin, ...]:
    """Return what is saved for the shop in whichever profile."""
    return tuple(login for one in look(home).profiles for login in one.logins)


def now() -> datetime:
    return datetime.now(UTC)
