"""Notices on the desktops of Linux."""

import threading
from typing import TYPE_CHECKING

from torimodosu.recovery.reminders.notices import Answered, NoticeWords

if TYPE_CHECKING:
    from torimodosu.adapters.notice_line import NoticeLine


class DesktopNotices:
    """The `Notices` of a desktop with a notification daemon.

    A thread listens from the first notice on; it sleeps until something comes.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._line: NoticeLine | None = None

    def show(self, words: NoticeWords, answered: Answered) -> None:
        """Show a notice in the place of the one before, without waiting for it."""
        # Late: on most days nothing is due, and what is not loaded takes no memory.
        from torimodosu.adapters.notice_line import NoticeLine  # noqa: PLC0415

        with self._lock:
            if self._line is None or not self._line.show(words, answered):
                self._line = NoticeLine(words, answered)

    def close(self) -> None:
        """Take away what is shown, and call back no more."""
        with self._lock:
            if self._line is not None:
                self._line.close()
                self._line = None
