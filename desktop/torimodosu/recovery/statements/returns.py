"""Money that must come back."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum


class Means(Enum):
    """What an order was paid with."""

    GIFT_CARD = "gift_card"
    POINTS = "points"
    CARD = "card"
    UNKNOWN = "unknown"


class ReturnState(Enum):
    """How far money is on its way back; "cancelled" is not "returned".

    Attributes:
        EXPECTED: It should come back; nobody has said so yet.
        PROMISED: The shop says that it cancelled or gives back.
        VANISHED: It is on no bill: an open statement or a usage notice told of the
            charge and the closed bills do not show it, or no bill of any card in
            question ever did.
        CREDITED_PART: A statement shows a part of it as credit.
        CREDITED: A statement shows all of it as credit.
        RESTORED: The user saw the balance, and it is back.
        SAID: The user says that it is back, and nothing else shows it.
        WRITTEN_OFF: The user says that it will not come back.

    """

    EXPECTED = "expected"
    PROMISED = "promised"
    VANISHED = "vanished"
    CREDITED_PART = "credited_part"
    CREDITED = "credited"
    RESTORED = "restored"
    SAID = "said"
    WRITTEN_OFF = "written_off"

    @property
    def is_closed(self) -> bool:
        """Whether nothing more is to be waited for."""
        return self in _CLOSED


_CLOSED = {
    ReturnState.VANISHED,
    ReturnState.CREDITED,
    ReturnState.RESTORED,
    ReturnState.SAID,
    ReturnState.WRITTEN_OFF,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnWord:
    """What the user says of money that must come back, in their dated words."""

    key: str
    state: ReturnState
    at: datetime
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedReturn:
    """One sum that must come back.

    Attributes:
        key: What it is known by: the order's key and the means, or a charge's key.
        order: The key of the order; "" for a charge without one that the user says is
            not theirs.
        means: What it was paid with.
        card: The number of the card, 0 where it is not known or not a card.
        amount: How much; None is not known.
        currency: ISO 4217 code, or "".
        state: How far it is.
        returned: How much of it was seen to be back.
        seen_on: The day of what the state rests on, or None.
        mails: SHA-256 of the mails that promise it.
        charges: Keys of the logged charges that show it, those that give it back
            first.
        look_again: The day on which it should show on a statement, or None.

    """

    key: str
    order: str
    means: Means
    card: int
    amount: Decimal | None
    currency: str
    state: ReturnState
    returned: Decimal
    seen_on: date | None = None
    mails: tuple[str, ...] = ()
    charges: tuple[str, ...] = ()
    look_again: date | None = None
