"""A mail by which an issuer tells that a card was used."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import Enum

from torimodosu.recovery.mail.judging.judgement import Judged, Verdict
from torimodosu.recovery.statements.statement import Foreign


class NoticeKind(Enum):
    """What was done with the card; by a refused use no money moved."""

    PURCHASE = "purchase"
    CANCELLATION = "cancellation"
    RETURN = "return"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class CardNotice(Judged):
    """One use of a card; what the mails do not say is None or "".

    Attributes:
        mails: SHA-256 of the mails that tell it, oldest first.
        issuer: Id of the catalogue.
        card: The last four digits, or "".
        used_at: When it was used; midnight where `used_to_the_day`.
        used_to_the_day: Whether only the day is told.
        merchant: The shop as printed.
        merchant_normal: The same folded, to compare it.
        amount: Positive for money out, negative for money back; None is not known.
        currency: ISO 4217 code of the amount, or "".
        foreign: The charge in the currency of the shop, or None; where only that is
            told, `amount` and `currency` are of it too.
        is_preliminary: Whether the issuer says that a fuller mail will follow.
        card_name: What the mails call the card, as printed, or "".
        sent_at: When the first of the mails was sent, or None.
        place: Which use of those that the first of the mails tells it is, from 0.
        verdict: Whether the mails are genuine, so far as they were judged; of several
            it is the worst.

    """

    mails: tuple[str, ...]
    issuer: str
    card: str
    used_at: datetime | None
    used_to_the_day: bool
    merchant: str
    merchant_normal: str
    amount: Decimal | None
    currency: str
    foreign: Foreign | None
    kind: NoticeKind
    is_preliminary: bool
    card_name: str = ""
    sent_at: datetime | None = None
    place: int = 0
    verdict: Verdict = Verdict.CANNOT_TELL

    @property
    def key(self) -> str:
        """What it is known by; the same whenever the same mails are read."""
        first = next(iter(self.mails), "")
        return f"{first}#{self.place}" if self.place else first
