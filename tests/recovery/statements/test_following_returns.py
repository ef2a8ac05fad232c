from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

import pytest

from tests.recovery.statements.cards import (
    AT,
    by_key,
    charge,
    match,
    matching,
    order,
)
from tests.recovery.statements.followed import (
    BACK,
    BY_CARD,
    CANCELLED,
    CHARGED,
    NEXT_MONTH,
    SILENT,
    WHOLE,
    follow,
    said,
)
from torimodosu.recovery.orders.order import (
    Doubt,
    Order,
    OrderState,
    Ownership,
)
from torimodosu.recovery.statements.following_returns import (
    Evidence,
    follow_returns,
)
from torimodosu.recovery.statements.returns import (
    Means,
    ReturnState,
)
from torimodosu.recovery.statements.statement import Foreign
from torimodosu.recovery.statements.which_card.matching import Match, Said
from torimodosu.recovery.statements.words import CardWords


def test_every_part_of_an_order_must_come_back_by_itself() -> None:
    paid = order(gift_card=2000, points=100, card_part=2900)
    told = follow(matching(), paid)
    assert [(one.means, one.amount) for one in told] == [
        (Means.GIFT_CARD, Decimal(2000)),
        (Means.POINTS, Decimal(100)),
        (Means.CARD, Decimal(2900)),
    ]
    assert {one.state for one in told} == {ReturnState.EXPECTED}
    assert [one.key for one in told] == ["a:gift_card", "a:points", "a:card"]


def test_the_orders_of_the_user_and_doubtful_ones_are_not_followed() -> None:
    evidence = Evidence(
        matching=matching(),
        charges={},
        coverage={},
        words=SILENT,
        registered=(),
        shows_on={},
    )
    kept = {"a": BY_CARD, "b": BY_CARD, "c": BY_CARD}
    verdicts = {"a": Ownership.MINE, "b": Ownership.UNSURE}
    assert follow_returns(kept, verdicts, evidence) == ()


def test_what_is_not_known_stays_unknown() -> None:
    (unknown,) = follow(matching(), order(total=None))
    assert (unknown.means, unknown.amount) == (Means.UNKNOWN, None)
    (charged,) = follow(matching(CHARGED), order(total=None))
    assert (charged.means, charged.amount) == (Means.CARD, Decimal(5000))


def test_a_charge_tells_how_an_order_was_paid() -> None:
    three = match(amount=3000, charges=("c2",))
    told = follow(matching(three), order(unknown=5000))
    assert [(one.means, one.amount, one.card) for one in told] == [
        (Means.CARD, Decimal(3000), 1),
        (Means.UNKNOWN, Decimal(2000), 0),
    ]


@pytest.mark.parametrize(
    ("paid", "state"),
    [
        (BY_CARD, ReturnState.EXPECTED),
        (CANCELLED, ReturnState.PROMISED),
        (replace(BY_CARD, state=OrderState.REFUSED), ReturnState.PROMISED),
        (replace(BY_CARD, state=OrderState.REFUNDED), ReturnState.PROMISED),
        (
            replace(BY_CARD, state=OrderState.REFUNDED, refunded=Decimal(3000)),
            ReturnState.EXPECTED,
        ),
        (replace(BY_CARD, refunded=Decimal(5000)), ReturnState.PROMISED),
        (replace(CANCELLED, refunded=Decimal(3000)), ReturnState.PROMISED),
        (
            replace(CANCELLED, doubts=(Doubt.PARTLY_CANCELLED,)),
            ReturnState.EXPECTED,
        ),
        (replace(BY_CARD, state=OrderState.ON_HOLD), ReturnState.EXPECTED),
    ],
)
def test_cancelled_is_a_promise_and_not_returned(
    paid: Order, state: ReturnState
) -> None:
    (told,) = follow(matching(CHARGED), paid)
    assert told.state is state
    assert not told.state.is_closed
    assert told.mails == (("promise",) if state is ReturnState.PROMISED else ())
    assert told.look_again == date(2026, 12, 25)


def test_a_row_that_gives_it_back_closes_it() -> None:
    (told,) = follow(matching(CHARGED, BACK), CANCELLED)
    assert told.state is ReturnState.CREDITED
    assert (told.returned, told.seen_on) == (Decimal(5000), NEXT_MONTH)
    assert told.charges == ("r1", "c1")
    assert told.look_again is None


def test_a_row_that_gives_a_part_back_does_not() -> None:
    part = match("x2", -2000, charges=("r2",))
    (told,) = follow(matching(CHARGED, part), CANCELLED)
    assert told.state is ReturnState.CREDITED_PART
    assert (told.returned, told.amount) == (Decimal(2000), Decimal(5000))
    assert told.look_again == date(2026, 12, 25)


