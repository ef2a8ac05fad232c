"""Programs and libraries of Linux, without what only their makers need."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

from bundling import layout

ELF = b"\x7fELF"


def polish(program: Path) -> None:
    """Take the symbols for debuggers, and paths of this computer, out of libraries.

    Python's own libraries look for others where Python was built. The program itself is
    left alone: PyInstaller keeps the modules in it.
    """
    libraries = [path for path in elf_files(program) if path.name != layout.NAME]
    for path in libraries:
        commands = [["strip", "--strip-unneeded", str(path)]]
        if search_path(path).startswith("/"):
            commands.append(["patchelf", "--remove-rpath", str(path)])
        for command in commands:
            subprocess.run(command, check=True)


def search_path(library: Path) -> str:
    """Return the folders in which *library* looks for others."""
    asked = ["patchelf", "--print-rpath", str(library)]
    return subprocess.run(asked, check=True, capture_output=True, text=True).stdout


def elf_files(folder: Path) -> Iterator[Path]:
    """Yield the programs and libraries below *folder*."""
    for path in sorted(folder.rglob("*")):
        if path.is_symlink() or not path.is_file():
            continue
        with path.open("rb") as content:
            if content.read(len(ELF)) == ELF:
                yield path
