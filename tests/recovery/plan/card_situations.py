"""Cases with cards, as the work on the cards left them."""

from dataclasses import replace
from datetime import date, timedelta

from tests.fakes.clock import FRIDAY_NIGHT
from tests.recovery.plan.situations import DAY, case, order, saved
from tests.recovery.statements.cards import card, match
from torimodosu.recovery.catalogue.limit import Clock
from torimodosu.recovery.orders.order import Ownership
from torimodosu.recovery.plan.card_work import CardWork
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.steps import Step
from torimodosu.recovery.statements.deadline import Deadline, DueDay
from torimodosu.recovery.statements.watch import CardMonth, MonthState, WatchLog
from torimodosu.recovery.statements.which_card.matching import (
    CardFinding,
    Ground,
    Match,
    Matching,
    OpenCharge,
    Verdict,
)

TODAY = FRIDAY_NIGHT.date()
CARDS = (card(1), card(2), card(3, is_registered=False))
OLD = {"a": order(placed_at=FRIDAY_NIGHT - 5 * DAY, card=5000, gift_card=None)}
STRANGE = {"a": Ownership.NOT_MINE}
BEFORE_STATEMENTS = [
    step for step in Step if step.phase.value not in {"watch", "close"}
]
OUT = date(2026, 3, 10)
LIMIT = Deadline(
    card=1,
    clock=Clock.BACK_FROM_REPORT,
    days=60,
    counted_from=TODAY,
    ends_on=TODAY + timedelta(days=16),
    act_by=TODAY + timedelta(days=15),
    is_supposed=False,
)


def finding(number: int, verdict: Verdict, *matches: str) -> CardFinding:
    return CardFinding(
        card=number, verdict=verdict, ground=Ground.CHARGED, matches=matches, amounts=()
    )


def month(
    state: MonthState,
    *,
    out_on: date | None = OUT,
    is_said: bool = False,
    is_needed: bool = True,
    is_open: bool = False,
) -> CardMonth:
    return CardMonth(
        card=1,
        month=date(2026, 4, 1),
        state=state,
        out_on=out_on,
        pays_on=None,
        is_said=is_said,
        is_needed=is_needed,
        is_open=is_open,
    )


def work(  # noqa: PLR0913 -- each test names the side it is about
    *findings: CardFinding,
    matches: tuple[Match, ...] = (),
    unexplained: tuple[tuple[str, OpenCharge], ...] = (),
    months: tuple[CardMonth, ...] = (),
    deadlines: tuple[Deadline, ...] = (),
    due: tuple[DueDay, ...] = (),
    ends_on: date = date(2027, 3, 13),
) -> CardWork:
    return CardWork(
        at=FRIDAY_NIGHT,
        matching=Matching(
            at=FRIDAY_NIGHT,
            findings=findings,
            matches=matches,
            unexplained_charges=unexplained,
            unexplained_orders=(),
        ),
        watch=WatchLog(months=(), cells=months, ends_on=ends_on),
        deadlines=deadlines,
        due=due,
    )


def after(found: CardWork | None, *said: Step) -> Snapshot:
    known = saved(OLD, STRANGE, *said, of=case(cards=CARDS))
    return replace(known, card_work=found)


LATER = TODAY + timedelta(days=9)
SAID_CLEAN = month(MonthState.CLEAN, is_said=True)
MISSED = month(MonthState.MISSING)
SURE, OPEN = match("x1"), match("x2", is_certain=False)
BOTH_KNOWN = finding(1, Verdict.CERTAIN, "x1"), finding(2, Verdict.EXCLUDED)
