"""The installer for Windows; it can be made there only.

The parts of it that other systems can check are checked by tests.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from bundling import layout
from checkout import call, stop

SCRIPT = layout.HERE / "for_windows" / "torimodosu.nsi"
PROGRAM_FILES = ("ProgramFiles(x86)", "ProgramFiles")
PARTS_OF_A_VERSION = 4
ENGLISH, UNICODE = 0x0409, 1200


def version_resource(name: str) -> Any:  # noqa: ANN401 -- a type of PyInstaller's own
    """Return what Windows shows about the executable *name* under Properties."""
    from PyInstaller.utils.win32 import versioninfo  # noqa: PLC0415 -- not elsewhere

    numbers = four_numbers(layout.version())
    texts = described(name)
    table = versioninfo.StringTable(
        f"{ENGLISH:04X}{UNICODE:04X}",
        [versioninfo.StringStruct(key, text) for key, text in texts.items()],
    )
    language = versioninfo.VarStruct("Translation", [ENGLISH, UNICODE])
    return versioninfo.VSVersionInfo(
        ffi=versioninfo.FixedFileInfo(filevers=numbers, prodvers=numbers),
        kids=[
            versioninfo.StringFileInfo([table]),
            versioninfo.VarFileInfo([language]),
        ],
    )


def described(name: str) -> Mapping[str, str]:
    """Return the texts of the version resource."""
    return {
        "CompanyName": "Torimodosu contributors",
        "FileDescription": layout.TITLE,
        "FileVersion": layout.version(),
        "InternalName": name,
        "LegalCopyright": "MIT licence, Torimodosu contributors",
        "OriginalFilename": f"{name}.exe",
        "ProductName": layout.TITLE,
        "ProductVersion": layout.version(),
    }


def four_numbers(version: str) -> tuple[int, ...]:
    """Return *version* as Windows counts: "0.1.0" is (0, 1, 0, 0)."""
    numbers = [int(part) for part in version.split(".") if part.isdecimal()]
    return tuple([*numbers, 0, 0, 0, 0][:PARTS_OF_A_VERSION])


def make_installer() -> Path:
    """Make the installer with NSIS and return where it lies."""
    target = layout.DELIVERED / f"Torimodosu-{layout.version()}-Setup.exe"
    call(compiling(makensis(), layout.program(), target))
    return target


def compiling(compiler: str, program: Path, target: Path) -> list[str]:
    """Return the command that makes the installer *target* of *program*."""
    values = {
        "VERSION": layout.version(),
        "NUMBERS": ".".join(map(str, four_numbers(layout.version()))),
        "PROGRAM": str(program),
        "ICON": str(layout.ICONS / f"{layout.NAME}.ico"),
        "TARGET": str(target),
    }
    defined = [f"-D{name}={value}" for name, value in values.items()]
    return [compiler, "-V2", "-INPUTCHARSET", "UTF8", *defined, str(SCRIPT)]


def makensis() -> str:
    """Return the compiler of NSIS, or tell where to get it."""
    places = [Path(os.environ.get(name, ""), "NSIS") for name in PROGRAM_FILES]
    found = shutil.which("makensis", path=os.pathsep.join(map(str, places)))
    found = found or shutil.which("makensis")
    if not found:
        stop("NSIS 3 is missing: install it from https://nsis.sourceforge.io.")
    return found
