"""The program in the tray of a desktop, driven and heard from outside."""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType

from tests.journeys import resident_program
from tests.private_bus import PrivateBus
from torimodosu.adapters.store import Store

SECONDS = 120
EMPTY: Mapping[str, str] = MappingProxyType({})


class Program:
    """The program on a desktop, from outside."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process

    def hear(self, words: str) -> None:
        """Wait until it shows what *words* say."""
        assert self.process.stdout is not None
        for line in self.process.stdout:
            if line.strip() == words:
                return
        message = f"it ended without a word of {words}"
        raise AssertionError(message)

    def kill(self) -> None:
        """End it as a crash does."""
        self.process.kill()
        self.process.wait(SECONDS)


def environment(bus: PrivateBus, display: str) -> dict[str, str]:
    own = {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "LANG": "C.UTF-8"}
    return bus.environment | own | {"PYTHONPATH": os.pathsep.join(sys.path)}


@contextmanager
def hidden(
    bus: PrivateBus,
    display: str,
    folder: Path,
    *options: str,
    having: Mapping[str, str] = EMPTY,
    inside: Sequence[str] = (),
) -> Iterator[Program]:
    """Run the program as it starts with the computer."""
    words = (*options, "--hidden")
    with shown(bus, display, folder, *words, having=having, inside=inside) as program:
        yield program


@contextmanager
def shown(
    bus: PrivateBus,
    display: str,
    folder: Path,
    *options: str,
    having: Mapping[str, str] = EMPTY,
    inside: Sequence[str] = (),
) -> Iterator[Program]:
    """Run the program as a person starts it.

    It is *having* environment variables, and runs *inside* of another command.
    """
    script = str(Path(resident_program.__file__))
    process = subprocess.Popen(
        [*inside, sys.executable, script, *options, "--data-dir", str(folder)],
        env={**environment(bus, display), **having},
        stdout=subprocess.PIPE,
        text=True,
    )
    with process:
        try:
            yield Program(process)
        finally:
            process.kill()


def start_again(bus: PrivateBus, display: str, folder: Path, *more: str) -> int:
    """Start the program a second time and return its exit status."""
    command = [sys.executable, "-P", "-m", "torimodosu", *more]
    done = subprocess.run(
        [*command, "--data-dir", str(folder)],
        env=environment(bus, display),
        check=False,
        timeout=SECONDS,
    )
    return done.returncode


def is_confirmed(folder: Path) -> bool:
    """Tell whether something was told, and is known to have been shown."""
    store = Store.at(folder / "cases.sqlite")
    settings = store.settings
    return settings.get("reminders_being_told", "") is None
