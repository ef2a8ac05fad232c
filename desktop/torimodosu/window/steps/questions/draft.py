"""Answers that are not complete yet."""

from dataclasses import dataclass
from datetime import date

from torimodosu.recovery.case.case import Answers, MailPlace, PaymentCard, SignIn


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What has been answered so far; None is not answered."""

    noticed: date
    service: str | None = None
    sign_in: SignIn | None = None
    mail_place: MailPlace | None = None
    cards: tuple[PaymentCard, ...] = ()

    @classmethod
    def of(cls, answers: Answers) -> "Draft":
        """Return the draft that *answers* came from."""
        return cls(
            noticed=answers.noticed,
            service=answers.service,
            sign_in=answers.sign_in,
            mail_place=answers.mail_place,
            cards=answers.cards,
        )

    @property
    def missing(self) -> int:
        """Count the questions that still need an answer."""
        return sum(
            part is None for part in (self.service, self.sign_in, self.mail_place)
        )

    def answers(self) -> Answers | None:
        """Return the answers, once none is missing; a card without words is no card."""
        if self.service is None or self.sign_in is None or self.mail_place is None:
            return None
        return Answers(
            service=self.service,
            noticed=self.noticed,
            sign_in=self.sign_in,
            mail_place=self.mail_place,
            cards=tuple(card for card in self.cards if _is_named(card)),
        )


def _is_named(card: PaymentCard) -> bool:
    return bool(card.issuer or card.nickname or card.last_four)
