"""What is kept to lock the door: accounts, tries, backups, and what was sent."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from torimodosu.adapters.store import (
    otp_accounts,
    outgoing,
    recovery_codes,
    two_steps,
)
from torimodosu.adapters.store.shelves import Shelves
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.case.sent import Sent
from torimodosu.recovery.twostep.kept import KeptAccount
from torimodosu.recovery.twostep.proof import Backup, CodeTry
from torimodosu.recovery.twostep.recovery_codes import KeptCodes


@dataclass(frozen=True, slots=True)
class LockRecords:
    """The part of a store that is about locking the door. It holds no secret.

    It is the `AccountList`, `CodeLists`, `TwoSteps` and `Outgoing` of the rules.
    Whatever returns has been kept for good.
    """

    shelves: Shelves

    def accounts(self, *, is_practice: bool = False) -> Sequence[KeptAccount]:
        """Return the accounts of the authenticator, oldest first."""
        return otp_accounts.accounts_in(self.shelves.real, is_practice=is_practice)

    def add_account(self, account: KeptAccount) -> None:
        """Keep that there is *account*, instead of one with the same id."""
        otp_accounts.add_account(self.shelves.real, account)

    def remove_account(self, account: KeptAccount) -> None:
        """Keep that *account* is gone."""
        otp_accounts.remove_account(self.shelves.real, account)

    def leaving_accounts(self) -> Sequence[KeptAccount]:
        """Return those that practice has left."""
        return otp_accounts.leaving_in(self.shelves.real)

    def code_lists(self, *, is_practice: bool = False) -> Sequence[KeptCodes]:
        """Return the lists of recovery codes, oldest first."""
        return recovery_codes.lists_in(self.shelves.real, is_practice=is_practice)

    def add_codes(self, codes: KeptCodes) -> None:
        """Keep that there is a list of codes."""
        recovery_codes.add_codes(self.shelves.real, codes)

    def remove_codes(self, codes: KeptCodes) -> None:
        """Keep that a list of codes is gone."""
        recovery_codes.remove_codes(self.shelves.real, codes)

    def mark_used(self, codes: KeptCodes, place: int, *, at: datetime | None) -> None:
        """Keep when the code at *place* was used up; None takes that back."""
        recovery_codes.mark_used(self.shelves.real, codes, place, at=at)

    def leaving_codes(self) -> Sequence[KeptCodes]:
        """Return the lists of codes that practice has left."""
        return recovery_codes.leaving_in(self.shelves.real)

    def choose_account(self, case: Case, account: str, *, at: datetime) -> None:
        """Keep the id of the account that makes the codes for the shop; "" is none."""
        two_steps.choose_account(self.shelves.of(case), case, account, at=at)

    def keep_try(self, case: Case, code_try: CodeTry) -> None:
        """Keep that a code was typed into the shop, and what it said."""
        two_steps.keep_try(self.shelves.of(case), case, code_try)

    def forget_tries(self, case: Case, *, at: datetime) -> None:
        """Forget every try, for a check that was set up anew."""
        two_steps.forget_tries(self.shelves.of(case), case, at=at)

    def keep_backup(self, case: Case, backup: Backup) -> Backup:
        """Keep that a backup was made, and return it with its number."""
        return two_steps.keep_backup(self.shelves.of(case), case, backup)

    def keep_restored(self, case: Case, backup: Backup, *, at: datetime) -> None:
        """Keep that *backup* was read back and held what it should."""
        two_steps.keep_restored(self.shelves.of(case), case, backup, at=at)

    def keep_sent(self, case: Case | None, sent: Sent) -> None:
        """Keep that something is sent, before it is."""
        outgoing.keep_sent(self.shelves, case, sent)
