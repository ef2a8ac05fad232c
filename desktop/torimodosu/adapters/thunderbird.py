"""Where Thunderbird keeps mail."""

import sys
from collections.abc import Sequence
from pathlib import Path

# https://support.mozilla.org/kb/profiles-where-thunderbird-stores-user-data; snap and
# flatpak have a home of their own, Debian called it Icedove until 2017.
_PLACES = {
    "win32": ("AppData/Roaming/Thunderbird",),
    "darwin": ("Library/Thunderbird",),
    "linux": (
        ".thunderbird",
        "snap/thunderbird/common/.thunderbird",
        ".var/app/org.mozilla.Thunderbird/.thunderbird",
        ".icedove",
    ),
}
_MAIL_FOLDERS = ("Mail", "ImapMail")


def thunderbird_folders(home: Path, system: str | None = None) -> Sequence[Path]:
    """Return the folders below *home* in which Thunderbird profiles keep mail.

    *system* is called as `sys.platform` calls it; that of today if not given.
    """
    places = _PLACES.get(system or sys.platform, _PLACES["linux"])
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
    try:
        text = (place / "profiles.ini").read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return sorted(beside)
    # An absolute path replaces the place.
    named = [place / path for path in _paths(text)]
    return [*named, *sorted(set(beside) - set(named))]


def _paths(text: str) -> Sequence[str]:
    """Return the paths that the *text* of a list of profiles names."""
    # Late: most people have no Thunderbird.
    from configparser import ConfigParser, Error  # noqa: PLC0415

    ini = ConfigParser(interpolation=None, strict=False)
    try:
        ini.read_string(text)
    except Error:
        return ()
    return [
        section["Path"]
        for name, section in ini.items()
        if name.startswith("Profile") and "Path" in section
    ]
