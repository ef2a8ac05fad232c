from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tests.recovery.statements.cards import (
    INCIDENT,
    MIDDLE,
    SIXTY_AFTER,
    SIXTY_BACK,
    TODAY,
    bills,
    by_key,
    card,
    charge,
    issuer,
    match,
    matching,
    notice,
    order,
)
from torimodosu.recovery.catalogue.limit import Clock
from torimodosu.recovery.statements.bills import CardBills
from torimodosu.recovery.statements.deadline import (
    Deadline,
    Due,
    DueDay,
    LetterData,
)
from torimodosu.recovery.statements.deadlines import deadlines_of
from torimodosu.recovery.statements.disputes import Dispute, disputes_of
from torimodosu.recovery.statements.due_days import due_days
from torimodosu.recovery.statements.letters import letters_of
from torimodosu.recovery.statements.returns import (
    ExpectedReturn,
    Means,
    ReturnState,
)
from torimodosu.recovery.statements.watch import CardMonth, MonthState, WatchLog
from torimodosu.recovery.statements.which_card.matching import (
    CardFinding,
    Ground,
    Verdict,
)
from torimodosu.recovery.statements.words import CardWords

SILENT = CardWords()
BOTH = issuer(MIDDLE, limits=(SIXTY_AFTER, SIXTY_BACK))
BACK = Deadline(
    card=1,
    clock=Clock.BACK_FROM_REPORT,
    days=60,
    counted_from=INCIDENT,
    ends_on=date(2027, 1, 19),
    act_by=date(2027, 1, 19),
    is_supposed=False,
)
AFTER = Deadline(
    card=1,
    clock=Clock.AFTER_STATEMENT_NOTICE,
    days=60,
    counted_from=date(2026, 12, 15),
    ends_on=date(2027, 2, 13),
    # 13 February 2027 is a Saturday; the Thursday before is a holiday.
    act_by=date(2027, 2, 12),
    is_supposed=True,
)


def finding(verdict: Verdict, number: int = 1) -> CardFinding:
    return CardFinding(
        card=number, verdict=verdict, ground=Ground.CHARGED, matches=(), amounts=()
    )


def disputes(
    day: date | None = INCIDENT, *, is_certain: bool = True
) -> tuple[Dispute, ...]:
    found = matching(match(is_certain=is_certain))
    return disputes_of(found, by_key(charge(day=day)), {}, SILENT)


def limits(
    known: CardBills,
    verdict: Verdict = Verdict.CERTAIN,
    found: tuple[Dispute, ...] = (),
    words: CardWords = SILENT,
) -> tuple[Deadline, ...]:
    return deadlines_of([known], [finding(verdict)], found, words, since=INCIDENT)


def test_both_clocks_run_and_the_earlier_comes_first() -> None:
    assert limits(bills(by=BOTH), found=disputes()) == (BACK, AFTER)


def test_where_no_charge_is_known_the_first_order_counts() -> None:
    (back, _) = limits(bills(by=BOTH), Verdict.NOT_YET_BILLED)
    assert back == replace(BACK, is_supposed=True)
    (undated, _) = limits(bills(by=BOTH), found=disputes(None))
    assert undated == replace(BACK, is_supposed=True)
    (misprinted, _) = limits(bills(by=BOTH), found=disputes(date.max))
    assert misprinted == replace(BACK, is_supposed=True)


def test_an_issuer_without_a_known_limit_has_the_usual_one() -> None:
    assert limits(bills(), found=disputes()) == (replace(BACK, is_supposed=True),)
    unknown = replace(bills(), issuer=None)
    assert limits(unknown, found=disputes()) == (replace(BACK, is_supposed=True),)


@pytest.mark.parametrize(
    ("known", "verdict", "has_limit"),
    [
        (bills(), Verdict.CERTAIN, True),
        (bills(), Verdict.POSSIBLE, True),
        (bills(), Verdict.NOT_YET_BILLED, True),
        (bills(), Verdict.NOT_COVERED, True),
        (bills(), Verdict.EXCLUDED, False),
        (bills(of=card(is_registered=False)), Verdict.POSSIBLE, False),
        (bills(of=card(is_registered=False)), Verdict.CERTAIN, True),
    ],
)
def test_a_card_that_may_have_been_charged_has_a_limit(
    known: CardBills, verdict: Verdict, *, has_limit: bool
) -> None:
    assert bool(limits(known, verdict)) is has_limit


def test_a_disputed_charge_gives_any_card_a_limit() -> None:
    assert limits(bills(), Verdict.EXCLUDED, disputes(is_certain=False))


def test_a_report_that_is_noted_is_told() -> None:
    words = CardWords(reported={1: TODAY})
    assert {one.reported_on for one in limits(bills(by=BOTH), words=words)} == {TODAY}