@pytest.mark.parametrize(
    ("back", "state"),
    [
        # A row on the card that was charged speaks for itself ...
        (replace(BACK, is_certain=False), ReturnState.CREDITED),
        # ... unless it may be for something else, or only a mail tells of it.
        (replace(BACK, is_certain=False, rivals=("x3",)), ReturnState.PROMISED),
        (replace(BACK, is_certain=False, card=2), ReturnState.PROMISED),
        (
            replace(BACK, is_certain=False, charges=(), notices=("m1",)),
            ReturnState.PROMISED,
        ),
        (
            replace(BACK, is_certain=False, amount=Decimal(-8000)),
            ReturnState.PROMISED,
        ),
        (replace(BACK, is_certain=False, said=Said.CONFIRMED), ReturnState.CREDITED),
        (replace(BACK, said=Said.REJECTED), ReturnState.PROMISED),
    ],
)
def test_only_what_is_sure_gives_back(back: Match, state: ReturnState) -> None:
    (told,) = follow(matching(CHARGED, back), CANCELLED)
    assert told.state is state


def test_money_comes_back_once() -> None:
    both = BACK, replace(BACK, key="x3", charges=("r2",), is_certain=False)
    (told,) = follow(matching(CHARGED, *both), CANCELLED)
    assert (told.returned, told.charges) == (Decimal(5000), ("r1", "c1"))


def test_what_was_cancelled_before_it_was_charged_does_not_come_back() -> None:
    charged = match(amount=2000, charges=("c2",))
    back = match("x2", -2000, charges=("r2",))
    (told,) = follow(matching(charged, back), CANCELLED)
    assert told.state is ReturnState.CREDITED
    (told,) = follow(matching(charged, back), BY_CARD)
    assert told.state is ReturnState.CREDITED_PART


def test_a_refund_for_two_orders_is_shared_by_what_they_cost() -> None:
    back = match("x2", -8000, orders=("a", "b"), charges=("r3",))
    out = match(amount=8000, orders=("a", "b"))
    told = follow(matching(out, back), CANCELLED, order(total=3000, card_part=3000))
    assert [(one.returned, one.state) for one in told] == [
        (Decimal(5000), ReturnState.CREDITED),
        (Decimal(3000), ReturnState.CREDITED),
    ]


def test_a_foreign_refund_may_differ_by_the_rate() -> None:
    abroad = Foreign(amount=Decimal(33), currency="USD", rate=None)
    rows = by_key(
        charge(foreign=abroad), charge("r1", -4900, day=NEXT_MONTH, foreign=abroad)
    )
    evidence = Evidence(
        matching=matching(CHARGED, match("x2", -4900, charges=("r1",))),
        charges=rows,
        coverage={},
        words=SILENT,
        registered=(1,),
        shows_on={},
    )
    dollars = order(total=33, card_part=33, currency="USD")
    (told,) = follow_returns({"a": dollars}, {"a": Ownership.NOT_MINE}, evidence)
    assert (told.amount, told.currency) == (Decimal(5000), "JPY")
    assert told.state is ReturnState.CREDITED


@pytest.mark.parametrize(
    "state", [ReturnState.SAID, ReturnState.RESTORED, ReturnState.WRITTEN_OFF]
)
def test_the_dated_word_of_the_user_closes_it(state: ReturnState) -> None:
    (told,) = follow(matching(CHARGED), CANCELLED, words=said(state))
    assert (told.state, told.seen_on) == (state, AT.date())


def test_a_row_is_better_than_a_word() -> None:
    words = said(ReturnState.WRITTEN_OFF)
    (told,) = follow(matching(CHARGED, BACK), CANCELLED, words=words)
    assert told.state is ReturnState.CREDITED


def test_a_balance_is_only_back_by_the_word_of_the_user() -> None:
    gift = order(gift_card=5000, state=OrderState.CANCELLED)
    (told,) = follow(matching(), gift, closed=WHOLE)
    assert told.state is ReturnState.PROMISED
    words = said(ReturnState.RESTORED, "a:gift_card")
    (told,) = follow(matching(), gift, closed=WHOLE, words=words)
    assert told.state is ReturnState.RESTORED


def test_where_the_card_is_not_known_the_first_statement_of_any_may_show_it() -> None:
    (told,) = follow(matching(), CANCELLED)
    assert (told.card, told.look_again) == (0, date(2026, 12, 25))


def test_a_charge_that_the_user_calls_not_theirs_must_come_back_too() -> None:
    words = CardWords(charges={"c1": False, "c2": True})
    (told,) = follow(matching(), words=words)
    assert (told.key, told.order, told.amount) == ("charge:c1", "", Decimal(5000))
    # The same shop gave the same amount back, later.
    assert (told.state, told.charges) == (ReturnState.CREDITED, ("r1", "c1"))


def test_one_row_gives_one_charge_back() -> None:
    words = CardWords(charges={"c1": False, "open": False})
    told = follow(matching(), words=words)
    assert [one.state for one in told] == [ReturnState.CREDITED, ReturnState.EXPECTED]
    taken = follow(matching(CHARGED, BACK), CANCELLED, words=words)
    assert [one.state for one in taken] == [ReturnState.CREDITED, ReturnState.EXPECTED]


def test_orders_come_by_their_day_and_those_without_one_last() -> None:
    late = replace(BY_CARD, placed_at=datetime(2026, 11, 21, tzinfo=AT.tzinfo))
    told = follow(matching(), late, replace(BY_CARD, placed_at=None), BY_CARD)
    assert [one.order for one in told] == ["c", "a", "b"]
