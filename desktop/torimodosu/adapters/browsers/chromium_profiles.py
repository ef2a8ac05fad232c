"""Where the profiles of Chromium, and of browsers made from it, lie."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from torimodosu.adapters.browsers.files import may_be_there, read_json, read_text, shown
from torimodosu.adapters.browsers.found_profile import FoundProfile, find_profile
from torimodosu.adapters.browsers.json_values import at, table_at, text_at
from torimodosu.adapters.browsers.roots import Root
from torimodosu.adapters.browsers.trouble import StoreError
from torimodosu.recovery.catalogue.browser import ProfilePlaces
from torimodosu.recovery.signin.profile import BrowserProfile, StoreNotCovered

_T = TypeVar("_T")

ACCOUNT_FILE = "Login Data For Account"

_LOGIN_FILE = "Login Data"
_PREFERENCES = "Preferences"
_LOCAL_STATE = "Local State"
_VERSION_FILE = "Last Version"
_FIRST_PROFILE = "Default"
# Chromium's own, which no person browses in (chrome/common/chrome_constants.cc).
_NO_PERSON = {"System Profile", "Guest Profile"}
# Opera keeps further profiles one level below.
_SIDE_PROFILES = "_side_profiles"


def chromium_stores(places: ProfilePlaces) -> tuple[str, ...]:
    """Return what the lists of logins in a profile are called."""
    return (*(places.login_files or (_LOGIN_FILE,)), ACCOUNT_FILE)


def chromium_folders(root: Root) -> Iterator[Path]:
    """Yield the folders in *root* that hold, or may hold, a profile.

    Raises:
        OSError: If they cannot be listed.

    """
    marks = (*chromium_stores(root.places), _PREFERENCES)
    below = sorted(os.scandir(root.folder), key=lambda entry: entry.name)
    side = root.folder / _SIDE_PROFILES
    if side.is_dir():
        below += sorted(os.scandir(side), key=lambda entry: entry.name)
    paths = [Path(entry) for entry in below if entry.name not in _NO_PERSON]
    for folder in (root.folder, *paths):
        if any(may_be_there(folder / mark) for mark in marks):
            yield folder


def chromium_profiles(root: Root) -> Iterator[FoundProfile | StoreNotCovered]:
    """Yield the profiles in *root*, named as the browser names them.

    Raises:
        OSError: If they cannot be listed.

    """
    state = _or_none(root, _LOCAL_STATE, read_json)
    version = (_or_none(root, _VERSION_FILE, read_text) or "").strip()
    last_used = text_at(state, "profile", "last_used") or _FIRST_PROFILE
    known = table_at(state, "profile", "info_cache")
    for folder in chromium_folders(root):
        name = _name(known.get(folder.name))
        profile = BrowserProfile(
            browser=root.browser,
            channel=root.channel,
            name=name or shown(Path(folder.name)),
            folder=shown(folder),
            version=version,
            is_in_use=folder.name == last_used or folder == root.folder,
        )
        yield find_profile(root, folder, profile)


def _name(entry: object) -> str:
    """Return the name by which the browser shows a profile; "" is not known.

    As chrome/browser/profiles/profile_attributes_entry.cc has it: that of the account,
    and behind it the one that the person gave the profile.
    """
    own = text_at(entry, "name").strip()
    account = (text_at(entry, "gaia_given_name") or text_at(entry, "gaia_name")).strip()
    if not account:
        return own
    is_default = at(entry, "is_using_default_name") is True
    if is_default or not own or own.casefold() == account.casefold():
        return account
    return f"{account} ({own})"


def _or_none(
    root: Root, name: str, read: Callable[[Path, Path], _T | None]
) -> _T | None:
    """Return what a file tells that only has names in it, or None."""
    try:
        return read(root.folder / name, root.folder)
    except StoreError:
        return None
