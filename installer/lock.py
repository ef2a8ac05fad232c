"""The lock file: exactly which libraries are installed, each with its hashes."""

from __future__ import annotations

import itertools
import tempfile
from collections.abc import Sequence

from checkout import status, tool
from environment import LOCK

# Where the lock file must hold: Qt has wheels for these, and we promise these Pythons.
SYSTEMS = (
    "x86_64-manylinux_2_34",
    "aarch64-manylinux_2_39",
    "x86_64-pc-windows-msvc",
    "aarch64-pc-windows-msvc",
    "x86_64-apple-darwin",
    "aarch64-apple-darwin",
)
PYTHONS = ("3.11", "3.12", "3.13", "3.14")


def renew_lock(arguments: Sequence[str]) -> int:
    """Write the lock file after pyproject.toml; --upgrade takes newer versions.

    The file holds for every system and every supported Python, and names no
    package index: the one that uv is set up for is asked. Returns the exit status,
    which is not 0 where some system would find no wheel.
    """
    compile_lock = [tool("uv"), "pip", "compile", "pyproject.toml", "--quiet"]
    compile_lock += ["--universal", "--python-version", "3.11"]
    compile_lock += ["--only-binary", ":all:", "--generate-hashes", "--no-header"]
    compile_lock += ["--group", "dev", "--extra", "speed", "--output-file", str(LOCK)]
    outcome = status([*compile_lock, *arguments])
    places = itertools.product(SYSTEMS, PYTHONS)
    return outcome or max(lacks_wheels(*place) for place in places)


def lacks_wheels(system: str, python: str) -> int:
    """Resolve the lock file as on *system*; return 0 where every wheel is there."""
    with tempfile.TemporaryDirectory() as nowhere:
        install = [tool("uv"), "pip", "install", "--quiet", "--dry-run"]
        install += ["--require-hashes", "--only-binary", ":all:", "--target", nowhere]
        place = ["--python-platform", system, "--python-version", python]
        return status([*install, *place, "--requirements", str(LOCK)])
