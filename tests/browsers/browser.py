"""What the tests ask of a real browser, whichever it is."""

import hashlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import pytest

from tests.browsers.patience import until


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """What stands in the form of the shop."""

    username: str
    password: str


class RealBrowser(Protocol):
    """A running browser that a person has saved logins in.

    Attributes:
        id: Its name in the catalogue.
        process: The program that runs.
        home: The home folder of the person whose it is.
        profile: The folder of the profile in it that is in use.

    """

    id: str
    home: Path
    process: subprocess.Popen[bytes]
    profile: Path

    def save(self, username: str, password: str) -> None:
        """Save a login for the shop."""
        ...

    def change(self, username: str, password: str) -> None:
        """Give the login of *username* another password."""
        ...

    def remove(self, username: str) -> None:
        """Remove the login of *username*."""
        ...

    def usernames(self) -> Sequence[str]:
        """Return whom the browser itself lists for the shop, in order."""
        ...

    def clear(self) -> None:
        """Remove every login."""
        ...

    def visit(self) -> None:
        """Open the sign-in page of the shop."""
        ...

    def form(self) -> Filled:
        """Return what stands in the form; filling it in takes a browser a moment."""
        ...

    def sign_in(self, username: str = "", password: str = "") -> str:
        """Send the form of the open page, and return the title of what comes then.

        What is not given is sent as it was filled in.
        """
        ...


def require(program: str) -> None:
    """Skip the test where *program* cannot be had; where it can, it must be there."""
    if shutil.which(program):
        return
    where = f"{program} is not installed"
    if sys.platform == "linux" and "CI" in os.environ:
        pytest.fail(f"{where}: installer/packages.py names its package")
    pytest.skip(f"{where}; on Debian `installer/dev.py test` installs it")


@contextmanager
def running(
    command: Sequence[str], home: Path, settings: Mapping[str, str] | None = None
) -> Iterator[subprocess.Popen[bytes]]:
    """Run a browser that knows nothing but its home folder, and end it again.

    It leads a group of processes, so that all of them can be stopped at once.
    """
    own = {"PATH": os.environ["PATH"], "HOME": str(home), "LANG": "C.UTF-8"}
    # Chromium leaves its sockets behind, whose paths must be short.
    with (
        tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as scratch,
        subprocess.Popen(
            command,
            env=own | {"TMPDIR": scratch} | dict(settings or {}),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        ) as process,
    ):
        try:
            yield process
        finally:
            process.terminate()


@contextmanager
def held_still(browser: RealBrowser) -> Iterator[None]:
    """Let the browser do nothing for a while; what it has locked stays locked."""
    process = browser.process.pid
    os.killpg(process, signal.SIGSTOP)
    try:
        # Who is in the middle of writing ends that first.
        until(lambda: _states_in(process) <= {"T", "Z"})
        yield
    finally:
        os.killpg(process, signal.SIGCONT)


def _states_in(group: int) -> set[str]:
    """Return the states of the threads in a *group* of processes (proc(5), stat)."""
    states = set()
    for process in os.listdir("/proc"):  # noqa: PTH208 -- names are what is wanted
        threads: list[Path] = []
        # Others come and go meanwhile.
        with suppress(OSError):
            threads += Path("/proc", process, "task").iterdir()
        for thread in threads:
            with suppress(OSError):
                # After the name in parentheses: state, parent, group.
                told = (thread / "stat").read_text().rpartition(")")[2].split()
                if told[2] == str(group):
                    states.add(told[0])
    return states


def contents(folder: Path) -> Mapping[Path, tuple[object, ...]]:
    """Return what is below *folder*: the identity, age and bytes of everything."""
    return {
        path: (
            path.lstat().st_ino,
            path.lstat().st_mtime_ns,
            hashlib.sha256(path.read_bytes()).digest() if path.is_file() else None,
        )
        for path in folder.rglob("*")
        if not path.is_socket()
    }
