"""Recovery codes of any service: each opens the door once, without the authenticator.

Which there are is in the store; the codes themselves are in the keychain.
"""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from torimodosu.recovery.case.ports import Clock, StoreError
from torimodosu.recovery.case.secrets import Keychain, KeychainError, KeychainTrouble


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptCodes:
    """A list of codes that lies in the keychain.

    Attributes:
        id: Random; the keychain has the codes under it.
        issuer: Whose codes they are, such as "Google".
        name: The name of the account there, or "".
        count: How many there were at first.
        added_at: When they were taken in.
        used: When a code was used up, by its place from 0.
        is_practice: Whether they belong to the practice incident.

    """

    id: str
    issuer: str
    name: str
    count: int
    added_at: datetime
    used: Mapping[int, datetime] = field(default_factory=dict)
    is_practice: bool = False

    @property
    def left(self) -> int:
        """Return how many can still be used."""
        return self.count - len(self.used)


class CodeLists(Protocol):
    """Which lists of codes there are; they belong to the person, not to a case."""

    def code_lists(self, *, is_practice: bool = False) -> Sequence[KeptCodes]:
        """Return the lists, oldest first."""
        ...

    def add_codes(self, codes: KeptCodes) -> None:
        """Keep that there is a list."""
        ...

    def remove_codes(self, codes: KeptCodes) -> None:
        """Keep that a list is gone."""
        ...

    def mark_used(self, codes: KeptCodes, place: int, *, at: datetime | None) -> None:
        """Keep when the code at *place* was used up; None takes that back."""
        ...

    def leaving_codes(self) -> Sequence[KeptCodes]:
        """Return those that practice has left, whose codes are yet to go."""
        ...


@dataclass(frozen=True, slots=True)
class RecoveryCodeSafe:
    """Keeps lists of codes. Every method may wait for the keychain, and the person.

    Those that read or write codes raise `KeychainError`; all raise `StoreError`.
    """

    keychain: Keychain
    lists: CodeLists
    clock: Clock
    new_id: Callable[[], str]

    def all(self, *, is_practice: bool = False) -> Sequence[KeptCodes]:
        """Return the lists, oldest first; asks the keychain nothing."""
        return self.lists.code_lists(is_practice=is_practice)

    def add(
        self,
        codes: Sequence[str],
        *,
        issuer: str,
        name: str = "",
        is_practice: bool = False,
    ) -> KeptCodes:
        """Keep *codes*, none of which holds a line break."""
        kept = KeptCodes(
            id=self.new_id(),
            issuer=issuer,
            name=name,
            count=len(codes),
            added_at=self.clock.now(),
            is_practice=is_practice,
        )
        self.keychain.keep(_entry(kept), "\n".join(codes))
        try:
            self.lists.add_codes(kept)
        except StoreError:
            # What stays behind then is guarded, and known by nobody.
            with suppress(KeychainError):
                self.keychain.forget(_entry(kept))
            raise
        return kept

    def read(self, kept: KeptCodes) -> tuple[str, ...]:
        """Return the codes by their places, the used ones too.

        Raises:
            KeychainError: Also with `LOST`, where the keychain has them no more.

        """
        text = self.keychain.read(_entry(kept))
        codes = () if text is None else tuple(text.split("\n"))
        if len(codes) != kept.count:
            raise KeychainError(KeychainTrouble.LOST)
        return codes

    def use(self, kept: KeptCodes, place: int) -> None:
        """Keep that the code at *place* is used up: a service takes each but once."""
        self.lists.mark_used(kept, place, at=self.clock.now())

    def take_back(self, kept: KeptCodes, place: int) -> None:
        """Keep that the code at *place* was not used after all."""
        self.lists.mark_used(kept, place, at=None)

    def remove(self, kept: KeptCodes) -> None:
        """Forget a list and its codes."""
        self.keychain.forget(_entry(kept))
        self.lists.remove_codes(kept)

    def sweep(self) -> None:
        """Forget the codes that practice has left; what fails waits for next time."""
        for kept in self.lists.leaving_codes():
            self.remove(kept)


def _entry(kept: KeptCodes) -> str:
    return f"recovery-codes-{kept.id}"
