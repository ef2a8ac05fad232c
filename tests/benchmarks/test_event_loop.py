"""How long the window does not listen while two processes index a large mailbox.

The limits are those of a person: 12 ms in 99 of 100 turns leave time to draw a frame at
60 Hz, 50 ms is what a hand on the mouse begins to feel. The peer is the same window
with the same rows and nothing to do but scroll, which shows what the machine itself and
the drawing of the rows allow. No page of the program draws as much: see
`test_intake_stall`.
"""

import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks import busy_window
from tests.benchmarks.made_up_mail import write_mbox
from tests.benchmarks.pairs import say

ROOT = Path(__file__).parents[2]
P99, LONGEST, FRAME = 12.0, 50.0, 16.7


@dataclass(frozen=True, slots=True, kw_only=True)
class Listening:
    """The gaps between the turns of an event loop, in milliseconds, shortest first."""

    rows: int
    shown: int
    gaps: tuple[float, ...]

    @property
    def p99(self) -> float:
        """What 99 of 100 gaps stay below."""
        return self.gaps[len(self.gaps) * 99 // 100]


def test_event_loop(tmp_path: Path, display: str, *, long_form: bool) -> None:
    size, rounds = (2_000_000_000, 7) if long_form else (60_000_000, 1)
    # Not kept for looking at, as pytest would: it is several gigabytes.
    with tempfile.TemporaryDirectory(dir=tmp_path) as name:
        path = Path(name, "mail.mbox")
        truth = write_mbox(path, size=size)
        idle = listen(path, "idle", display, rounds=1)
        busy = listen(path, "worker", display, rounds=rounds)
    tell("nothing to do", idle)
    kept = tell("two processes indexing", busy)
    say(f"     p99 {busy.p99 / idle.p99:.2f}x of that with nothing to do")
    assert busy.rows == busy.shown == truth.messages * rounds
    assert kept or not long_form


def listen(path: Path, way: str, display: str, *, rounds: int) -> Listening:
    """Index *path* in one *way* with a window open, each time in a process of its own.

    One scan gives a few hundred gaps only, so those of all *rounds* are taken together.
    """
    environment = os.environ | {
        "DISPLAY": display,
        "QT_QPA_PLATFORM": "xcb",
        "PYTHONPATH": str(ROOT),
    }
    command = [sys.executable, "-m", busy_window.__name__, str(path), way]
    results = [
        json.loads(subprocess.check_output(command, env=environment))
        for _ in range(rounds)
    ]
    return Listening(
        rows=sum(result["rows"] for result in results),
        shown=sum(result["shown"] for result in results),
        gaps=tuple(sorted(gap for result in results for gap in result["gaps"])),
    )


def tell(name: str, listening: Listening) -> bool:
    """Print one line of figures and tell whether the limits were kept."""
    gaps = listening.gaps
    kept = listening.p99 <= P99 and gaps[-1] <= LONGEST
    say(
        f"{'ok  ' if kept else 'OVER'} event loop, {name}: p99 {listening.p99:.1f} ms"
        f" (limit {P99:g}), longest {gaps[-1]:.0f} ms (limit {LONGEST:g}),"
        f" {sum(gap > FRAME for gap in gaps)} of {len(gaps)} over a frame,"
        f" {listening.rows} mails"
    )
    return kept
