"""Folders that may not be read, and links that lead elsewhere: each is told."""

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.adapters.browsers.looking import (
    CHROME,
    FIREFOX,
    look,
    missed,
    reads,
)
from tests.data.browser_profiles import (
    Login,
    write_firefox_logins,
    write_logins,
)
from torimodosu.recovery.signin.profile import StoreNotCovered

STORE = f"{CHROME}/Login Data"

LIST = f"{FIREFOX}/logins.json"


@contextmanager
def without_permission(path: Path) -> Iterator[None]:
    """Take away every permission on *path*, also from the superuser."""
    if sys.platform == "win32":
        pytest.skip("permissions on Windows are lists of their own")
    path.chmod(0)
    is_superuser = os.geteuid() == 0
    above = list(path.parents)[:-2]
    modes = {folder: folder.stat().st_mode for folder in above}
    if is_superuser:
        for folder in above:
            folder.chmod(0o755)
        os.seteuid(65534)
    try:
        yield
    finally:
        if is_superuser:
            os.seteuid(0)
            for folder, mode in modes.items():
                folder.chmod(mode)
        path.chmod(0o700)


@pytest.mark.parametrize(
    ("place", "told"),
    [
        (".config/google-chrome", ("chrome", "", "profiles")),
        (CHROME, ("chrome", "Default", "logins")),
        (STORE, ("chrome", "Default", "logins")),
        (".mozilla/firefox", ("firefox", "", "profiles")),
        (FIREFOX, ("firefox", "default-release", "logins")),
        (LIST, ("firefox", "default-release", "logins")),
    ],
)
def test_what_may_not_be_read_is_told(
    place: str, told: tuple[str, str, str], tmp_path: Path
) -> None:
    write_logins(tmp_path / STORE, [Login()])
    write_firefox_logins(tmp_path / LIST, [])
    with without_permission(tmp_path / place):
        faults = [f for f in look(tmp_path) if isinstance(f, StoreNotCovered)]
    assert [(f.browser, f.profile, f.part.value) for f in faults] == [told]
    assert {fault.trouble.value for fault in faults} == {"no_permission"}


def test_a_home_that_may_not_be_read_is_told_once_for_each_browser(
    tmp_path: Path,
) -> None:
    write_logins(tmp_path / "home" / STORE, [Login()])
    with without_permission(tmp_path / "home"):
        faults = look(tmp_path / "home")
    browsers = [fault.browser for fault in faults if isinstance(fault, StoreNotCovered)]
    assert "chrome" in browsers
    assert len(browsers) == len(set(browsers)) == len(faults)


@pytest.mark.parametrize(
    "link", [".config", ".config/google-chrome", CHROME, ".mozilla", FIREFOX]
)
def test_a_folder_that_lies_outside_of_the_home_is_not_followed(
    link: str, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    write_logins(home / STORE, [Login()])
    write_firefox_logins(home / LIST, [Login()])
    shutil.move(home / link, tmp_path / "outside")
    (home / link).symlink_to(tmp_path / "outside")
    assert ("points_elsewhere") in {trouble for _, trouble in missed(home)}
    gone = "firefox" if "mozilla" in link else "chrome"
    assert gone not in {read.profile.browser for read in reads(home)}


@pytest.mark.parametrize("link", [".config", ".config/google-chrome", CHROME])
def test_a_folder_that_was_moved_within_the_home_is_found(
    link: str, tmp_path: Path
) -> None:
    write_logins(tmp_path / STORE, [Login()])
    shutil.move(tmp_path / link, tmp_path / "moved")
    (tmp_path / link).symlink_to(tmp_path / "moved")
    (read,) = reads(tmp_path)
    assert len(read.logins) == 1


def test_a_profile_that_is_listed_at_a_place_outside_is_not_read(
    tmp_path: Path,
) -> None:
    home = tmp_path / "home"
    write_firefox_logins(tmp_path / "disk/a1.mine/logins.json", [Login()])
    (home / ".mozilla/firefox").mkdir(parents=True)
    (home / ".mozilla/firefox/profiles.ini").write_text(
        f"[Profile0]\nName=mine\nIsRelative=0\nPath={tmp_path / 'disk/a1.mine'}\n"
    )
    (fault,) = look(home)
    assert isinstance(fault, StoreNotCovered)
    assert (fault.profile, fault.trouble.value) == ("mine", "points_elsewhere")


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    if sys.platform == "win32":
        pytest.skip("Windows has no pipes in folders")
    (tmp_path / CHROME).mkdir(parents=True)
    os.mkfifo(tmp_path / STORE)
    assert missed(tmp_path) == {("logins", "damaged")}
