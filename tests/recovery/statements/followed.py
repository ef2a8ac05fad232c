"""Orders that are not the user's, followed until the money is back."""

from dataclasses import replace
from datetime import date, timedelta

from tests.recovery.statements.cards import (
    AT,
    INCIDENT,
    by_key,
    charge,
    match,
    order,
)
from torimodosu.recovery.orders.order import (
    Order,
    OrderState,
    Ownership,
)
from torimodosu.recovery.statements.coverage import CardCoverage
from torimodosu.recovery.statements.following_returns import (
    Evidence,
    follow_returns,
)
from torimodosu.recovery.statements.returns import (
    ExpectedReturn,
    ReturnState,
    ReturnWord,
)
from torimodosu.recovery.statements.which_card.claims import LATE
from torimodosu.recovery.statements.which_card.matching import Matching
from torimodosu.recovery.statements.words import CardWords

NEXT_MONTH = date(2026, 12, 18)
WHOLE = (INCIDENT - timedelta(days=30), INCIDENT + timedelta(days=LATE))
SHORT = (INCIDENT - timedelta(days=30), INCIDENT + timedelta(days=20))
BY_CARD = order(card_part=5000)
CANCELLED = replace(BY_CARD, state=OrderState.CANCELLED)
CHARGED = match()
BACK = match("x2", -5000, charges=("r1",))
ROWS = by_key(
    charge(),
    charge("c2", 3000),
    charge("open", is_open=True),
    charge("r1", -5000, day=NEXT_MONTH),
    charge("r2", -2000, day=NEXT_MONTH),
    charge("r3", -8000, day=NEXT_MONTH),
)
SILENT = CardWords()


def said(state: ReturnState, key: str = "a:card") -> CardWords:
    return CardWords(returns={key: ReturnWord(key=key, state=state, at=AT)})


def follow(
    found: Matching,
    *orders: Order,
    words: CardWords = SILENT,
    closed: tuple[date, date] | None = None,
    has_skipped_rows: bool = False,
) -> tuple[ExpectedReturn, ...]:
    covered = CardCoverage(
        card=1,
        closed=() if closed is None else (closed,),
        has_skipped_rows=has_skipped_rows,
    )
    named = dict(zip("abc", orders, strict=False))
    evidence = Evidence(
        matching=found,
        charges=ROWS,
        coverage={1: covered},
        words=words,
        registered=(1,),
        shows_on={1: date(2026, 12, 25), 2: date(2026, 12, 10)},
    )
    strange = dict.fromkeys(named, Ownership.NOT_MINE)
    return follow_returns(named, strange, evidence)
