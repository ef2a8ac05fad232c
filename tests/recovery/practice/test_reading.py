"""The readers come to the numbers that the practice incident publishes."""

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from hashlib import sha256

import pytest

from torimodosu.adapters.packs import load_catalogue
from torimodosu.recovery.mail.classify import classify
from torimodosu.recovery.mail.reader import read_message
from torimodosu.recovery.orders.burst import find_burst
from torimodosu.recovery.orders.damage import assess_damage
from torimodosu.recovery.orders.joining import join_orders
from torimodosu.recovery.orders.order import Order, OrderState, Ownership
from torimodosu.recovery.orders.order_mail import OrderMail
from torimodosu.recovery.orders.reading import read_order_mail
from torimodosu.recovery.practice.expected import expected
from torimodosu.recovery.practice.letter import Letter
from torimodosu.recovery.practice.mailbox import all_letters
from torimodosu.recovery.practice.purchase import Purchase
from torimodosu.recovery.practice.shop_mail import SHOP
from torimodosu.recovery.practice.writing import write_mail
from torimodosu.resources import resource

CATALOGUE = load_catalogue(resource("catalogue"))
LETTERS = all_letters()
EXPECTED = expected()


@pytest.fixture(scope="module")
def orders() -> Sequence[Order]:
    readings: list[OrderMail] = []
    for letter in LETTERS:
        raw = write_mail(letter)
        message = read_message(raw)
        found = classify(message, CATALOGUE)
        if found.service == SHOP:
            readings += read_order_mail(
                message,
                mail=sha256(raw).hexdigest(),
                service=found.service,
                kind=found.kind,
            )
    return join_orders(readings)


@pytest.mark.parametrize("letter", LETTERS, ids=lambda letter: letter.message_id)
def test_a_mail_is_read_and_classified_as_it_was_meant(letter: Letter) -> None:
    message = read_message(write_mail(letter, with_labels=True))
    assert message.problems == ()
    assert (message.message_id, message.date) == (letter.message_id, letter.sent)
    assert (message.sender, message.subject) == (letter.sender, letter.subject)
    assert (message.reply_to, message.labels) == (letter.reply_to, letter.labels)
    assert not letter.text or message.text.strip() == letter.text.strip()
    found = classify(message, CATALOGUE)
    assert (found.kind, found.service) == (letter.kind, letter.claims)


@pytest.mark.parametrize("purchase", EXPECTED.purchases, ids=lambda p: p.number)
def test_an_order_is_read_to_the_yen(
    orders: Sequence[Order], purchase: Purchase
) -> None:
    (order,) = (one for one in orders if one.order_number == purchase.number)
    assert (order.total, order.unknown) == (purchase.total, purchase.unknown)
    assert order.gift_card == purchase.gift_card
    assert order.points == purchase.points
    assert order.card == purchase.card
    assert order.state is purchase.state
    if purchase.state is not OrderState.REFUSED:
        assert order.placed_at == purchase.placed


def test_a_mail_of_unknown_layout_stays_an_order(orders: Sequence[Order]) -> None:
    unread = [order for order in orders if order.order_number is None]
    assert [order.layout for order in unread] == ["unknown"] * EXPECTED.unknown_layouts
    assert [order.total for order in unread] == [None]
    assert len(orders) == len(EXPECTED.purchases) + EXPECTED.unknown_layouts


def test_the_damage_is_the_published_loss(orders: Sequence[Order]) -> None:
    verdicts = {p.number: p.ownership for p in EXPECTED.purchases}
    damage = assess_damage(orders, verdicts)
    assert damage.adds_up
    (sums,) = damage.caused.sums
    loss = EXPECTED.loss
    assert sums.total.amount == loss.total
    assert sums.gift_card.amount == loss.gift_card
    assert sums.points.amount == loss.points
    assert sums.card.amount == loss.card
    assert sums.unknown.amount == loss.unknown
    assert len(damage.caused.orders) == loss.orders + EXPECTED.refused
    assert len(damage.caused.open) == loss.open_orders


def test_the_burst_is_found(orders: Sequence[Order]) -> None:
    foreign = {
        p.number for p in EXPECTED.purchases if p.ownership is Ownership.NOT_MINE
    }
    burst = find_burst(order for order in orders if order.order_number in foreign)
    assert burst is not None
    assert (burst.start, burst.last) == (EXPECTED.first, EXPECTED.last)
    assert len(burst.orders) == EXPECTED.loss.orders


def test_the_kinds_of_mail_are_the_published_ones() -> None:
    kinds = Counter(
        classify(read_message(write_mail(letter)), CATALOGUE).kind for letter in LETTERS
    )
    assert kinds == EXPECTED.kinds


def test_what_no_mail_tells_is_not_zero(orders: Sequence[Order]) -> None:
    (open_order,) = (
        order
        for order in orders
        if order.order_number and order.order_number.startswith("D01")
    )
    assert open_order.total is None
    assert open_order.unknown is None
    assert Decimal(0) not in (open_order.gift_card, open_order.card)
