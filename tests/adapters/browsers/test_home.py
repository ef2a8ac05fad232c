"""Looking at a whole home, and noticing when to look again."""

import os
import shutil
from pathlib import Path

import pytest

from tests.adapters.browsers.looking import CHROME, FIREFOX, catalogue, is_shop, look
from tests.data.browser_profiles import (
    Cookie,
    Login,
    write_cookies,
    write_firefox_logins,
    write_logins,
)
from tests.fakes.progress import Steps
from torimodosu.adapters.browsers import HomeBrowsers
from torimodosu.recovery.progress import Cancelled
from torimodosu.recovery.signin.ports import Browsers
from torimodosu.recovery.signin.profile import ProfileRead

STORE = f"{CHROME}/Login Data"
LIST = f"{FIREFOX}/logins.json"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    write_logins(tmp_path / STORE, [Login()])
    write_firefox_logins(tmp_path / LIST, [Login()])
    write_cookies(tmp_path / CHROME / "Cookies", [Cookie(host="x.example", name="a")])
    return tmp_path


def browsers(home: Path) -> Browsers:
    return HomeBrowsers(home, catalogue())


def test_a_home_without_browsers_tells_nothing(tmp_path: Path) -> None:
    assert list(look(tmp_path)) == []
    assert list(look(tmp_path / "gone")) == []


def test_profiles_are_counted_on_the_way(home: Path) -> None:
    steps = Steps()
    list(browsers(home).read(is_shop, steps))
    assert steps.heard == [(0, 2), (1, 2), (2, 2)]


def test_a_look_can_be_broken_off(home: Path) -> None:
    with pytest.raises(Cancelled):
        list(browsers(home).read(is_shop, Steps(most=1)))


def test_an_origin_is_asked_about_once(home: Path) -> None:
    asked: list[str] = []

    def concerns(origin: str) -> bool:
        asked.append(origin)
        return True

    list(browsers(home).read(concerns, Steps()))
    assert sorted(asked) == ["https://www.amazon.co.jp", "x.example"]


def test_a_profile_that_is_reached_by_two_ways_is_read_once(home: Path) -> None:
    (home / ".config/mozilla").symlink_to(home / ".mozilla")
    (home / ".config/google-chrome/Profile 7").symlink_to(home / CHROME)
    profiles = [f.profile for f in look(home) if isinstance(f, ProfileRead)]
    assert [profile.browser for profile in profiles] == ["chrome", "firefox"]


def test_the_stamp_stays_as_long_as_the_lists_do(home: Path) -> None:
    first = browsers(home).stamp()
    list(browsers(home).read(is_shop, Steps()))
    write_cookies(home / CHROME / "Network/Cookies", [])
    assert browsers(home).stamp() == first


@pytest.mark.parametrize(
    "place",
    [
        STORE,
        f"{STORE}-journal",
        f"{CHROME}/Login Data For Account",
        LIST,
        f"{FIREFOX}/permissions.sqlite-wal",
        ".config/google-chrome/Profile 2/Login Data",
        ".config/chromium/Default/Login Data",
        ".librewolf/a1.default/logins.json",
    ],
)
def test_the_stamp_changes_with_every_list(place: str, home: Path) -> None:
    first = browsers(home).stamp()
    (home / place).parent.mkdir(parents=True, exist_ok=True)
    with (home / place).open("ab") as file:
        file.write(b"more")
    assert browsers(home).stamp() != first


def test_the_stamp_changes_when_a_list_is_put_in_place_of_another(home: Path) -> None:
    first = browsers(home).stamp()
    status = (home / LIST).stat()
    shutil.copyfile(home / LIST, home / "new")
    (home / "new").replace(home / LIST)
    os.utime(home / LIST, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert browsers(home).stamp() != first


def test_the_stamp_changes_when_a_list_is_gone(home: Path) -> None:
    first = browsers(home).stamp()
    (home / STORE).unlink()
    assert browsers(home).stamp() != first


def test_the_stamp_of_what_cannot_be_listed_is_a_stamp(tmp_path: Path) -> None:
    (tmp_path / ".config").mkdir()
    (tmp_path / ".config/google-chrome").write_bytes(b"a file")
    (tmp_path / ".mozilla").mkdir()
    (tmp_path / ".mozilla/firefox").symlink_to("firefox")
    assert browsers(tmp_path).stamp()
