"""The accounts of the person's authenticator, without their secrets."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from torimodosu.recovery.twostep.account import OtpType


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptAccount:
    """An account whose secret lies in the keychain.

    Attributes:
        id: Random; the keychain has the address of the account under it.
        issuer: Whose account it is, such as "Amazon", or "".
        name: Its name there, or "".
        type: How its codes follow each other.
        added_at: When it was taken in.
        is_practice: Whether it belongs to the practice incident.

    """

    id: str
    issuer: str
    name: str
    type: OtpType
    added_at: datetime
    is_practice: bool = False


class AccountList(Protocol):
    """Which accounts there are; they belong to the person, not to a case."""

    def accounts(self, *, is_practice: bool = False) -> Sequence[KeptAccount]:
        """Return the accounts, oldest first."""
        ...

    def add_account(self, account: KeptAccount) -> None:
        """Keep that there is *account*, instead of one with the same id."""
        ...

    def remove_account(self, account: KeptAccount) -> None:
        """Keep that *account* is gone."""
        ...

    def leaving_accounts(self) -> Sequence[KeptAccount]:
        """Return those that are listed no more and whose secrets are yet to go.

        So it is with what practice has left.
        """
        ...
