"""Measuring as ratios: ours and a peer in turn, A B A B, compared pair by pair.

A shared machine is never quiet, but both sides of one pair meet the same noise, so
the median of the ratios is steadier than the ratio of two medians.

    outcome = measure(ours, peer, rounds=5)
    ok = tell("header index / cat", outcome, limit=4.5)
"""

import multiprocessing
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

Work = Callable[[], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """What one run took, in seconds: on the clock, and of processors."""

    wall: float
    cpu: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The runs of both sides; equal places were measured right after each other."""

    ours: tuple[Timing, ...]
    peer: tuple[Timing, ...]

    @property
    def ratio(self) -> float:
        """The median of our time divided by that of the peer; below 1 is faster."""
        pairs = zip(self.ours, self.peer, strict=True)
        return median(ours.wall / peer.wall for ours, peer in pairs)

    @property
    def cpu_ratio(self) -> float:
        """The same for seconds of processors, of which a peer may be using fewer."""
        pairs = zip(self.ours, self.peer, strict=True)
        return median(ours.cpu / max(peer.cpu, 0.001) for ours, peer in pairs)


def measure(
    ours: Work, peer: Work, *, rounds: int = 5, before: Work = lambda: None
) -> Outcome:
    """Run both sides once to warm caches, then in turn *rounds* times.

    *before* is done before each run, and is not measured.
    """

    def run(side: Work) -> Timing:
        before()
        return timed(side)

    ours()
    peer()
    timings = [(run(ours), run(peer)) for _ in range(rounds)]
    return Outcome(
        ours=tuple(pair[0] for pair in timings),
        peer=tuple(pair[1] for pair in timings),
    )


def timed(work: Work) -> Timing:
    """Run *work* and tell what it took, its child processes included."""
    wall, cpu = time.perf_counter(), _processor_seconds()
    work()
    return Timing(
        wall=time.perf_counter() - wall,
        cpu=_processor_seconds() - cpu,
    )


def command(*arguments: str | Path, folder: Path | None = None) -> Work:
    """Return work that runs a command in *folder*, which writes to nowhere."""

    def run() -> None:
        subprocess.run(
            [os.fspath(argument) for argument in arguments],
            stdout=subprocess.DEVNULL,
            check=True,
            cwd=folder,
        )

    return run


def tell(name: str, outcome: Outcome, *, limit: float) -> bool:
    """Print one line of figures and tell whether the ratio keeps to *limit*."""
    kept = outcome.ratio <= limit
    say(
        f"{'ok  ' if kept else 'OVER'} {name}: {outcome.ratio:.3g}x (limit {limit:g}x)"
        f", ours {_figures(outcome.ours)}, peer {_figures(outcome.peer)}"
        f", cpu ratio {outcome.cpu_ratio:.3g}x"
    )
    return kept


def say(line: str) -> None:
    """Print *line* at once, since a benchmark is watched."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def _figures(timings: Sequence[Timing]) -> str:
    wall = median(timing.wall for timing in timings)
    cpu = median(timing.cpu for timing in timings)
    return f"{wall:.3g} s (cpu {cpu:.3g} s)"


def _processor_seconds() -> float:
    used = os.times()
    ended = used.user + used.system + used.children_user + used.children_system
    return ended + sum(
        _seconds_of(child.pid) for child in multiprocessing.active_children()
    )


def _seconds_of(process: int | None) -> float:
    """Return what a running child has used so far, where the system tells it."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()
    except OSError:
        return 0.0
    # proc(5): utime and stime are fields 14 and 15; two were cut off in front.
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
