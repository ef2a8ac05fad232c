"""No secret of a profile comes out of it: not as text, not in memory, not on disk."""

import gc
import logging
import pickle
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.adapters.browsers.looking import CHROME, FIREFOX, catalogue
from tests.contracts.cases import SHOP
from tests.data.browser_profiles import (
    SECRET,
    Cookie,
    Login,
    write_cookies,
    write_firefox_cookies,
    write_firefox_logins,
    write_logins,
)
from tests.fakes.clock import FRIDAY_NIGHT
from tests.fakes.progress import Steps
from torimodosu.adapters.browsers import HomeBrowsers
from torimodosu.adapters.store import Store
from torimodosu.recovery.signin.looking import look_at_browsers
from torimodosu.recovery.signin.scan import SignInScan
from torimodosu.recovery.signin.site import LoginSite

SITE = LoginSite(service="amazon.co.jp", hosts=("amazon.co.jp",))
NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
BROKEN = "a1.broken"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Return a home whose every store holds the secret, one of them broken."""
    home = tmp_path / "home"
    cookies = [Cookie(host=".amazon.co.jp", name="session-id")]
    write_logins(home / CHROME / "Login Data", [Login()])
    write_logins(home / CHROME / "Login Data For Account", [Login()])
    write_cookies(home / CHROME / "Cookies", cookies)
    write_firefox_logins(home / FIREFOX / "logins.json", [Login()])
    write_firefox_cookies(home / FIREFOX / "cookies.sqlite", cookies)
    broken = home / ".mozilla/firefox" / BROKEN / "logins.json"
    write_firefox_logins(broken, [Login()])
    broken.write_bytes(broken.read_bytes()[:-40])
    return home


def scan(home: Path) -> SignInScan:
    browsers = HomeBrowsers(home, catalogue())
    return look_at_browsers(browsers, SITE, at=NOON, progress=Steps())


def holds_secret(content: bytes) -> bool:
    return any(
        SECRET.encode(coding) in content for coding in ("utf-8", "utf-16-le", "utf-32")
    )


def test_the_fixture_holds_its_secret_everywhere(home: Path) -> None:
    files = [path for path in home.rglob("*") if path.is_file()]
    assert len(files) == 6
    assert [path.name for path in files if not holds_secret(path.read_bytes())] == []


def test_nothing_of_a_secret_is_in_what_a_look_gives(home: Path) -> None:
    found = scan(home)
    assert len(found.profiles) == 3
    assert len(found.not_covered) == 2
    assert not holds_secret(pickle.dumps(found))
    assert SECRET not in repr(found)


def reachable(start: object) -> Iterator[object]:
    """Yield everything that *start* keeps alive, but modules and classes."""
    waiting, seen = [start], {id(start)}
    while waiting:
        thing = waiting.pop()
        yield thing
        for inner in gc.get_referents(thing):
            is_code = isinstance(inner, type) or type(inner) is type(sys)
            if id(inner) not in seen and not is_code:
                seen.add(id(inner))
                waiting.append(inner)


def test_nothing_of_a_secret_is_kept_alive_by_what_a_look_gives(home: Path) -> None:
    browsers = HomeBrowsers(home, catalogue())
    found = look_at_browsers(browsers, SITE, at=NOON, progress=Steps())
    kept = [
        thing
        for thing in reachable((browsers, found))
        if isinstance(thing, str | bytes | bytearray)
    ]
    assert len(kept) > 30
    assert [thing for thing in kept if SECRET in str(thing)] == []


def test_nothing_of_a_secret_is_logged(
    home: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        scan(home)
    assert SECRET not in caplog.text


def test_nothing_of_a_secret_is_kept(home: Path, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    store = Store.at(folder / "cases.sqlite")
    case = store.open(SHOP, at=FRIDAY_NIGHT, is_practice=False)
    store.keep_scan(case, scan(home))
    written = [path.read_bytes() for path in folder.rglob("*") if path.is_file()]
    assert any(b"session-id" in content for content in written)
    assert not any(map(holds_secret, written))
