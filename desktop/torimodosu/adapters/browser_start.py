"""Starting a browser on one of its own pages, where it takes that from outside."""

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

# Only a list of saved logins: nothing that came out of a file or a mail is opened.
_ALLOWED = "about:logins?filter="
# Under these names the packages of the distributions, Snap and Flatpak install them.
_PROGRAMS: Mapping[str, tuple[str, ...]] = {
    "firefox": ("firefox", "firefox-esr", "org.mozilla.firefox"),
    "librewolf": ("librewolf", "io.gitlab.librewolf-community"),
    "waterfox": ("waterfox", "net.waterfox.waterfox"),
    "floorp": ("floorp", "one.ablaze.floorp"),
}
_FOLDERS: Mapping[str, str] = {
    "firefox": "Mozilla Firefox",
    "librewolf": "LibreWolf",
    "waterfox": "Waterfox",
    "floorp": "Ablaze Floorp",
}


def open_in_browser(browser: str, address: str) -> bool:
    """Let *browser*, an id of the catalogue, show *address* in a new tab.

    Returns whether it could be started. Chromium takes no address of its own from
    outside; for it, and for every other address, nothing is started.
    """
    program = _program(browser)
    if program is None or not address.startswith(_ALLOWED):
        return False
    try:
        subprocess.Popen(  # noqa: S603 -- a browser that was found by its name
            [program, address],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return False
    return True


def _program(browser: str) -> str | None:
    for name in _PROGRAMS.get(browser, ()):
        found = shutil.which(name)
        if found is not None:
            return found
    # On Windows programs are rarely found by their name alone.
    folder = os.environ.get("PROGRAMFILES")
    if folder is None or browser not in _FOLDERS:
        return None
    path = Path(folder, _FOLDERS[browser], f"{browser}.exe")
    return str(path) if path.is_file() else None
