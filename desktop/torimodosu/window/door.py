"""The way in for a second start of the program, which leads to the first one."""

import os
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Signal

_PREFIX = "torimodosu-"
# A knock is a file with, where the desktop has given one, a token of a few bytes. It is
# called otherwise while it is written, and when it has been heard.
_UNWRITTEN, _KNOCK, _HEARD = ".part", ".knock", ".heard"
_LONGEST_TOKEN = 1024
_SECONDS_TO_ANSWER = 3.0
_SECONDS_BETWEEN_LOOKS = 0.01


class Door(QObject):
    """Watches a folder of its own, which is for this user alone.

    `knocked` tells the token by which the desktop lets a window come to the front, or
    "" where there is none. A local socket would bring all of Qt's network along.
    """

    knocked = Signal(str)

    def __init__(self, before: str) -> None:
        """Clear away what a holder of the name *before* may have left when it died."""
        super().__init__()
        if before and Path(before).name.startswith(_PREFIX):
            _clear(before)
        self._folder = _make_folder()
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._answer)
        if self._folder:
            self._watcher.addPath(self._folder)

    @property
    def name(self) -> str:
        """Return what to knock at, or "" where nobody can."""
        return self._folder

    def close(self) -> None:
        """Listen no longer, and leave nothing behind."""
        if self._folder:
            self._watcher.removePath(self._folder)
            _clear(self._folder)

    def _answer(self) -> None:
        for knock_ in sorted(Path(self._folder).glob(f"*{_KNOCK}")):
            try:
                with knock_.open("rb") as file:
                    token = file.read(_LONGEST_TOKEN).decode("ascii", "ignore")
                knock_.replace(knock_.with_suffix(_HEARD))
            except OSError:  # whoever knocked has left
                continue
            self.knocked.emit(token)


def knock(name: str, token: str) -> bool:
    """Ask the program behind *name* to show its window; False if nobody answers.

    *token* is what the desktop has given this start, so that the window of the first
    one may come to the front, or "".
    """
    mine = Path(name) / str(os.getpid())
    heard = mine.with_suffix(_HEARD)
    try:
        unwritten = mine.with_suffix(_UNWRITTEN)
        unwritten.write_bytes(token.encode("ascii", "ignore"))
        unwritten.replace(mine.with_suffix(_KNOCK))
    except OSError:
        return False
    until = time.monotonic() + _SECONDS_TO_ANSWER
    while not heard.exists() and mine.parent.exists() and time.monotonic() < until:
        time.sleep(_SECONDS_BETWEEN_LOOKS)
    answered = heard.exists()
    for left in (heard, mine.with_suffix(_KNOCK)):
        left.unlink(missing_ok=True)
    return answered


def _make_folder() -> str:
    """Return a new folder where those of the running programs lie, or ""."""
    place = os.environ.get("XDG_RUNTIME_DIR") or tempfile.gettempdir()
    try:
        return tempfile.mkdtemp(prefix=_PREFIX, dir=place)
    except OSError:
        return ""


def _clear(folder: str) -> None:
    """Take away *folder* and the knocks in it, but nothing else that may lie there."""
    place = Path(folder)
    with suppress(OSError):
        for suffix in (_UNWRITTEN, _KNOCK, _HEARD):
            for left in place.glob(f"*{suffix}"):
                left.unlink(missing_ok=True)
        place.rmdir()
