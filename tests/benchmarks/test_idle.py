"""What the program costs while it waits in the tray, day and night.

The peer is KeePassXC, in C++, as people leave it running: unlocked, and gone into the
tray. Ours has begun anew there, as it does when its window has been closed for a while.
Wake-ups are counted by the system (proc_pid_status(5)), over all threads.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.benchmarks.pairs import say
from tests.benchmarks.test_start import memory, seconds_of, told_of, tree
from tests.display import virtual_display
from torimodosu.adapters.instance_lock import read_note
from torimodosu.adapters.store import Store

MOST_WAKE_UPS, MOST_CPU, MOST_MEMORY = 1.0, 0.0005, 0.55
PASSWORD = "a made-up one"  # noqa: S105 -- of a database that is made up, too
SETTINGS = """[General]
ConfigVersion=2
MinimizeAfterUnlock=true
UpdateCheckMessageShown=true
[GUI]
CheckForUpdates=false
MinimizeOnClose=true
MinimizeToTray=true
ShowTrayIcon=true
"""
MAKE_DATABASE = ("keepassxc-cli", "db-create", "-q", "-p")
PATIENCE = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Idle:
    """Wake-ups and seconds of the processor a second, and megabytes held."""

    wake_ups: float
    cpu: float
    resident: float
    share: float


def test_idle_in_the_tray(tmp_path: Path, *, long_form: bool) -> None:
    if sys.platform != "linux":
        pytest.skip("wake-ups are read from /proc")
    seconds, patience = (120, 8) if long_form else (1, 1)
    Store.at(tmp_path / "cases.sqlite")
    python = (sys.executable, "-P", "-m", "torimodosu")
    command = (*python, "--hidden", "--data-dir", str(tmp_path))
    with virtual_display("openbox", "trayer") as display:
        with running(command, display) as ours:
            wait_until_calm(ours, tmp_path)
            mine = measure(ours, seconds)
        tell("ours", mine)
        if shutil.which("keepassxc") is None:
            if long_form:
                pytest.fail("KeePassXC is not installed")
            return
        with running(keepassxc_in(tmp_path), display, typed=PASSWORD) as peer:
            # Nothing tells from outside when it has unlocked.
            time.sleep(patience)
            theirs = measure(peer, seconds)
    tell("KeePassXC", theirs)
    ratio, shared = mine.resident / theirs.resident, mine.share / theirs.share
    say(f"     memory: resident {ratio:.2f}x, with shared pages by share {shared:.2f}x")
    kept = mine.wake_ups <= MOST_WAKE_UPS and mine.cpu < MOST_CPU
    assert (kept and ratio <= MOST_MEMORY) or not long_form


def tell(name: str, idle: Idle) -> None:
    say(
        f"idle in the tray, {name}: {idle.wake_ups:.2f} wake-ups a second,"
        f" {idle.cpu * 100:.2f} % CPU, {idle.resident:.0f} MB resident,"
        f" {idle.share:.0f} MB by share"
    )


@contextmanager
def running(command: Sequence[str], display: str, typed: str = "") -> Iterator[int]:
    """Run *command* on *display*, in a home of its own, and give its number."""
    with tempfile.TemporaryDirectory() as folder:
        home = {
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            "HOME": folder,
            # KeePassXC looks in both whether it runs already, as beside another test.
            "XDG_RUNTIME_DIR": folder,
            "TMPDIR": folder,
            "DBUS_SESSION_BUS_ADDRESS": f"unix:path={folder}/bus",
        }
        process = subprocess.Popen(
            command,
            env=os.environ | home,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        assert process.stdin is not None
        process.stdin.write(f"{typed}\n")
        process.stdin.close()
        try:
            yield process.pid
            assert process.poll() is None, f"{command[0]} has ended"
        finally:
            process.kill()
            process.wait()


def keepassxc_in(folder: Path) -> Sequence[str]:
    """Return the command that opens a database and goes into the tray."""
    settings, database = folder / "keepassxc.ini", folder / "made-up.kdbx"
    settings.write_text(SETTINGS, "utf-8")
    subprocess.run(
        [*MAKE_DATABASE, str(database)],
        input=f"{PASSWORD}\n{PASSWORD}\n",
        capture_output=True,
        text=True,
        check=True,
    )
    options = ("--config", str(settings), "--localconfig", str(settings))
    return ("keepassxc", *options, "--pw-stdin", str(database))


def wait_until_calm(process: int, folder: Path) -> None:
    """Wait until it listens, and until the one who looked what is due has gone."""
    deadline = time.perf_counter() + PATIENCE
    calm_since = time.perf_counter()
    while time.perf_counter() - calm_since < 2:
        assert time.perf_counter() < deadline
        if not read_note(folder) or len(tree(process)) > 1:
            calm_since = time.perf_counter()
        time.sleep(0.05)


def measure(process: int, seconds: int) -> Idle:
    """Watch *process* do nothing for so many *seconds*."""
    woken, used = wake_ups_of(process), seconds_of(process)
    time.sleep(seconds)
    return Idle(
        wake_ups=(wake_ups_of(process) - woken) / seconds,
        cpu=(seconds_of(process) - used) / seconds,
        resident=memory(process, "Rss:"),
        share=memory(process, "Pss:"),
    )


def wake_ups_of(process: int) -> int:
    """Return how often the threads of *process* have begun to run after waiting."""
    woken = 0
    for thread in Path(f"/proc/{process}/task").iterdir():
        lines = told_of(process, f"task/{thread.name}/status").splitlines()
        counts = (line for line in lines if line.startswith("voluntary_ctxt"))
        woken += sum(int(line.split()[1]) for line in counts)
    return woken
