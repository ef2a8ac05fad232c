"""The disk image for macOS; it can be made there only."""

from __future__ import annotations

import os
import platform
import shutil
from pathlib import Path

from bundling import layout
from checkout import call

# "-" signs for this computer alone: who publishes sets the name of their certificate,
# and hands the image to Apple's notary (installer/README.md).
IDENTITY = "TORIMODOSU_IDENTITY"
NOBODY = "-"

# Qt 6.11 asks for macOS 13.
INFO_PLIST = {
    "CFBundleDisplayName": layout.TITLE,
    "CFBundleLocalizations": ["ja", "en"],
    "LSApplicationCategoryType": "public.app-category.utilities",
    "LSMinimumSystemVersion": "13.0",
    "NSHighResolutionCapable": True,
    "NSHumanReadableCopyright": "MIT licence, Torimodosu contributors",
    "NSPrincipalClass": "NSApplication",
}


def make_disk_image() -> Path:
    """Sign the program, pack it with a link to the programs' folder, return where."""
    call(signing(layout.program(), os.environ.get(IDENTITY, NOBODY)))
    stage = layout.WORK / "disk"
    shutil.rmtree(stage, ignore_errors=True)
    shutil.copytree(layout.program(), stage / layout.APP, symlinks=True)
    (stage / "Applications").symlink_to("/Applications")
    name = f"Torimodosu-{layout.version()}-{platform.machine()}.dmg"
    target = layout.DELIVERED / name
    call(packing(stage, target))
    return target


def signing(program: Path, identity: str) -> list[str]:
    """Return the command that signs *program* for the hardened runtime."""
    hardened = ["--options", "runtime", "--entitlements", str(layout.ENTITLEMENTS)]
    stamped = ["--timestamp"] if identity != NOBODY else []
    signed = ["codesign", "--force", "--deep", "--sign", identity]
    return [*signed, *stamped, *hardened, str(program)]


def packing(folder: Path, target: Path) -> list[str]:
    """Return the command that makes the compressed image *target* of *folder*."""
    made = ["hdiutil", "create", "-volname", layout.TITLE, "-srcfolder", str(folder)]
    return [*made, "-ov", "-format", "UDZO", str(target)]
