"""The environment .venv: made once from the lock file, then used without network."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

from checkout import ROOT, VENV, call, stop, tool

LOCK = ROOT / "installer" / "requirements.txt"
OLDEST_PYTHON = (3, 11)

FIRST_START = """\
Getting the program ready: about 200 MB are fetched, which takes a few minutes.
From then on it starts at once and needs no network.
プログラムを準備しています。約200MBをダウンロードするので、数分かかります。
次からはすぐに始まり、インターネットにつながっていなくても使えます。
"""

# What each part of .venv was made from: a part is made again when that changes.
LIBRARIES_STAMP = VENV / "libraries"
PROGRAM_STAMP = VENV / "program"


def check_python() -> None:
    """Stop on a Python that is too old."""
    if sys.version_info < OLDEST_PYTHON:
        wanted = ".".join(map(str, OLDEST_PYTHON))
        stop(
            f"Python {wanted} or newer is needed, this is {sys.version.split()[0]}. "
            "Get one from https://www.python.org/downloads/ and start again."
        )


def provide_environment() -> None:
    """Make .venv from the lock file, unless it is there and fits."""
    libraries = fingerprint("installer/requirements.txt")
    program = fingerprint("pyproject.toml", "installer/hatch_build.py")
    if not holds(LIBRARIES_STAMP, libraries):
        sys.stderr.write(FIRST_START)
        install_libraries()
        LIBRARIES_STAMP.write_text(libraries, "utf-8")
    if not holds(PROGRAM_STAMP, program):
        install_program()
        PROGRAM_STAMP.write_text(program, "utf-8")


def fingerprint(*names: str) -> str:
    """Return a value that changes with this Python, the place and the files *names*."""
    digest = hashlib.sha256(f"{sys.version} {ROOT}".encode())
    for name in names:
        digest.update((ROOT / name).read_bytes())
    return digest.hexdigest()


def install_libraries(venv: Path = VENV, lock: Path = LOCK) -> None:
    """Begin *venv* anew with exactly the locked libraries, checked by their hashes.

    Only wheels are installed: nobody else's set-up code runs on this computer.
    """
    call([sys.executable, "-m", "venv", "--clear", str(venv)])
    locked = ["--require-hashes", "--only-binary", ":all:", "--requirement", str(lock)]
    call([*pip_install(venv), *locked])


def install_program() -> None:
    """Let .venv see the checkout, so that a change in the code counts at once."""
    offline = ["--no-index", "--no-build-isolation", "--editable", "."]
    call([*pip_install(), *offline])


def pip_install(venv: Path = VENV) -> list[str]:
    """Return the beginning of a command that installs into *venv*."""
    pip = [tool("python", venv), "-m", "pip", "--disable-pip-version-check", "--quiet"]
    return [*pip, "install", "--no-deps"]


def holds(stamp: Path, value: str) -> bool:
    """Tell whether the file *stamp* says *value*."""
    return stamp.exists() and stamp.read_text("utf-8") == value
