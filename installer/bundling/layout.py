"""Where the parts of a bundle lie, and what they are called."""

from __future__ import annotations

import sys
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HERE = ROOT / "installer" / "bundling"
RESOURCES = ROOT / "resources"

# Everything that is made on the way lies in one folder; what people get, in another.
WORK = ROOT / "build" / "bundle"
VENV = WORK / "environment"
WHEELS = WORK / "wheel"
ICONS = WORK / "icons"
PAPERS = WORK / "papers"
FOLDERS = WORK / "folders"
INVENTORY = WORK / "inventory.json"
DELIVERED = ROOT / "dist"

NAME = "torimodosu"
COMMANDS_NAME = "torimodosu-cli"  # on Windows, where a window has no output
TITLE = "Torimodosu"
APP = f"{TITLE}.app"
DESKTOP_ID = "org.torimodosu.Torimodosu"
ENTITLEMENTS = HERE / "for_macos" / "entitlements.plist"


def program() -> Path:
    """Return the folder that PyInstaller makes."""
    return FOLDERS / (APP if sys.platform == "darwin" else NAME)


def icon_file() -> Path | None:
    """Return the icon that goes into the executable, where one does."""
    kinds = {"win32": ".ico", "darwin": ".icns"}
    kind = kinds.get(sys.platform)
    return ICONS / f"{NAME}{kind}" if kind else None


def version() -> str:
    """Return the version of the program that is installed beside the tools."""
    return metadata.version(NAME)
