import pytest

from tests.recovery.orders.written import paid, said
from torimodosu.recovery.case.certainty import Certainty
from torimodosu.recovery.orders.joining import join_orders, order_key
from torimodosu.recovery.orders.order import Doubt, OrderState

SHIPPED = OrderState.SHIPPED


@pytest.mark.parametrize(
    ("first", "second"),
    [(("a", "m@x"), ("b", "m@x")), (("a", ""), ("a", "")), (("a", "m"), ("a", "m"))],
)
def test_copies_of_a_mail_count_once(
    first: tuple[str, str], second: tuple[str, str]
) -> None:
    copies = [
        said(event=SHIPPED, mail=mail, message_id=message_id, total=500, card=500)
        for mail, message_id in (first, second)
    ]
    (order,) = join_orders([said(mail="z", total=1000), *copies])
    assert paid(order) == {"total": "1000", "card": "500", "unknown": "500"}
    assert len(order.shipments) == 1
    assert order.doubts == ()
    assert set(order.mails) == {"z", first[0], second[0]}


def test_copies_without_a_number_count_once() -> None:
    copies = [said(None, mail=mail, message_id="m@x", total=5) for mail in "ab"]
    assert len(join_orders(copies)) == 1


def test_an_order_without_a_number_keeps_its_key_when_a_copy_comes() -> None:
    first, copy = (said(None, mail=mail, message_id="m@x", total=5) for mail in "ba")
    (alone,), (both,) = join_orders([first]), join_orders([first, copy])
    assert both.mails == ("a", "b")
    assert order_key(both) == order_key(alone)


@pytest.mark.parametrize("message_id", ["", "m@x", "\udcff\u0000「」 @x"])
def test_a_key_is_of_plain_letters(message_id: str) -> None:
    (order,) = join_orders([said(None, mail="0" * 64, message_id=message_id, total=5)])
    kind, _, anchor = order_key(order).partition(":")
    assert (kind, len(anchor)) == ("mail", 64)
    assert anchor.isascii()
    assert anchor.isalnum()


def test_mails_with_the_same_words_and_other_ids_are_other_orders() -> None:
    mails = [said(None, mail=mail, message_id=f"{mail}@x", total=5) for mail in "ab"]
    assert len({order_key(order) for order in join_orders(mails)}) == 2


def test_copies_that_differ_are_a_doubt() -> None:
    copies = [
        said(mail=mail, message_id="m@x", total=total)
        for mail, total in (("a", 500), ("b", 600))
    ]
    (order,) = join_orders(copies)
    assert order.doubts == (Doubt.COPIES_DIFFER,)
    assert order.certainty is Certainty.PROBABLE
