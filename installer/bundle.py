"""Make what people install, for the system that this runs on, from the wheel."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Sequence
from pathlib import Path

from bundling.layout import FOLDERS, HERE, VENV, WHEELS, WORK
from checkout import ROOT, call, status, stop, tool
from environment import fingerprint, holds, install_libraries, pip_install
from lock import BUNDLE_LOCK

STAMP = VENV / "libraries"


def make_installers(_arguments: Sequence[str]) -> int:
    """Make the program and its installers, and tell where they lie.

    Takes about two minutes, and the first time some more for 300 MB of tools, which
    lie in an environment of their own. The same commit gives the same files.
    """
    check_library_of_python()
    provide_tools()
    os.environ.update(what_must_not_differ())
    install_wheel()
    shutil.rmtree(FOLDERS, ignore_errors=True)
    python = tool("python", VENV)
    call([python, "installer/deliver.py", "icons"])
    making = [python, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    places = ["--distpath", str(FOLDERS), "--workpath", str(WORK / "pyinstaller")]
    call([*making, *places, str(HERE / "torimodosu.spec")])
    return status([python, "installer/deliver.py", "all"])


def check_library_of_python() -> None:
    """Stop where Python's own library, which comes along, is not on this system."""
    if sys.platform != "linux":
        return
    name, folder, multiarch = (
        str(sysconfig.get_config_var(variable) or "")
        for variable in ("INSTSONAME", "LIBDIR", "MULTIARCH")
    )
    places = (Path(folder, name), Path(folder, multiarch, name))
    if ".so" not in name or not any(place.exists() for place in places):
        version = "{}.{}".format(*sys.version_info)
        stop(f"Please install the package libpython{version} and start again.")


def provide_tools() -> None:
    """Make the environment for bundles from its lock file, unless it fits."""
    made_from = fingerprint(BUNDLE_LOCK.relative_to(ROOT).as_posix())
    if not holds(STAMP, made_from):
        VENV.parent.mkdir(parents=True, exist_ok=True)
        install_libraries(VENV, BUNDLE_LOCK)
        STAMP.write_text(made_from, "utf-8")


def install_wheel() -> None:
    """Make the wheel of this checkout and install it beside the libraries."""
    shutil.rmtree(WHEELS, ignore_errors=True)
    call([tool("python"), "-m", "hatchling", "build", "-t", "wheel", "-d", str(WHEELS)])
    (wheel,) = WHEELS.glob("*.whl")
    again = ["--no-index", "--force-reinstall", "--no-compile", str(wheel)]
    call([*pip_install(VENV), *again])


def what_must_not_differ() -> dict[str, str]:
    """Return the variables that keep chance, place and time out of the bundle."""
    return {
        "LC_ALL": "C.UTF-8",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONHASHSEED": "0",
        "SOURCE_DATE_EPOCH": os.environ.get("SOURCE_DATE_EPOCH") or moment(),
        "TZ": "UTC",
    }


def moment() -> str:
    """Return when the last commit was made, in seconds since 1970."""
    asked = ["git", "log", "-1", "--format=%ct"]
    told = subprocess.run(asked, cwd=ROOT, check=False, capture_output=True, text=True)
    if told.returncode != 0:
        stop("This is no clone: set SOURCE_DATE_EPOCH to the time of the release.")
    return told.stdout.strip()
