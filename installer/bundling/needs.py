"""What a bundle takes from a Linux system, and which Debian packages bring it."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from bundling.binaries import elf_files
from checkout import stop
from packages import LIBRARIES

# Beside what Qt loads: the libraries of C and C++, and what every system has.
PACKAGES = {
    **LIBRARIES,
    "ld-linux-aarch64.so.1": "libc6",
    "ld-linux-x86-64.so.2": "libc6",
    "libX11.so.6": "libx11-6",
    "libbrotlicommon.so.1": "libbrotli1",
    "libc.so.6": "libc6",
    "libdl.so.2": "libc6",
    "libgcc_s.so.1": "libgcc-s1",
    "libgobject-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libm.so.6": "libc6",
    "libpthread.so.0": "libc6",
    "libresolv.so.2": "libc6",
    "librt.so.1": "libc6",
    "libstdc++.so.6": "libstdc++6",
    "libutil.so.1": "libc6",
    "libuuid.so.1": "libuuid1",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb.so.1": "libxcb1",
    "libz.so.1": "zlib1g",
}

# Loaded only where the desktop is of that kind, which then has the libraries.
OF_ONE_DESKTOP = {"libqgtk3.so"}

NEEDED = re.compile(r"^ +NEEDED +(\S+)$", re.MULTILINE)
GLIBC = re.compile(r" GLIBC_(\d+)\.(\d+)")


@dataclass(frozen=True)
class Needs:
    """What the files of a bundle ask of the system.

    Attributes:
        libraries: By the names that the linker looks for, such as "libGL.so.1".
        glibc: The oldest version that will do, such as (2, 34).

    """

    libraries: frozenset[str]
    glibc: tuple[int, int]


def needs_of(folder: Path) -> Needs:
    """Return what the bundle in *folder* asks for and does not bring along."""
    files = [path for path in elf_files(folder) if path.name not in OF_ONE_DESKTOP]
    headers = [header_of(path) for path in files]
    brought = {path.name for path in folder.rglob("*.so*")}
    wanted = {name for header in headers for name in NEEDED.findall(header)}
    versions = [
        (int(major), int(minor))
        for header in headers
        for major, minor in GLIBC.findall(header)
    ]
    return Needs(libraries=frozenset(wanted - brought), glibc=max(versions))


def header_of(path: Path) -> str:
    """Return what objdump tells of a program or library."""
    asked = ["objdump", "-p", str(path)]
    return subprocess.run(asked, check=True, capture_output=True, text=True).stdout


def packages_for(libraries: Iterable[str]) -> list[str]:
    """Return the Debian packages that bring *libraries*, or stop at an unknown one."""
    unknown = sorted(set(libraries) - PACKAGES.keys())
    if unknown:
        stop(f"installer/bundling/needs.py names no package for {', '.join(unknown)}.")
    return sorted({PACKAGES[name] for name in libraries})
