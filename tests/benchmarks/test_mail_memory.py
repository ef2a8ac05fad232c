"""The memory that a search through a large mbox holds, its worker processes included.

What counts is anonymous memory: pages of a mapped file belong to the system's cache,
which takes them back when it likes.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from tests.benchmarks.made_up_mail import write_mbox
from tests.benchmarks.pairs import say

SEARCH = """
import multiprocessing, os, sys
from pathlib import Path
from torimodosu.adapters.mailboxes import FileMailboxes
from tests.benchmarks.mail_programs import WANTED

def anonymous(process):
    try:
        lines = Path(f"/proc/{process}/status").read_text().splitlines()
    except (FileNotFoundError, ProcessLookupError):
        return 0  # it has just ended
    return sum(int(line.split()[1]) for line in lines if line.startswith("RssAnon:"))

class Peak:
    kilobytes = 0
    def report(self, done, total):
        children = [child.pid for child in multiprocessing.active_children()]
        held = sum(map(anonymous, [os.getpid(), *children]))
        self.kilobytes = max(self.kilobytes, held)

peak = Peak()
mailboxes = FileMailboxes(processes=2)
found = sum(1 for _ in mailboxes.search([sys.argv[1]], WANTED, peak))
mailboxes.close()
print(found - 1, peak.kilobytes)
"""
LIMIT = 200_000  # kilobytes


def test_mail_memory(tmp_path: Path, *, long_form: bool) -> None:
    if sys.platform != "linux":
        pytest.skip("memory is read from /proc")
    size, copies = (1_000_000_000, 10) if long_form else (40_000_000, 1)
    # Not kept for looking at, as pytest would: it is ten gigabytes.
    with tempfile.TemporaryDirectory(dir=tmp_path) as name:
        path, whole = Path(name, "once.mbox"), Path(name, "whole.mbox")
        truth = write_mbox(path, size=size)
        with whole.open("wb") as file:
            for _ in range(copies):
                with path.open("rb") as once:
                    shutil.copyfileobj(once, file)
        command = [sys.executable, "-c", SEARCH, str(whole)]
        ended = subprocess.run(command, stdout=subprocess.PIPE, check=True)
    found, kilobytes = map(int, ended.stdout.split())
    say(
        f"{'ok  ' if kilobytes < LIMIT else 'OVER'} memory for {copies} x {size:.2g}"
        f" bytes: {kilobytes / 1000:.0f} MB anonymous (limit {LIMIT / 1000:.0f} MB)"
    )
    assert found == copies * len(truth.wanted)
    assert kilobytes < LIMIT
