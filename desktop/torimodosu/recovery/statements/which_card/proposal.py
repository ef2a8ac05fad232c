"""What orders and uses may belong together."""

from collections.abc import Iterable
from typing import NamedTuple

from torimodosu.recovery.orders.order import Ownership
from torimodosu.recovery.statements.which_card.claims import Claim
from torimodosu.recovery.statements.which_card.matching import Reason
from torimodosu.recovery.statements.which_card.uses import Use


class Proposal(NamedTuple):
    """Uses of one card that may be for these orders.

    Attributes:
        claims: The orders.
        uses: The uses.
        reasons: What speaks for it.
        is_certain: Whether nothing else is possible.
        is_part: Whether the orders may have other charges beside it.

    """

    claims: tuple[Claim, ...]
    uses: tuple[Use, ...]
    reasons: tuple[Reason, ...]
    is_certain: bool = False
    is_part: bool = False

    @property
    def card(self) -> int:
        """The number of the card, 0 where it is not known or may be one of several."""
        only = self.uses[0].cards
        if len(only) != 1 or any(use.cards != only for use in self.uses[1:]):
            return 0
        return only[0]

    @property
    def key(self) -> str:
        """What it is known by; a row that comes to a notice gives it another one."""
        if len(self.claims) == len(self.uses) == 1:  # as is most often so
            return f"{self.claims[0].key}={self.uses[0].key}"
        return _key(self.claims, (use.key for use in self.uses))

    @property
    def keys(self) -> tuple[str, ...]:
        """The key, and the one that it had before the rows came."""
        if not any(use.charges and use.notices for use in self.uses):
            return (self.key,)
        early = ((use.notices or use.charges)[0] for use in self.uses)
        return self.key, _key(self.claims, early)

    @property
    def is_disputed(self) -> bool:
        """Whether an order of it is not the user's."""
        return any(claim.owner is Ownership.NOT_MINE for claim in self.claims)

    @property
    def is_of_user(self) -> bool:
        """Whether every order of it is the user's."""
        return all(claim.owner is Ownership.MINE for claim in self.claims)


def _key(claims: Iterable[Claim], uses: Iterable[str]) -> str:
    orders = "+".join(claim.key for claim in claims)
    return f"{orders}={'+'.join(uses)}"
