"""What is left of a process that native code has ended, until it is in the log."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from torimodosu.adapters.crash_watch import CrashWatch

# Each kind of process has its own; of each there is one at a time.
WINDOW_CRASH, WORKER_CRASH = "window-crash.txt", "worker-crash.txt"
BESIDE_CRASH, REMINDER_CRASH = "beside-crash.txt", "reminder-crash.txt"
CRASH_FILES = (WINDOW_CRASH, WORKER_CRASH, BESIDE_CRASH, REMINDER_CRASH)


@contextmanager
def crashes_noted(folder: Path, name: str) -> Iterator[None]:
    """Watch what is done in here, and tell in the log how the one before ended.

    What is watched goes into the file *name* of *folder*. Where that cannot be written
    nothing is watched: whatever is wrong with the folder is told elsewhere.
    """
    watch = _watch(folder / name)
    try:
        yield
    finally:
        if watch is not None:
            watch.end()


def _watch(path: Path) -> CrashWatch | None:
    try:
        if path.exists() and path.stat().st_size:
            # Late: a program that ended as it should need not load this.
            from torimodosu.bootstrap import log  # noqa: PLC0415

            is_window = path.name == WINDOW_CRASH
            (log.note_crash_of_window if is_window else log.note_crash_of_worker)(path)
        return CrashWatch(path)
    except OSError:
        return None
