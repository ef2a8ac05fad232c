from collections.abc import Sequence

from torimodosu.recovery.case.ports import StoreError
from torimodosu.recovery.twostep.kept import KeptAccount


class FakeAccountList:
    """A list in memory; while `error` is set it is on a disk that fails."""

    def __init__(self) -> None:
        self._accounts: dict[str, KeptAccount] = {}
        self._leaving: set[str] = set()
        self.error: StoreError | None = None

    def accounts(self, *, is_practice: bool = False) -> Sequence[KeptAccount]:
        return [
            one
            for one in self._accounts.values()
            if one.is_practice == is_practice and one.id not in self._leaving
        ]

    def add_account(self, account: KeptAccount) -> None:
        if self.error is not None:
            raise self.error
        self._accounts[account.id] = account

    def remove_account(self, account: KeptAccount) -> None:
        self._accounts.pop(account.id, None)
        self._leaving.discard(account.id)

    def leaving_accounts(self) -> Sequence[KeptAccount]:
        return [self._accounts[id_] for id_ in sorted(self._leaving)]

    def clear_practice(self) -> None:
        self._leaving |= {one.id for one in self._accounts.values() if one.is_practice}
