"""Standard output and standard error, whatever they are connected to."""

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from io import TextIOWrapper
from typing import TextIO, TypeVar

from torimodosu.cli.legible import legible
from torimodosu.recovery.progress import Cancelled

Stream = TypeVar("Stream", bound=TextIO)

PERCENT = 100


class OutputLostError(Exception):
    """Nothing more can be written; `reason` is "" where the reader went away."""

    def __init__(self, error: OSError) -> None:
        super().__init__(str(error))
        # Windows has no other word for a pipe that nobody reads (EINVAL).
        gone = isinstance(error, BrokenPipeError) or sys.platform == "win32"
        self.reason = "" if gone else str(error.strerror)


class StandardOutput:
    """Standard output, from which no error of the system escapes unnamed.

    JSON is UTF-8 with line feeds on every system. Text for people is in the encoding
    of their terminal, and what that lacks is replaced.
    """

    def __init__(self, *, as_json: bool) -> None:
        self._stream: TextIO | None = sys.stdout  # None where it was closed
        if isinstance(self._stream, TextIOWrapper):
            # That writes what waits there, such as the help.
            self._try(self._stream, _as_json if as_json else _for_people)

    def write(self, text: str) -> None:
        """Write *text*.

        Raises:
            OutputLostError: If that is not possible.

        """
        if self._stream is not None:
            self._try(self._stream, lambda stream: stream.write(text))

    def flush(self) -> None:
        """Write what waits.

        Raises:
            OutputLostError: If that is not possible.

        """
        if self._stream is not None:
            self._try(self._stream, lambda stream: stream.flush())

    def _try(self, stream: Stream, write: Callable[[Stream], object]) -> None:
        try:
            write(stream)
        except OSError as error:
            self._stream = None
            # Else what waits would be tried once more, and fail, when Python ends.
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, stream.fileno())
            os.close(nowhere)
            raise OutputLostError(error) from None


def _as_json(stream: TextIOWrapper) -> None:
    stream.reconfigure(encoding="utf-8", newline="\n")


def _for_people(stream: TextIOWrapper) -> None:
    stream.reconfigure(errors="replace")


class TerminalProgress:
    """Progress on standard error, only where a person is looking."""

    def __init__(self) -> None:
        self._shown = ""
        self._stop = False

    def report(self, done: int, total: int) -> None:
        """Show the percentage when it has changed.

        Raises:
            Cancelled: If `stop` was called.

        """
        if self._stop:
            raise Cancelled
        shown = f"\r{PERCENT * done // total if total else PERCENT:3d} %"
        if shown != self._shown and sys.stderr is not None and sys.stderr.isatty():
            self._shown = shown  # first, so that Ctrl-C finds what it has to clear
            self._put(shown)

    def stop(self) -> None:
        """Let the work that reports here end."""
        self._stop = True

    def clear(self) -> None:
        """Take the percentage away again, before something else is written."""
        if self._shown:
            self._put("\r" + " " * len(self._shown) + "\r")
            self._shown = ""

    def _put(self, text: str) -> None:
        with suppress(OSError):
            sys.stderr.write(text)
            sys.stderr.flush()


def complain(message: str) -> None:
    """Write *message* as one plain line to standard error."""
    if sys.stderr is not None:
        with suppress(OSError):
            sys.stderr.write(f"torimodosu: {legible(message)}\n")
