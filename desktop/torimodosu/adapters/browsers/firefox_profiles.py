"""Where the profiles of Firefox, and of browsers made from it, lie.

`profiles.ini` lists them (https://support.mozilla.org/kb/profiles-where-firefox-stores-
user-data); those that Firefox 138 and later makes from its menu stand in a database of
their group instead. Folders that nothing lists are looked at as well.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from torimodosu.adapters.browsers.database import Tables, read_database
from torimodosu.adapters.browsers.files import may_be_there, read_text, real, shown
from torimodosu.adapters.browsers.found_profile import FoundProfile, find_profile
from torimodosu.adapters.browsers.ini import Section, read_sections
from torimodosu.adapters.browsers.roots import Root
from torimodosu.adapters.browsers.trouble import StoreError
from torimodosu.recovery.signin.profile import BrowserProfile, StoreNotCovered

_INI = "profiles.ini"
_GROUPS = "Profile Groups"
_VERSION_FILE = "compatibility.ini"
# One of these is in every profile that was ever opened, or holds logins.
_MARKS = (
    *("logins.json", "logins-backup.json", "logins.db", "signons.sqlite"),
    *("prefs.js", "times.json", "compatibility.ini", "key4.db", "key3.db"),
)
# toolkit/profile/nsToolkitProfileService.cpp: a profile is named after the channel of
# update that made it.
_CHANNELS = {
    "default-esr": "esr",
    "default-beta": "beta",
    "dev-edition-default": "developer",
    "default-nightly": "nightly",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _List:
    """What `profiles.ini` says of the folders that are there."""

    names: Mapping[Path, str]
    in_use: frozenset[Path]


def firefox_folders(root: Root) -> Iterator[Path]:
    """Yield the folders that hold, or may hold, a profile, those listed first.

    Raises:
        OSError: If they cannot be listed.

    """
    beside = [*root.folder.iterdir()]
    below = root.folder / "Profiles"
    beside += [*below.iterdir()] if below.is_dir() else []
    others = sorted(folder for folder in beside if _may_be_profile(folder))
    yield from dict.fromkeys((*_listed(root).names, *others))


def _may_be_profile(folder: Path) -> bool:
    return any(may_be_there(folder / mark) for mark in _MARKS)


def firefox_profiles(root: Root) -> Iterator[FoundProfile | StoreNotCovered]:
    """Yield the profiles in *root*, named as the browser names them.

    One that is listed at a place outside of the home folder is told and not read.

    Raises:
        OSError: If they cannot be listed.

    """
    known = _listed(root)
    names = {**known.names, **_grouped(root)}
    folders = list(firefox_folders(root))
    for folder in folders:
        suffix = folder.name.partition(".")[2]
        profile = BrowserProfile(
            browser=root.browser,
            channel=root.channel or _CHANNELS.get(suffix, ""),
            name=names.get(folder, "") or shown(Path(suffix or folder.name)),
            folder=shown(folder),
            version=_version(folder),
            is_in_use=folder in known.in_use or len(folders) == 1,
        )
        yield find_profile(root, folder, profile)


def _listed(root: Root) -> _List:
    sections = read_sections(_text(root.folder, _INI))
    # Since version 67 each installation has its own; "Default=1" is that of before.
    installed = {s.values.get("Default") for s in sections if _is_install(s)} - {None}
    names = {}
    in_use = set()
    for section in sections:
        path = section.values.get("Path", "")
        folder = _folder(root, path)
        if not path or not section.name.startswith("Profile"):
            continue
        if may_be_there(folder):
            names[folder] = section.values.get("Name", "")
        is_default = section.values.get("Default") == "1"
        if path in installed or (is_default and not installed):
            in_use.add(folder)
    return _List(names=names, in_use=frozenset(in_use))


def _is_install(section: Section) -> bool:
    return section.name.startswith("Install")


def _folder(root: Root, path: str) -> Path:
    """Return the folder that a list means; its paths count from where it lies."""
    return root.folder / path.replace("\\", "/")


def _grouped(root: Root) -> Mapping[Path, str]:
    """Return the names of profiles that were made from the menu."""

    def read(tables: Tables) -> dict[Path, str]:
        return {
            _folder(root, str(row["path"])): str(row["name"])
            for row in tables.rows("Profiles", ("path", "name"))
        }

    names: dict[Path, str] = {}
    folder = root.folder / _GROUPS
    for database in sorted(folder.glob("*.sqlite")) if folder.is_dir() else ():
        try:
            names |= read_database(database, root.folder, read) or {}
        except StoreError:
            continue  # Their folders are found all the same, under other names.
    return names


def _version(folder: Path) -> str:
    """Return the version that opened the profile last, such as "153.7.0"."""
    for section in read_sections(_text(folder, _VERSION_FILE)):
        if section.name == "Compatibility":
            return section.values.get("LastVersion", "").partition("_")[0]
    return ""


def _text(folder: Path, name: str) -> str:
    try:
        return read_text(folder / name, real(folder)) or ""
    except StoreError:
        return ""
