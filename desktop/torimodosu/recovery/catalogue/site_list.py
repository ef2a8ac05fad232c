"""Sites that a stranger would go to next."""

from dataclasses import dataclass
from enum import Enum

from torimodosu.recovery.catalogue.source import Source


class SiteKind(Enum):
    """What makes a site worth more than others.

    Attributes:
        MAILBOX: It has the person's mail, with which other passwords can be reset.
        MONEY: It is a bank, a card, a way to pay or a broker.

    """

    MAILBOX = "mailbox"
    MONEY = "money"


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteList:
    """The registrable domains of some sites of one kind."""

    kind: SiteKind
    domains: tuple[str, ...]
    source: Source
