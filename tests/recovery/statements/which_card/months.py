"""Made-up months of known truth: what was charged, and what can be read of it.

Statements were not all read, and not every card sends notices.
"""

import random
from collections.abc import Sequence
from datetime import date, datetime

from tests.recovery.statements.which_card.cases import (
    JAPAN,
    Situation,
    charge,
    notice,
)
from tests.recovery.statements.which_card.shopping import Shopping
from tests.recovery.statements.which_card.truth import Month, Used
from torimodosu.recovery.case.case import PaymentCard
from torimodosu.recovery.statements.card_notice import CardNotice, NoticeKind
from torimodosu.recovery.statements.coverage import CardCoverage
from torimodosu.recovery.statements.log import LoggedCharge

BEGIN, END = date(2026, 9, 1), date(2027, 2, 28)
ENDS = (END, END, END, date(2026, 12, 15), date(2026, 11, 10), BEGIN)
ISSUERS = ("smbc_card", "rakuten_card", "jcb", "aeon_card")


def month(seed: int) -> Month:
    """Return the month that *seed* stands for, always the same."""
    chance = random.Random(seed)  # noqa: S311
    cards = tuple(
        PaymentCard(
            issuer=issuer, nickname="", last_four=f"{1111 * number}", number=number
        )
        for number, issuer in enumerate(ISSUERS[: chance.randint(2, 4)], 1)
    )
    shopping = Shopping(chance, cards)
    shopping.shop()
    reading = _Reading(chance, shopping.uses, is_whole=chance.random() < 0.4)
    for card in cards:
        reading.read(card)
    chance.shuffle(reading.charges)
    return Month(
        situation=Situation(
            orders=tuple(shopping.orders),
            owners=shopping.owners,
            charges=tuple(reading.charges),
            notices=tuple(reading.notices),
            cards=cards,
            coverage=tuple(reading.coverage),
            at=datetime(2027, 3, 1, tzinfo=JAPAN),
        ),
        uses=tuple(shopping.uses),
        by_key=reading.by_key,
    )


class _Reading:
    """What is read of the uses of each card."""

    def __init__(
        self, chance: random.Random, uses: Sequence[Used], *, is_whole: bool
    ) -> None:
        self._chance, self._uses, self._is_whole = chance, uses, is_whole
        self.charges: list[LoggedCharge] = []
        self.notices: list[CardNotice] = []
        self.coverage: list[CardCoverage] = []
        self.by_key: dict[str, tuple[Used, ...]] = {}

    def _may(self, likely: float) -> bool:
        return self._chance.random() < likely

    def read(self, card: PaymentCard) -> None:
        until = END if self._is_whole else self._chance.choice(ENDS)
        sends = self._may(0.4)
        own = [use for use in self._uses if use.card == card.number]
        for number, use in enumerate(own):
            same = tuple(one for one in own if one.looks == use.looks)
            key = f"{card.number}.{number}"
            if BEGIN < use.at.date() <= until:
                row = charge(key, use.card, use.amount, on=use.at.date(), shop=use.shop)
                self.charges.append(row)
                self.by_key[key] = same
            if sends and self._may(0.9):
                self.notices.append(self._notice(f"mail {key}", use, card))
                self.by_key[f"mail {key}"] = same
        self.coverage.append(
            CardCoverage(
                card=card.number,
                closed=((BEGIN, until),) if until > BEGIN else (),
                next_statement=date(2027, 3, 10),
            )
        )

    def _notice(self, mail: str, use: Used, card: PaymentCard) -> CardNotice:
        back = NoticeKind.RETURN if use.amount < 0 else NoticeKind.PURCHASE
        return notice(
            mail,
            use.amount,
            at=use.at.replace(second=0),
            issuer=card.issuer,
            card=card.last_four if self._may(0.7) else "",
            shop=use.shop if self._may(0.9) else "",
            kind=back,
            to_the_day=self._may(0.2),
        )
