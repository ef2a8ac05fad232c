"""Notices where the system has none with buttons for programs like this one."""

from torimodosu.recovery.reminders.notices import Answer, Answered, NoticeWords


class NoNotices:
    """Says of every notice that it was not shown; then the tray shows it."""

    def show(self, _words: NoticeWords, answered: Answered) -> None:
        """Show nothing."""
        answered(Answer.UNSHOWN, "")

    def close(self) -> None:
        """Leave nothing, as there is nothing."""
