"""The person's authenticator: its list is in the store, its secrets in the keychain."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from torimodosu.recovery.case.ports import Clock, StoreError
from torimodosu.recovery.case.secrets import Keychain, KeychainError, KeychainTrouble
from torimodosu.recovery.twostep.account import NotAnAccountError, OtpAccount
from torimodosu.recovery.twostep.kept import AccountList, KeptAccount
from torimodosu.recovery.twostep.otpauth import read_uri, uri_of


@dataclass(frozen=True, slots=True)
class Vault:
    """Keeps accounts. Every method may wait for the keychain, and for the person.

    Those that read or write a secret raise `KeychainError`; all raise `StoreError`.
    `new_id` returns an id that was never given before.
    """

    keychain: Keychain
    account_list: AccountList
    clock: Clock
    new_id: Callable[[], str]

    def all(self, *, is_practice: bool = False) -> Sequence[KeptAccount]:
        """Return the accounts, oldest first; asks the keychain nothing."""
        return self.account_list.accounts(is_practice=is_practice)

    def add(self, account: OtpAccount, *, is_practice: bool = False) -> KeptAccount:
        """Keep *account*, beside others that may look alike."""
        kept = KeptAccount(
            id=self.new_id(),
            issuer=account.issuer,
            name=account.name,
            type=account.type,
            added_at=self.clock.now(),
            is_practice=is_practice,
        )
        # The secret first: no account is ever listed that makes no codes.
        self.keychain.keep(_entry(kept), uri_of(account))
        try:
            self.account_list.add_account(kept)
        except StoreError:
            # What stays behind then is guarded, and known by nobody.
            with suppress(KeychainError):
                self.keychain.forget(_entry(kept))
            raise
        return kept

    def add_all(
        self,
        accounts: Sequence[OtpAccount],
        *,
        replacing: Mapping[int, KeptAccount],
        is_practice: bool = False,
    ) -> tuple[KeptAccount, ...]:
        """Keep *accounts*; one at a place of *replacing* instead of what is there."""
        return tuple(
            self.replace(replacing[place], account)
            if place in replacing
            else self.add(account, is_practice=is_practice)
            for place, account in enumerate(accounts)
        )

    def replace(self, old: KeptAccount, account: OtpAccount) -> KeptAccount:
        """Keep *account* instead of *old*.

        With another secret it gets an id of its own: what was proven with the old one
        is not proven of it.
        """
        if _is_same(self._found(old), account):
            kept = replace(old, issuer=account.issuer, name=account.name)
            self.keychain.keep(_entry(old), uri_of(account))
            self.account_list.add_account(kept)
            return kept
        kept = self.add(account, is_practice=old.is_practice)
        self.remove(old)
        return kept

    def read(self, kept: KeptAccount) -> OtpAccount:
        """Return the account with its secret.

        Raises:
            KeychainError: Also with `LOST`, where the keychain has it no more.

        """
        account = self._found(kept)
        if account is None:
            raise KeychainError(KeychainTrouble.LOST)
        return account

    def remove(self, kept: KeptAccount) -> None:
        """Forget *kept* and its secret."""
        self.keychain.forget(_entry(kept))
        self.account_list.remove_account(kept)

    def count_up(self, kept: KeptAccount) -> OtpAccount:
        """Keep that the code of a counter was used; return the account with the next.

        Raises:
            NotAnAccountError: If the counter has come to its end (RFC 4226).

        """
        account = self.read(kept)
        following = replace(account, counter=account.counter + 1)
        self.keychain.keep(_entry(kept), uri_of(following))
        return following

    def find_duplicates(
        self, accounts: Sequence[OtpAccount], *, is_practice: bool = False
    ) -> Mapping[int, KeptAccount]:
        """Return the kept account that each of *accounts* may be, by its place.

        It may be the one with the very secret, else the one with issuer and name.
        """
        there = [
            (kept, self._found(kept)) for kept in self.all(is_practice=is_practice)
        ]
        found: dict[int, KeptAccount] = {}
        for place, account in enumerate(accounts):
            same = [kept for kept, secret in there if _is_same(secret, account)]
            named = [kept for kept, _ in there if _is_named_alike(kept, account)]
            for kept in (*same, *named)[:1]:
                found[place] = kept
        return found

    def sweep(self) -> None:
        """Forget the secrets that practice has left; what fails waits for next time."""
        for kept in self.account_list.leaving_accounts():
            self.remove(kept)

    def _found(self, kept: KeptAccount) -> OtpAccount | None:
        uri = self.keychain.read(_entry(kept))
        if uri is None:
            return None
        try:
            account = read_uri(uri)
        except NotAnAccountError:  # something else has written there
            return None
        # An address cannot tell where an issuer with a colon ends.
        return replace(account, issuer=kept.issuer, name=kept.name)


def _entry(kept: KeptAccount) -> str:
    return f"account-{kept.id}"


def _is_same(kept: OtpAccount | None, account: OtpAccount) -> bool:
    return kept is not None and kept.secret == account.secret


def _is_named_alike(kept: KeptAccount, account: OtpAccount) -> bool:
    return bool(account.issuer or account.name) and (
        (kept.issuer, kept.name) == (account.issuer, account.name)
    )
