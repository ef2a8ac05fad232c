"""What the plan needs from the outside world to lock the door."""

from datetime import date, datetime
from typing import Protocol

from torimodosu.recovery.case.case import Case
from torimodosu.recovery.case.sent import Sent
from torimodosu.recovery.passwords.queue import PasswordQueue
from torimodosu.recovery.twostep.proof import Backup, CodeTry


class TwoSteps(Protocol):
    """How far the two-step check of a case is; every word is noted in the journal."""

    def choose_account(self, case: Case, account: str, *, at: datetime) -> None:
        """Keep the id of the account that makes the codes for the shop; "" is none."""
        ...

    def keep_try(self, case: Case, code_try: CodeTry) -> None:
        """Keep that a code was typed into the shop, and what it said."""
        ...

    def forget_tries(self, case: Case, *, at: datetime) -> None:
        """Forget every try, for a check that was set up anew."""
        ...

    def keep_backup(self, case: Case, backup: Backup) -> Backup:
        """Keep that a backup was made, and return it with its number."""
        ...

    def keep_restored(self, case: Case, backup: Backup, *, at: datetime) -> None:
        """Keep that *backup* was read back and held what it should."""
        ...


class PasswordQueues(Protocol):
    """The passwords to change; every word is noted in the journal, none is kept."""

    def replace_queue(self, case: Case, queue: PasswordQueue) -> None:
        """Keep *queue* instead of the one before."""
        ...

    def queue_of(self, case: Case) -> PasswordQueue | None:
        """Return the newest queue, None before the first audit."""
        ...

    def say_changed(self, case: Case, key: str, *, at: datetime) -> None:
        """Keep that the person says the password of an entry is changed."""
        ...

    def exclude(
        self, case: Case, key: str, *, reason: str, until: date | None, at: datetime
    ) -> None:
        """Keep that the person leaves an entry out, up to a day or for good."""
        ...

    def reopen(self, case: Case, key: str, *, at: datetime) -> None:
        """Take either word about an entry back."""
        ...


class Outgoing(Protocol):
    """What left this computer."""

    def keep_sent(self, case: Case | None, sent: Sent) -> None:
        """Keep that something was sent, before it is, and note it in the journal.

        Without a case there is no journal.
        """
        ...
