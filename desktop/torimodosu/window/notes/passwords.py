"""What the person says of the passwords to change."""

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import QObject

from torimodosu.recovery.case.case import Case
from torimodosu.recovery.plan.lock_ports import PasswordQueues

Keep = Callable[[Callable[[Case, datetime], None]], None]


class PasswordNotes(QObject):
    """Keeps words about the queue of the open case by *keep*, that of `CaseFile`."""

    def __init__(self, queues: PasswordQueues, keep: Keep) -> None:
        super().__init__()
        self._queues, self._keep = queues, keep

    def say_changed(self, key: str) -> None:
        """Keep that the password of an entry is changed."""
        say = self._queues.say_changed
        self._keep(lambda case, at: say(case, key, at=at))

    def leave_out(self, key: str, reason: str, until: date | None) -> None:
        """Keep that an entry is left out, up to a day or for good."""
        exclude = self._queues.exclude
        self._keep(
            lambda case, at: exclude(case, key, reason=reason, until=until, at=at)
        )

    def reopen(self, key: str) -> None:
        """Take either word back."""
        reopen = self._queues.reopen
        self._keep(lambda case, at: reopen(case, key, at=at))
