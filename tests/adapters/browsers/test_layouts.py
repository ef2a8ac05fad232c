"""Where the browsers of every system keep their profiles."""

from pathlib import Path

import pytest

from tests.adapters.browsers.looking import catalogue, is_shop, look, only, reads
from tests.data.browser_profiles import Login, write_firefox_logins, write_logins
from tests.fakes.progress import Steps
from torimodosu.adapters.browsers import HomeBrowsers
from torimodosu.recovery.catalogue.browser import FolderBase, ProfileFormat
from torimodosu.recovery.signin.profile import StoreNotCovered

LOCAL = "AppData/Local"
ROAMING = "AppData/Roaming"
MAC = "Library/Application Support"
ARC = "Packages/TheBrowserCompany.Arc_ttt1ap7aakyb4"
CHROMIUMS = [
    ("chrome", "", ".config/google-chrome/Default"),
    ("chrome", "beta", ".config/google-chrome-beta/Profile 2"),
    ("chrome", "dev", ".config/google-chrome-unstable/Default"),
    ("chrome", "", f"{LOCAL}/Google/Chrome/User Data/Default"),
    ("chrome", "canary", f"{LOCAL}/Google/Chrome SxS/User Data/Default"),
    ("chrome", "", f"{MAC}/Google/Chrome/Profile 1"),
    ("chrome", "canary", f"{MAC}/Google/Chrome Canary/Default"),
    ("chrome", "", ".var/app/com.google.Chrome/config/google-chrome/Default"),
    ("chromium", "", ".config/chromium/Default"),
    ("chromium", "", "snap/chromium/common/chromium/Default"),
    ("chromium", "", ".var/app/org.chromium.Chromium/config/chromium/Default"),
    ("edge", "", f"{LOCAL}/Microsoft/Edge/User Data/Default"),
    ("edge", "", f"{MAC}/Microsoft Edge/Default"),
    ("edge", "dev", ".config/microsoft-edge-dev/Default"),
    ("brave", "", f"{LOCAL}/BraveSoftware/Brave-Browser/User Data/Default"),
    ("brave", "nightly", ".config/BraveSoftware/Brave-Browser-Nightly/Default"),
    ("vivaldi", "", ".config/vivaldi/Default"),
    ("vivaldi", "", f"{MAC}/Vivaldi/Default"),
    ("opera", "", f"{ROAMING}/Opera Software/Opera Stable"),
    ("opera", "", f"{ROAMING}/Opera Software/Opera Stable/Default"),
    ("opera", "gx", f"{ROAMING}/Opera Software/Opera GX Stable"),
    ("opera", "", f"{MAC}/com.operasoftware.Opera"),
    ("opera", "", ".config/opera/_side_profiles/AB12CD34"),
    ("arc", "", f"{LOCAL}/{ARC}/LocalCache/Local/Arc/User Data/Default"),
    ("arc", "", f"{MAC}/Arc/User Data/Default"),
    ("yandex", "", f"{LOCAL}/Yandex/YandexBrowser/User Data/Default"),
]
FIREFOXES = [
    ("firefox", ".mozilla/firefox/a1.default-release"),
    ("firefox", ".config/mozilla/firefox/a1.default-esr"),
    ("firefox", "snap/firefox/common/.mozilla/firefox/a1.default"),
    ("firefox", ".var/app/org.mozilla.firefox/.mozilla/firefox/a1.default-release"),
    ("firefox", f"{ROAMING}/Mozilla/Firefox/Profiles/a1.default-release"),
    ("firefox", f"{MAC}/Firefox/Profiles/a1.default-release"),
    ("librewolf", ".librewolf/a1.default-default"),
    ("librewolf", f"{ROAMING}/librewolf/Profiles/a1.default-default"),
    ("waterfox", ".waterfox/a1.default-release"),
    ("waterfox", f"{MAC}/Waterfox/Profiles/a1.default-release"),
    ("floorp", ".floorp/a1.default-release"),
    ("floorp", f"{ROAMING}/Floorp/Profiles/a1.default-release"),
]


@pytest.mark.parametrize(("browser", "channel", "folder"), CHROMIUMS)
def test_a_profile_of_chromium_and_its_kin_is_found(
    browser: str, channel: str, folder: str, tmp_path: Path
) -> None:
    write_logins(tmp_path / folder / "Login Data", [Login()])
    read = only(tmp_path)
    assert (read.profile.browser, read.profile.channel) == (browser, channel)
    assert len(read.logins) == 1


@pytest.mark.parametrize(("browser", "folder"), FIREFOXES)
def test_a_profile_of_firefox_and_its_kin_is_found(
    browser: str, folder: str, tmp_path: Path
) -> None:
    write_firefox_logins(tmp_path / folder / "logins.json", [Login()])
    (read,) = reads(tmp_path)
    assert read.profile.browser == browser
    assert len(read.logins) == 1


