"""The lock files: exactly which libraries are installed, each with its hashes."""

from __future__ import annotations

import itertools
import tempfile
from collections.abc import Sequence
from pathlib import Path

from checkout import ROOT, status, tool
from environment import LOCK

# What an installer is made of: the libraries of the program, in the same versions, and
# the tools that put it together. Apart, so that the checks need not install them.
BUNDLE_LOCK = ROOT / "installer" / "bundle.txt"

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
    """Write the lock files after pyproject.toml; --upgrade takes newer versions.

    They hold for every system and every supported Python, and name no package
    index: the one that uv is set up for is asked. Returns the exit status, which is
    not 0 where some system would find no wheel.
    """
    tools = ["--group", "bundle", "--constraint", str(LOCK)]
    outcome = compile_lock(LOCK, "--group", "dev", *arguments)
    outcome = outcome or compile_lock(BUNDLE_LOCK, *tools, *arguments)
    places = itertools.product((LOCK, BUNDLE_LOCK), SYSTEMS, PYTHONS)
    return outcome or max(lacks_wheels(*place) for place in places)


def compile_lock(lock: Path, *options: str) -> int:
    """Write one lock file and return the exit status."""
    command = [tool("uv"), "pip", "compile", "pyproject.toml", "--quiet"]
    command += ["--universal", "--python-version", "3.11"]
    command += ["--only-binary", ":all:", "--generate-hashes", "--no-header"]
    return status([*command, "--extra", "speed", "--output-file", str(lock), *options])


def lacks_wheels(lock: Path, system: str, python: str) -> int:
    """Resolve *lock* as on *system*; return 0 where every wheel is there."""
    with tempfile.TemporaryDirectory() as nowhere:
        install = [tool("uv"), "pip", "install", "--quiet", "--dry-run"]
        install += ["--require-hashes", "--only-binary", ":all:", "--target", nowhere]
        place = ["--python-platform", system, "--python-version", python]
        return status([*install, *place, "--requirements", str(lock)])
