"""What is kept about the passwords to change."""

from dataclasses import dataclass
from datetime import date, datetime

from torimodosu.adapters.store import password_queues
from torimodosu.adapters.store.shelves import Shelves
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.passwords.queue import PasswordQueue


@dataclass(frozen=True, slots=True)
class PasswordRecords:
    """The part of a store that is about passwords. It holds none.

    It is the `PasswordQueues` of the rules. Whatever returns has been kept for good.
    """

    shelves: Shelves

    def replace_queue(self, case: Case, queue: PasswordQueue) -> None:
        """Keep *queue* instead of the one before."""
        password_queues.replace_queue(self.shelves.of(case), case, queue)

    def queue_of(self, case: Case) -> PasswordQueue | None:
        """Return the newest queue, None before the first audit."""
        with self.shelves.of(case).read() as connection:
            return password_queues.queue_of(connection, case.number)

    def say_changed(self, case: Case, key: str, *, at: datetime) -> None:
        """Keep that the person says the password of an entry is changed."""
        password_queues.say_changed(self.shelves.of(case), case, key, at=at)

    def exclude(
        self, case: Case, key: str, *, reason: str, until: date | None, at: datetime
    ) -> None:
        """Keep that the person leaves an entry out, up to a day or for good."""
        password_queues.exclude(
            self.shelves.of(case), case, key, reason=reason, until=until, at=at
        )

    def reopen(self, case: Case, key: str, *, at: datetime) -> None:
        """Take either word about an entry back."""
        password_queues.reopen(self.shelves.of(case), case, key, at=at)
