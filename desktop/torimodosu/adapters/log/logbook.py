"""Everything that goes wrong in this process goes into the log."""

import logging
import sys
import threading
from types import TracebackType

from torimodosu.adapters.log.log_file import LogFile
from torimodosu.adapters.log.record import OURS, LineFormatter, write_to_terminal

_log = logging.getLogger(OURS)


def begin_log(file: LogFile) -> logging.Handler:
    """Write down in *file* what this program notes, and what ends it unexpectedly.

    Returns what does so, for whoever wants to end it.
    """
    handler = _FileHandler(file)
    root = logging.getLogger()
    root.addHandler(handler)
    _log.setLevel(logging.INFO)
    sys.excepthook = _note_end
    threading.excepthook = _note_end_of_thread
    return handler


class _FileHandler(logging.Handler):
    def __init__(self, file: LogFile) -> None:
        super().__init__()
        self._file = file
        self.setFormatter(LineFormatter())

    def emit(self, record: logging.LogRecord) -> None:
        """Write *record* down, and show troubles to who started us in a terminal."""
        text = self.format(record)
        if record.levelno >= logging.WARNING:
            write_to_terminal(text)
        try:
            self._file.add(text)
        except OSError as error:
            # There is no other place to note it; the program itself can go on.
            write_to_terminal(f"the log cannot be written: number {error.errno}")


def _note_end(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
        return
    _log.critical("something unexpected happened", exc_info=(kind, error, trace))


def _note_end_of_thread(arguments: threading.ExceptHookArgs) -> None:
    error = arguments.exc_value
    if error is not None and not isinstance(error, SystemExit):
        name = "a thread ended unexpectedly"
        info = (arguments.exc_type, error, arguments.exc_traceback)
        _log.critical(name, exc_info=info)
