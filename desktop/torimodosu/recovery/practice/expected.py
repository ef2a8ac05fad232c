"""What the program must find in the practice incident, to the yen."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from types import MappingProxyType

from torimodosu.recovery.mail.kind import MailKind
from torimodosu.recovery.practice.account_mails import RESET_AT
from torimodosu.recovery.practice.card_mails import E_BOOKS, NOTIFIED
from torimodosu.recovery.practice.cards import RAKUTEN_LAST_FOUR, SMBC_LAST_FOUR
from torimodosu.recovery.practice.later_statements import (
    CREDITED_LATER,
    CREDITED_SOON,
    NOT_CREDITED,
    VANISHED,
)
from torimodosu.recovery.practice.mailbox import COPIES, all_letters
from torimodosu.recovery.practice.purchase import FRAUD, OWN, REFUSED, Purchase
from torimodosu.recovery.practice.two_step import ACCOUNT
from torimodosu.recovery.twostep.account import OtpAccount

_ZERO = Decimal(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """What accepted orders that are not the victim's cost, as their mails tell, in yen.

    gift_card + points + card + unknown equal `total`; `open_orders` of the `orders`
    have an amount that no mail tells.
    """

    orders: int
    open_orders: int
    total: Decimal
    gift_card: Decimal
    points: Decimal
    card: Decimal
    unknown: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class CardStory:
    """Which card was charged, and what comes back, in yen; orders by their numbers.

    Attributes:
        notices: How many uses of cards the mails tell.
        charged: What the statements of Sunday charge each card, by its last four
            digits, for orders that are not the victim's.
        held_back: An order paid by card that no card was charged for.
        vanished: An order whose charge the closed statement no longer shows.
        credited_soon: Orders whose charge the same statement credits.
        credited_later: An order whose charge the next statement credits.
        not_credited: An order whose charge no statement gives back.

    """

    notices: int
    charged: Mapping[str, Decimal]
    held_back: str
    vanished: str
    credited_soon: tuple[str, ...]
    credited_later: str
    not_credited: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """The numbers of the incident.

    Attributes:
        mails: Different mails, by Message-ID.
        copies: Further copies of some of them.
        kinds: How many of the different mails are of each kind.
        purchases: Every order of Amazon.co.jp whose number a mail tells.
        unknown_layouts: Order mails that tell no number.
        loss: Of the fraudulent orders that were accepted.
        refused: How many fraudulent orders were not.
        first: When the first fraudulent order was placed.
        last: When the last accepted one was placed.
        reset_at: When the victim first changed the password.
        cards: Which card was charged, and what comes back.
        two_step: What the QR code of the shop says.

    """

    mails: int
    copies: int
    kinds: Mapping[MailKind, int]
    purchases: tuple[Purchase, ...]
    unknown_layouts: int
    loss: Loss
    refused: int
    first: datetime
    last: datetime
    reset_at: datetime
    cards: CardStory
    two_step: OtpAccount


def expected() -> Expected:
    """Return the numbers that the readers must come to."""
    letters = all_letters()
    return Expected(
        mails=len(letters),
        copies=COPIES,
        kinds=MappingProxyType(Counter(letter.kind for letter in letters)),
        purchases=(*OWN, *FRAUD, *REFUSED),
        unknown_layouts=1,
        loss=Loss(
            orders=len(FRAUD),
            open_orders=1,
            total=Decimal(99_400),
            gift_card=Decimal(60_200),
            points=Decimal(1_240),
            card=Decimal(37_960),
            unknown=Decimal(0),
        ),
        refused=len(REFUSED),
        first=FRAUD[0].placed,
        last=FRAUD[-1].placed,
        reset_at=RESET_AT,
        cards=CardStory(
            notices=9,
            charged={
                SMBC_LAST_FOUR: sum((Decimal(p.card or 0) for p in NOTIFIED), _ZERO),
                RAKUTEN_LAST_FOUR: Decimal(E_BOOKS),
            },
            held_back=FRAUD[-1].number,
            vanished=VANISHED.number,
            credited_soon=tuple(p.number for p in CREDITED_SOON),
            credited_later=CREDITED_LATER.number,
            not_credited=NOT_CREDITED.number,
        ),
        two_step=ACCOUNT,
    )
