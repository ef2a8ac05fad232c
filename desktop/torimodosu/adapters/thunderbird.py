"""Where Thunderbird keeps mail."""

import platform
from collections.abc import Sequence
from configparser import ConfigParser
from configparser import Error as BrokenIni
from pathlib import Path

# https://support.mozilla.org/kb/profiles-where-thunderbird-stores-user-data; snap and
# flatpak have a home of their own, Debian called it Icedove until 2017.
_PLACES = {
    "Windows": ("AppData/Roaming/Thunderbird",),
    "Darwin": ("Library/Thunderbird",),
    "Linux": (
        ".thunderbird",
        "snap/thunderbird/common/.thunderbird",
        ".var/app/org.mozilla.Thunderbird/.thunderbird",
        ".icedove",
    ),
}
_MAIL_FOLDERS = ("Mail", "ImapMail")


def thunderbird_folders(home: Path, system: str | None = None) -> Sequence[Path]:
    """Return the folders below *home* in which Thunderbird profiles keep mail.

    *system* is what `platform.system` tells, for which it is asked if not given.
    """
    places = _PLACES.get(system or platform.system(), _PLACES["Linux"])
    folders: list[Path] = []
    for place in places:
        for profile in _profiles(home / place):
            candidates = [profile / name for name in _MAIL_FOLDERS]
            folders += [
                folder
                for folder in candidates
                if folder not in folders and folder.is_dir()
            ]
    return folders


def _profiles(place: Path) -> Sequence[Path]:
    """Return the profiles that the list of profiles names, and those beside it."""
    beside = [*place.glob("Profiles/*"), *place.glob("*.default*")]
    ini = ConfigParser(interpolation=None, strict=False)
    try:
        ini.read_string((place / "profiles.ini").read_text("utf-8-sig"))
    except (OSError, UnicodeDecodeError, BrokenIni):
        return sorted(beside)
    named = [
        place / section["Path"]  # an absolute path replaces the place
        for name, section in ini.items()
        if name.startswith("Profile") and "Path" in section
    ]
    return [*named, *sorted(set(beside) - set(named))]
