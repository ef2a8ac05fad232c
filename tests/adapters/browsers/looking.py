"""Looking at the browsers of a made-up home."""

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

from tests.fakes.progress import Steps
from torimodosu.adapters.browsers import HomeBrowsers
from torimodosu.adapters.packs import load_catalogue
from torimodosu.recovery.catalogue.catalogue import Catalogue
from torimodosu.recovery.signin.ports import BrowserFinding
from torimodosu.recovery.signin.profile import ProfileRead, StoreNotCovered
from torimodosu.recovery.signin.saved_login import SavedLogin
from torimodosu.resources import resource

CHROME = ".config/google-chrome/Default"
FIREFOX = ".mozilla/firefox/ab12cd34.default-release"


def is_shop(origin: str) -> bool:
    """Tell whether an origin is that of the shop of these tests."""
    return "amazon.co.jp" in origin or "com.amazon.mShop" in origin


@cache
def catalogue() -> Catalogue:
    """Return what the program is shipped with."""
    return load_catalogue(resource("catalogue"))


def look(
    home: Path, concerns: Callable[[str], bool] = is_shop
) -> Sequence[BrowserFinding]:
    """Return everything that the browsers in *home* tell."""
    return list(HomeBrowsers(home, catalogue()).read(concerns, Steps()))


def reads(
    home: Path, concerns: Callable[[str], bool] = is_shop
) -> Sequence[ProfileRead]:
    """Return the profiles that were read."""
    return [f for f in look(home, concerns) if isinstance(f, ProfileRead)]


def only(home: Path) -> ProfileRead:
    """Return the one profile in *home*, all of which was read."""
    (found,) = look(home)
    assert isinstance(found, ProfileRead)
    return found


def logins(
    home: Path, concerns: Callable[[str], bool] = is_shop
) -> Sequence[SavedLogin]:
    """Return the saved logins of all profiles."""
    return [entry for read in reads(home, concerns) for entry in read.logins]


def missed(home: Path) -> set[tuple[str, str]]:
    """Return which parts were not read, and why."""
    return {
        (fault.part.value, fault.trouble.value)
        for fault in look(home)
        if isinstance(fault, StoreNotCovered)
    }
