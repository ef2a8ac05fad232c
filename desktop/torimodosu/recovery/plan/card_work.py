"""What was worked out about the cards of a case, from everything that was read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from torimodosu.recovery.statements.card_notice import CardNotice
from torimodosu.recovery.statements.coverage import CardCoverage
from torimodosu.recovery.statements.deadline import Deadline, DueDay, LetterData
from torimodosu.recovery.statements.log import LoggedCharge
from torimodosu.recovery.statements.returns import ExpectedReturn
from torimodosu.recovery.statements.watch import WatchLog
from torimodosu.recovery.statements.which_card.matching import Matching


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthSum:
    """What one card was charged in one month, in one currency.

    Attributes:
        card: The number of the card in the case.
        month: The first day of the month of use.
        currency: ISO 4217 code, or "".
        out: Money out, disputed or not.
        disputed: The part of it that is disputed.
        back: Money that came back, as a positive amount.

    """

    card: int
    month: date
    currency: str
    out: Decimal
    disputed: Decimal
    back: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class CardWork:
    """The newest work on the cards; the worker makes it, the pages show it.

    Attributes:
        at: The moment that it was worked out for.
        matching: Which card paid what.
        charges: The logged charges that anything here names, by their key.
        notices: The usage notices that anything here names, by their key.
        forged: Uses, by time, that only mails tell which are not genuine; nothing here
            rests on them.
        coverage: What was read of each card.
        returns: Money that must come back.
        watch: The months of all cards.
        deadlines: Until when each loss can be reported, the earliest first.
        due: Everything that is planned, by day.
        letters: What to tell each issuer with a disputed charge.
        sums: The figures of the chart.

    """

    at: datetime
    matching: Matching
    charges: Mapping[str, LoggedCharge] = field(default_factory=dict)
    notices: Mapping[str, CardNotice] = field(default_factory=dict)
    forged: tuple[CardNotice, ...] = ()
    coverage: tuple[CardCoverage, ...] = ()
    returns: tuple[ExpectedReturn, ...] = ()
    watch: WatchLog
    deadlines: tuple[Deadline, ...] = ()
    due: tuple[DueDay, ...] = ()
    letters: tuple[LetterData, ...] = ()
    sums: tuple[MonthSum, ...] = ()
