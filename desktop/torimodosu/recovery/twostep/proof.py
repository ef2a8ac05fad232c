"""What proves that the two-step check works, and that it can't lock its owner out."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeTry:
    """The person typed a code into the shop.

    Attributes:
        at: When.
        account: The id of the account that the code was made with.
        step: The number of its time step, or its counter.
        is_accepted: What the shop said.

    """

    at: datetime
    account: str
    step: int
    is_accepted: bool


class BackupForm(Enum):
    """What a backup lies on."""

    SHEET = "sheet"
    ENCRYPTED_FILE = "encrypted_file"
    PLAIN_FILE = "plain_file"
    PHONE = "phone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """A backup of some accounts.

    Attributes:
        number: Its key in the case, from 1; 0 until it is kept.
        form: What it lies on.
        made_at: When it was made.
        accounts: The ids of the accounts in it.
        restored_at: When it was read back and held the same secrets, or None.

    """

    form: BackupForm
    made_at: datetime
    accounts: tuple[str, ...]
    restored_at: datetime | None = None
    number: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class TwoStepState:
    """How far the two-step check of a case is.

    Attributes:
        account: The id of the account that makes the codes for the shop, or "".
        tries: The codes that were typed there, oldest first.
        backups: The backups, oldest first.

    """

    account: str = ""
    tries: tuple[CodeTry, ...] = ()
    backups: tuple[Backup, ...] = ()

    @property
    def accepted_steps(self) -> frozenset[int]:
        """Return the time steps whose codes the shop accepted."""
        return frozenset(
            one.step
            for one in self.tries
            if one.is_accepted and one.account == self.account
        )

    @property
    def is_accepted_twice(self) -> bool:
        """Tell whether a code and another, of a later time step, were accepted.

        One alone may have been accepted by a shop that compares with the code it has
        just shown; with two the clocks agree.
        """
        return bool(self.account) and len(self.accepted_steps) > 1

    @property
    def restored(self) -> Backup | None:
        """Return a backup that holds the account and was read back, or None."""
        return next(
            (
                one
                for one in reversed(self.backups)
                if one.restored_at is not None and self.account in one.accounts
            ),
            None,
        )