def test_a_limit_on_a_day_of_rest_is_acted_on_before() -> None:
    (limit,) = limits(bills(), found=disputes(date(2026, 11, 3)))
    assert limit.ends_on == date(2027, 1, 2)
    assert limit.act_by == date(2026, 12, 30)


def money(**changes: object) -> ExpectedReturn:
    back = ExpectedReturn(
        key="a:card",
        order="a",
        means=Means.CARD,
        card=1,
        amount=Decimal(5000),
        currency="JPY",
        state=ReturnState.PROMISED,
        returned=Decimal(0),
        look_again=date(2026, 12, 25),
    )
    return replace(back, **changes)  # type: ignore[arg-type]


def month(
    state: MonthState,
    out_on: date | None,
    *,
    of: int = 1,
    is_needed: bool = True,
    is_open: bool = False,
) -> CardMonth:
    return CardMonth(
        card=of,
        month=date(2027, 1, 1),
        state=state,
        out_on=out_on,
        pays_on=None,
        is_needed=is_needed,
        is_open=is_open,
    )


END = date(2027, 11, 20)
OVER = DueDay(on=END, what=Due.WATCH_ENDS, card=0)


def planned(
    *cells: CardMonth,
    returns: tuple[ExpectedReturn, ...] = (),
    deadlines: tuple[Deadline, ...] = (),
) -> list[DueDay]:
    log = WatchLog(months=(), cells=cells, ends_on=END)
    *due, last = due_days(log, returns, deadlines)
    assert last == OVER
    return due


def test_missing_statements_and_the_next_one_of_each_card_are_due() -> None:
    first, second, third = (date(2026, month, 25) for month in (10, 11, 12))
    due = planned(
        month(MonthState.CLEAN, first),
        month(MonthState.MISSING, second),
        month(MonthState.FINDINGS, third, is_open=True),
        month(MonthState.NOT_OUT, END),
        month(MonthState.NOT_OUT, third, of=2),
        month(MonthState.NOT_OUT, second, of=3, is_needed=False),
        month(MonthState.NOT_OUT, None, of=4),
    )
    assert due == [
        DueDay(on=second, what=Due.STATEMENT_OUT, card=1),
        DueDay(on=third, what=Due.STATEMENT_OUT, card=1),
        DueDay(on=third, what=Due.STATEMENT_OUT, card=2),
    ]


def test_refunds_of_one_day_are_one_sum() -> None:
    (due,) = planned(
        returns=(
            money(),
            money(key="b:card", returned=Decimal(1000)),
            money(key="c:card", state=ReturnState.CREDITED),
            money(key="d:card", look_again=None),
        )
    )
    assert (due.on, due.what) == (date(2026, 12, 25), Due.REFUND_ON_STATEMENT)
    assert (due.amount, due.currency) == (Decimal(9000), "JPY")


def test_a_sum_with_an_unknown_part_is_unknown() -> None:
    unknown = money(key="b:card", amount=None)
    for returns in ((money(), unknown), (unknown, money())):
        (due,) = planned(returns=returns)
        assert due.amount is None


def test_of_each_card_the_earliest_limit_is_due_until_it_is_reported() -> None:
    (due,) = planned(deadlines=(AFTER, BACK))
    assert (due.on, due.what, due.is_done) == (BACK.act_by, Due.REPORT_LIMIT, False)
    (done,) = planned(deadlines=(replace(BACK, reported_on=TODAY),))
    assert done.is_done


def test_a_letter_says_what_is_sure_and_nothing_more() -> None:
    charges = by_key(charge(), charge("c2", 900), charge("c3", None))
    found = matching(
        match(orders=("a",)),
        match("x2", 900, charges=("c2",), is_certain=False),
        match("x3", 0, orders=("a", "gone"), charges=("c3",)),
    )
    told = disputes_of(found, charges, {}, SILENT)
    assert letters_of(told, {"a": order()}, (AFTER, BACK)) == (
        LetterData(
            card=1,
            charges=(
                (INCIDENT, "SHOP", Decimal(5000), "JPY"),
                (INCIDENT, "SHOP", None, "JPY"),
            ),
            orders=("250-1234567-1234567",),
            total=(("JPY", Decimal(5000)),),
            first=INCIDENT,
            deadline=BACK,
        ),
    )


def test_a_letter_rests_on_a_notice_where_the_statement_is_not_out() -> None:
    found = matching(match(charges=(), notices=("m1",)), match("x2", of=0))
    told = disputes_of(found, by_key(charge()), {"m1": notice()}, SILENT)
    (letter,) = letters_of(told, {}, ())
    assert letter.charges == ((INCIDENT, "SHOP", Decimal(5000), "JPY"),)
    assert (letter.orders, letter.deadline) == ((), None)
