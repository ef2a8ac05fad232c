"""A Debian 12 with nothing in it but what a package asks for."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import fresh

PERSON = "someone"
HOME = f"/home/{PERSON}"

# A private view of the system, so that nothing stays mounted or running behind it. The
# screen is the one of the test.
PRIVATE = ("unshare", "--mount", "--pid", "--fork", "--kill-child")
ENTER = (
    "mount -t proc proc proc && mount -t tmpfs tmpfs dev/shm && "
    "mkdir -p tmp/.X11-unix && mount --bind /tmp/.X11-unix tmp/.X11-unix && "
    'exec chroot "$@"'
)
BARE = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C.UTF-8"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Debian:
    """A system in a folder."""

    folder: Path

    def path(self, name: str) -> Path:
        """Return where the file that the system calls *name* lies."""
        return self.folder / name.lstrip("/")

    def root(self, *command: str) -> str:
        """Run *command*, which must succeed, and return all that it prints."""
        done = subprocess.run(
            self._entered(["."], command),
            env=BARE | {"HOME": "/root", "DEBIAN_FRONTEND": "noninteractive"},
            cwd=self.folder,
            check=False,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        assert done.returncode == 0, done.stdout
        return done.stdout

    def person(self, *command: str, having: Mapping[str, str]) -> subprocess.Popen[str]:
        """Start *command* as somebody who uses the computer, *having* variables."""
        return subprocess.Popen(
            self._entered([f"--userspec={PERSON}:{PERSON}", "."], command),
            env=BARE | {"HOME": HOME, **having},
            cwd=self.folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def end(self, process: subprocess.Popen[str]) -> str:
        """End at once what a person started, and return what it told of errors.

        The program is the first process of its view of the system, so that all
        others end with it. It does not end with `process`, which stands outside.
        """
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
        for first in children.read_text("ascii").split():
            os.kill(int(first), signal.SIGKILL)
        return process.communicate()[1]

    def _entered(self, where: Sequence[str], command: Sequence[str]) -> list[str]:
        return [*PRIVATE, "sh", "-c", ENTER, "sh", *where, *command]

    def names(self) -> set[str]:
        """Return the name of everything in the system, but what the person has.

        And but what a program that was killed leaves for the next start of the
        computer, which empties its folder.
        """
        away = {self.path(HOME), self.path("/proc"), self.path("/tmp")}  # noqa: S108
        found = set[str]()
        for place, folders, files in os.walk(self.folder):
            folders[:] = [one for one in folders if Path(place, one) not in away]
            inside = Path(place).relative_to(self.folder)
            found |= {(inside / name).as_posix() for name in [*folders, *files]}
        return found


@contextmanager
def bare_debian(folder: Path) -> Iterator[Debian]:
    """Give a new Debian 12 with one person; needs root and Debian's packages."""
    assert sys.platform == "linux"
    assert os.geteuid() == 0, "only root can make a system"
    fresh.make_debian(folder)
    system = Debian(folder=folder)
    system.root("useradd", "--create-home", PERSON)
    yield system
