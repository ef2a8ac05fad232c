"""Ctrl-C as a wish that work notices where it reports its progress."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from torimodosu.cli.streams import TerminalProgress


@contextmanager
def ending_at_interrupt(progress: TerminalProgress) -> Iterator[None]:
    """Let the first Ctrl-C end the work at its next report; the second ends at once.

    An exception that comes between any two instructions of the main thread can leave
    a lock taken that no one will give back: `Condition.__enter__` has taken its lock
    before the `with` block begins, and the threads of a pool then wait for ever.

    Where Ctrl-C was to be ignored, as in the background of a script, it still is.
    """
    before = signal.getsignal(signal.SIGINT)
    if before is not signal.default_int_handler:
        yield
        return

    def stop(_number: int, _frame: FrameType | None) -> None:
        signal.signal(signal.SIGINT, before)
        progress.stop()

    signal.signal(signal.SIGINT, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
