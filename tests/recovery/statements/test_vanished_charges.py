from datetime import date, timedelta

import pytest

from tests.recovery.statements.cards import (
    INCIDENT,
    match,
    matching,
    order,
)
from tests.recovery.statements.followed import (
    BY_CARD,
    CANCELLED,
    CHARGED,
    SHORT,
    WHOLE,
    follow,
)
from torimodosu.recovery.orders.order import (
    Order,
    Shipment,
)
from torimodosu.recovery.statements.returns import (
    ReturnState,
)
from torimodosu.recovery.statements.which_card.matching import Matching

OPEN_ROW = match(charges=("open",))


@pytest.mark.parametrize(
    ("paid", "closed", "skipped", "state"),
    [
        (CANCELLED, SHORT, False, ReturnState.VANISHED),
        (CANCELLED, SHORT, True, ReturnState.PROMISED),
        (CANCELLED, None, False, ReturnState.PROMISED),
        # A charge that nobody cancelled may come on a later bill.
        (BY_CARD, SHORT, False, ReturnState.EXPECTED),
        (BY_CARD, WHOLE, False, ReturnState.VANISHED),
    ],
)
def test_an_open_charge_that_the_closed_bill_does_not_show_has_vanished(
    paid: Order, closed: tuple[date, date] | None, *, skipped: bool, state: ReturnState
) -> None:
    found = matching(OPEN_ROW)
    (told,) = follow(found, paid, closed=closed, has_skipped_rows=skipped)
    assert told.state is state


def test_a_charge_on_a_closed_bill_has_not_vanished() -> None:
    (told,) = follow(matching(CHARGED), CANCELLED, closed=WHOLE)
    assert told.state is ReturnState.PROMISED


def test_of_two_equal_orders_one_stands_for_the_charge_of_one() -> None:
    either = (
        match("x1", charges=("open",), is_certain=False),
        match("x2", orders=("b",), charges=("open",), is_certain=False),
    )
    found = matching(*either, disputed=("open",))
    told = follow(found, CANCELLED, CANCELLED, closed=SHORT)
    assert [(one.card, one.state) for one in told] == [
        (1, ReturnState.VANISHED),
        (0, ReturnState.PROMISED),
    ]
    # In time it is known that the other was never charged.
    told = follow(found, CANCELLED, CANCELLED, closed=WHOLE)
    assert [one.state for one in told] == [ReturnState.VANISHED] * 2


SENT_LATE = Shipment(
    date=INCIDENT + timedelta(days=9),
    total=None,
    gift_card=None,
    points=None,
    card=None,
    card_label="",
)


@pytest.mark.parametrize(
    ("found", "paid", "closed", "state"),
    [
        (matching(), BY_CARD, WHOLE, ReturnState.VANISHED),
        (matching(), BY_CARD, SHORT, ReturnState.EXPECTED),
        (matching(), BY_CARD, None, ReturnState.EXPECTED),
        (matching(gave_up=True), BY_CARD, WHOLE, ReturnState.EXPECTED),
        # A charge that may be for it.
        (matching(match(is_certain=False)), BY_CARD, WHOLE, ReturnState.EXPECTED),
        (matching(), order(card_part=5000, placed=None), WHOLE, ReturnState.EXPECTED),
        (
            matching(),
            order(card_part=5000, shipments=(SENT_LATE,)),
            WHOLE,
            ReturnState.EXPECTED,
        ),
    ],
)
def test_what_no_bill_of_any_card_ever_showed_was_never_taken(
    found: Matching,
    paid: Order,
    closed: tuple[date, date] | None,
    state: ReturnState,
) -> None:
    (told,) = follow(found, paid, closed=closed)
    assert told.state is state
    assert told.seen_on == (WHOLE[1] if state is ReturnState.VANISHED else None)
