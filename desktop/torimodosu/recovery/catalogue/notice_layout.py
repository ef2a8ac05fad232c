"""How the usage-notice mails of an issuer are laid out."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from torimodosu.recovery.catalogue.source import Source


class NoticeField(Enum):
    """What such a mail tells of a use; `ACTION` is what was done with the card.

    `CARD` is what the mail calls the card, `NUMBER` the end of its number.
    """

    USED_AT = "used_at"
    MERCHANT = "merchant"
    AMOUNT = "amount"
    ACTION = "action"
    CARD = "card"
    NUMBER = "number"


class Action(Enum):
    """What was done with the card, as words of the mail tell it."""

    PURCHASE = "purchase"
    CANCELLATION = "cancellation"
    RETURN = "return"


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeLayout:
    """One layout; all texts are in NFKC.

    Attributes:
        labels: What stands in front of a field, without marks and brackets.
        sequence: The order in which time, shop and amount follow each other where the
            shop or the amount has no label of its own; () where each has one.
        after: Words of which one stands above such a sequence; () for none.
        actions: The words for each action.
        refused: Words in the subject, or above the first use, which say that the card
            was not accepted.
        preliminary: Patterns of subjects that announce a fuller mail; each is searched
            whatever the case in the folded subject.
        no_shops: What may stand in the place of the shop and names none.
        currency: ISO 4217 code of amounts that stand without one.
        source: Where the layout comes from.

    """

    labels: Mapping[NoticeField, tuple[str, ...]]
    sequence: tuple[NoticeField, ...] = ()
    after: tuple[str, ...] = ()
    actions: Mapping[Action, tuple[str, ...]]
    refused: tuple[str, ...] = ()
    preliminary: tuple[str, ...] = ()
    no_shops: tuple[str, ...] = ()
    currency: str
    source: Source
