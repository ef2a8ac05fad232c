"""From starting the program to its first painted window, and the memory it holds.

Peers are a bare PySide6 window, which is what any program of this kind needs, and
KeePassXC, a desktop program in C++ that people leave running. Seen from outside: the
clock runs from the start of the process until pixels appear on the screen.

Both programs are started in the same language, once in Japanese, as the people have it
for whom this one is made, and once in English. What shows Japanese maps a face of its
letters, which takes memory in either program. The limits hold in Japanese; what is
told of memory in English is told only.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import pytest

from tests.benchmarks.pairs import Outcome, Timing, say, tell
from tests.benchmarks.screen import Screen, open_screen
from torimodosu.adapters.store import Store

BARE = """
from PySide6.QtWidgets import QApplication, QLabel, QListWidget, QMainWindow, QSplitter
app = QApplication([])
window = QMainWindow()
split = QSplitter()
split.addWidget(QListWidget())
split.addWidget(QLabel("回復アシスタント"))
window.setCentralWidget(split)
window.resize(1280, 800)
window.show()
app.exec()
"""
PATIENCE = 120
SECONDS_TO_SETTLE = 3
# Both programs go by the names alone; the locales themselves need not be installed.
JAPANESE, ENGLISH = "ja_JP.UTF-8", "en_US.UTF-8"
ROUNDS_IN_ENGLISH = 3
MEGABYTE = 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """One start.

    Memory is in megabytes: what the window's own process holds, then with its children
    and shared pages counted by their share.
    """

    timing: Timing
    resident: float
    share_of_all: float


def test_start(tmp_path: Path, *, long_form: bool) -> None:
    if sys.platform != "linux":
        pytest.skip("pixels are read from an X server")
    rounds = 15 if long_form else 1
    Store.at(tmp_path / "cases.sqlite")
    python = (sys.executable, "-P")
    ours = (*python, "-m", "torimodosu", "--data-dir", str(tmp_path))
    bare = (*python, "-c", BARE)
    with open_screen() as screen:
        kept = compare("bare window", ours, bare, screen, rounds=rounds, limit=1.25)
        if shutil.which("keepassxc"):
            config = str(tmp_path / "keepassxc.ini")
            peer = ("keepassxc", "--config", config, "--localconfig", config)
            kept &= compare("KeePassXC", ours, peer, screen, rounds=rounds, limit=1.4)
            if long_form:
                say_memory_in_english(ours, peer, screen)
        elif long_form:
            pytest.fail("KeePassXC is not installed")
    assert kept or not long_form


def compare(  # noqa: PLR0913 -- what is compared, with what, how
    name: str,
    ours: Sequence[str],
    peer: Sequence[str],
    screen: Screen,
    *,
    rounds: int,
    limit: float,
) -> bool:
    """Start both in turn and tell whether *limit* was kept."""
    settle = 0
    if rounds > 1:  # one start alone measures nothing, so it need not be a warm one
        settle = SECONDS_TO_SETTLE
        start(ours, screen)
        start(peer, screen)
    starts = [
        (start(ours, screen, settle=settle), start(peer, screen, settle=settle))
        for _ in range(rounds)
    ]
    outcome = Outcome(
        ours=tuple(pair[0].timing for pair in starts),
        peer=tuple(pair[1].timing for pair in starts),
    )
    kept = tell(f"start to first pixels / {name}", outcome, limit=limit)
    for what in ("resident", "share_of_all"):
        mine = median(getattr(pair[0], what) for pair in starts)
        theirs = median(getattr(pair[1], what) for pair in starts)
        ratio = mine / theirs
        say(f"     memory, {what}: {ratio:.2f}x, {mine:.0f} MB against {theirs:.0f} MB")
        if what == "resident" and name == "KeePassXC":
            kept &= ratio <= 0.85
    return kept


def say_memory_in_english(
    ours: Sequence[str], peer: Sequence[str], screen: Screen
) -> None:
    """Tell the memory of both in English."""
    mine, theirs = (
        median(
            start(command, screen, language=ENGLISH).resident
            for _ in range(ROUNDS_IN_ENGLISH)
        )
        for command in (ours, peer)
    )
    say(
        f"     memory in English, resident: {mine / theirs:.2f}x, {mine:.0f} MB"
        f" against {theirs:.0f} MB"
    )


def start(
    command: Sequence[str],
    screen: Screen,
    *,
    settle: int = SECONDS_TO_SETTLE,
    language: str = JAPANESE,
) -> Start:
    """Start *command*, wait for its window, then *settle* seconds; measure, end it."""
    with tempfile.TemporaryDirectory() as folder:
        surroundings = environment(screen, Path(folder)) | {
            "LC_ALL": language,
            "LANGUAGE": "",
        }
        return _start(command, screen, surroundings, settle)


def _start(
    command: Sequence[str], screen: Screen, surroundings: dict[str, str], settle: int
) -> Start:
    began = time.perf_counter()
    process = subprocess.Popen(
        command,
        env=surroundings,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        wait(lambda: screen.shows_a_window() or process.poll() is not None)
        wall = time.perf_counter() - began
        assert process.poll() is None, f"{command[0]} ended before it had a window"
        cpu = seconds_of(process.pid)
        time.sleep(settle)
        family = tree(process.pid)
        return Start(
            timing=Timing(wall=wall, cpu=cpu),
            resident=memory(process.pid, "Rss:"),
            share_of_all=sum(memory(one, "Pss:") for one in family),
        )
    finally:
        process.terminate()
        process.wait()
        wait(screen.is_empty)


def environment(screen: Screen, folder: Path) -> dict[str, str]:
    """Return that of a person, who has started the programs before.

    Their compiled modules are kept, apart from those of the tests.
    """
    ours = {
        "DISPLAY": screen.display,
        "QT_QPA_PLATFORM": "xcb",
        # KeePassXC looks in both whether it runs already, as beside another test.
        "XDG_RUNTIME_DIR": str(folder),
        "TMPDIR": str(folder),
        "PYTHONDONTWRITEBYTECODE": "",
        "PYTHONPYCACHEPREFIX": str(Path(tempfile.gettempdir()) / "torimodosu-compiled"),
    }
    return os.environ | ours


def wait(until: Callable[[], bool]) -> None:
    """Look every half millisecond; a screen tells nobody when it changes."""
    deadline = time.perf_counter() + PATIENCE
    while not until():
        assert time.perf_counter() < deadline
        time.sleep(0.0005)


def tree(process: int) -> list[int]:
    """Return *process* and everything it has started and that goes on."""
    children = told_of(process, f"task/{process}/children").split()
    return [process, *(one for child in children for one in tree(int(child)))]


def memory(process: int, what: str) -> float:
    """Return the megabytes that proc_pid_smaps(5) counts as *what*."""
    lines = told_of(process, "smaps_rollup").splitlines()
    held = (int(line.split()[1]) for line in lines if line.startswith(what))
    return sum(held) / MEGABYTE


def told_of(process: int, name: str) -> str:
    """Return a file of proc(5) about *process*: empty where it has just ended."""
    try:
        return Path(f"/proc/{process}/{name}").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return ""


def seconds_of(process: int) -> float:
    """Return the seconds of processors that *process* has used."""
    fields = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