@pytest.mark.parametrize(
    ("folder", "channel"),
    [
        ("a1.default-release", ""),
        ("a1.default-esr", "esr"),
        ("a1.dev-edition-default", "developer"),
        ("a1.default-nightly", "nightly"),
        ("a1.work", ""),
    ],
)
def test_firefox_names_a_profile_after_its_channel(
    folder: str, channel: str, tmp_path: Path
) -> None:
    write_firefox_logins(tmp_path / ".mozilla/firefox" / folder / "logins.json", [])
    assert only(tmp_path).profile.channel == channel


BASES = {
    FolderBase.HOME: "",
    FolderBase.CONFIG: ".config",
    FolderBase.LOCAL_APP_DATA: LOCAL,
    FolderBase.ROAMING_APP_DATA: ROAMING,
    FolderBase.APPLICATION_SUPPORT: MAC,
}


def test_every_folder_of_the_catalogue_is_looked_at(tmp_path: Path) -> None:
    expected = set()
    for browser in catalogue().browsers.values():
        assert browser.profiles is not None
        for place in browser.profiles.folders:
            folder = tmp_path / BASES[place.base] / place.path.replace("*", "any")
            if browser.profiles.format is ProfileFormat.CHROMIUM:
                write_logins(folder / "Default/Login Data")
                expected.add((browser.id, place.channel))
            elif browser.profiles.format is ProfileFormat.FIREFOX:
                write_firefox_logins(folder / "a1.default/logins.json", [])
                expected.add((browser.id, place.channel))
    found = {(read.profile.browser, read.profile.channel) for read in reads(tmp_path)}
    assert found == expected
    assert len(expected) > 25


def test_twelve_browsers_and_more_can_be_looked_at() -> None:
    asked_for = {
        *("chrome", "chromium", "edge", "brave", "vivaldi", "opera", "arc", "yandex"),
        *("firefox", "librewolf", "waterfox", "floorp"),
    }
    browsers = catalogue().browsers
    for name in asked_for:
        assert browsers[name].saved_passwords, name
        assert browsers[name].delete_button, name


def test_the_way_to_a_screen_is_told_in_both_languages() -> None:
    for browser in catalogue().browsers.values():
        for screen in (browser.saved_passwords, browser.site_data, browser.export):
            if screen is not None:
                assert len(screen.path_ja) == len(screen.path_en), browser.id
                assert screen.addresses or screen.path_ja, browser.id


@pytest.mark.parametrize(
    ("browser", "place"),
    [
        ("safari", "Library/Safari/History.db"),
        ("epiphany", ".local/share/epiphany/ephy-history.db"),
        (
            "internet_explorer",
            f"{LOCAL}/Microsoft/Vault/4BF4C442-9B8A-41A0-B380-DD4A704DDB28/1A.vcrd",
        ),
    ],
)
def test_what_only_the_browser_itself_can_show_is_told(
    browser: str, place: str, tmp_path: Path
) -> None:
    (tmp_path / place).parent.mkdir(parents=True)
    (tmp_path / place).write_bytes(b"sealed")
    (found,) = look(tmp_path)
    assert isinstance(found, StoreNotCovered)
    assert found.browser == browser
    assert (found.part.value, found.trouble.value) == ("logins", "needs_export")


def test_an_empty_vault_of_windows_holds_nothing(tmp_path: Path) -> None:
    vault = "Microsoft/Vault/4BF4C442-9B8A-41A0-B380-DD4A704DDB28"
    (tmp_path / LOCAL / vault).mkdir(parents=True)
    assert list(look(tmp_path)) == []


def test_older_states_that_browsers_and_snap_keep_are_left_alone(
    tmp_path: Path,
) -> None:
    chrome = tmp_path / LOCAL / "Google/Chrome/User Data"
    brave = ".config/BraveSoftware/Brave-Browser/Default/Login Data"
    write_logins(chrome / "Snapshots/120.0.1/Default/Login Data", [Login()])
    write_logins(tmp_path / "snap/brave/41" / brave, [Login()])
    write_logins(tmp_path / "snap/brave/42" / brave)
    (tmp_path / "snap/brave/current").symlink_to("42")
    assert only(tmp_path).logins == ()


@pytest.mark.parametrize(
    ("variable", "path"),
    [
        ("LOCALAPPDATA", "Google/Chrome/User Data/Default"),
        ("APPDATA", "Opera Software/Opera Stable"),
        ("XDG_CONFIG_HOME", "vivaldi/Default"),
    ],
)
def test_a_variable_may_have_moved_the_folder_of_the_person_who_is_there(
    variable: str, path: str, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    write_logins(tmp_path / "moved" / path / "Login Data", [Login()])
    moved = {variable: str(tmp_path / "moved")}
    own = HomeBrowsers(home, catalogue(), environment=moved)
    assert len(list(own.read(is_shop, Steps()))) == 1
    assert list(look(home)) == []


def test_a_variable_that_names_no_whole_path_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_logins(tmp_path / "moved/vivaldi/Default/Login Data", [Login()])
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.chdir(tmp_path)
    moved = {"XDG_CONFIG_HOME": "moved"}
    browsers = HomeBrowsers(home, catalogue(), environment=moved)
    assert list(browsers.read(is_shop, Steps())) == []
