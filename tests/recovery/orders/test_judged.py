"""An order that only forged mails speak of is no order."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from tests.cli.mails import mail
from tests.recovery.orders.written import said
from torimodosu.adapters.packs import load_catalogue
from torimodosu.recovery.mail.classify import Classified, classify
from torimodosu.recovery.mail.judging.judgement import Verdict
from torimodosu.recovery.mail.kind import MailKind
from torimodosu.recovery.mail.reader import read_message
from torimodosu.recovery.orders.joining import join_orders, order_key
from torimodosu.recovery.orders.judged import OrderReading, join_judged
from torimodosu.recovery.orders.order import Order
from torimodosu.resources import resource

OTHER = "250-1000000-0000002"


def test_an_order_of_forged_mails_alone_stands_behind_the_others_and_is_marked() -> (
    None
):
    mails = [said(OTHER, mail="b", total=90_000), said(mail="a", total=500)]
    real, forged = join_judged(mails, {"b"})
    assert (real.is_forged, real.mails) == (False, ("a",))
    assert (forged.is_forged, order_key(forged)) == (True, OTHER)


def test_a_forged_mail_changes_nothing_of_a_real_order() -> None:
    mails = [said(mail="a", total=500), said(mail="b", total=90_000)]
    (order,) = join_judged(mails, {"b"})
    assert (order.is_forged, order.total, order.mails) == (False, Decimal(500), ("a",))
    assert order.doubts == ()


def test_a_forged_mail_with_the_number_of_another_shop_is_an_order_of_its_own() -> None:
    mails = [said("100", mail="a", service="a.example", total=500)]
    mails.append(said("100", mail="b", service="b.example", total=7))
    real, forged = join_judged(mails, {"b"})
    assert (real.is_forged, forged.is_forged) == (False, True)
    assert order_key(real) != order_key(forged)


@pytest.mark.parametrize("forged", [set(), {"c"}], ids=["none", "another"])
def test_without_forged_mails_the_orders_are_what_they_are(forged: set[str]) -> None:
    mails = [said(mail="a", total=500), said(OTHER, mail="b", total=7)]
    assert join_judged(mails, forged) == join_orders(mails)


def test_a_forged_mail_without_a_number_is_marked_too() -> None:
    (order,) = join_judged([said(None, mail="a", layout="unknown")], {"a"})
    assert (order.is_forged, order_key(order)) == (True, "mail:a")


@pytest.mark.parametrize(
    ("verdict", "proven", "forged"),
    [
        (Verdict.GENUINE, True, False),
        (Verdict.CANNOT_TELL, False, False),
        (Verdict.NOT_GENUINE, False, True),
    ],
)
def test_an_order_is_as_sure_as_its_mail(
    verdict: Verdict, *, proven: bool, forged: bool
) -> None:
    reading = OrderReading()
    found = Classified(service="amazon.co.jp", kind=MailKind.ORDER_CONFIRMATION)
    reading.read(read_message(mail()), mail="a", found=found, verdict=lambda: verdict)
    (order,) = reading.orders()
    assert (order.is_proven, order.is_forged) == (proven, forged)


def read(*raws: str) -> Order:
    """Return the one order that mails with this text tell of."""
    reading = OrderReading()
    for raw in raws:
        message = read_message(raw.encode())
        reading.read(
            message,
            mail=raw,
            found=classify(message, load_catalogue(resource("catalogue"))),
            verdict=lambda: Verdict.CANNOT_TELL,
        )
    (order,) = reading.orders()
    return order


def sent_on(lines: str, place: str = "a") -> str:
    """Return a mail that somebody sent on two days later."""
    return (
        "From: taro@mail.example\nDate: Sun, 22 Nov 2026 01:00:00 +0000\n"
        f"Message-ID: <{place}@mail.example>\nSubject: Fwd: mail\n"
        f"Content-Type: text/plain; charset=utf-8\n\n{lines}"
    )


REFUND = f"注文番号: {OTHER}\n返金額: 500 JPY\n"
REFUND_SENT_ON = (
    "差出人: Amazon.co.jp <return@amazon.co.jp>\n"
    f"日時: 2026年11月20日 19:05:00 JST\n件名: 返金を処理しました\n\n{REFUND}"
)


def test_a_forwarded_order_is_of_when_the_shop_wrote() -> None:
    lines = (
        "差出人: Amazon.co.jp <auto-confirm@amazon.co.jp>\n"
        "日時: 2026年11月20日 19:05:00 JST\n件名: 注文済み: 「品」\n\n"
        f"注文番号\n{OTHER}\n\n* 品\n  数量: 1\n  500 JPY\n\n合計\n500 JPY\n"
    )
    order = read(sent_on(lines))
    assert (order.order_number, order.total) == (OTHER, Decimal(500))
    assert order.placed_at == datetime(2026, 11, 20, 10, 5, tzinfo=UTC)


def test_when_a_forwarded_notice_was_sent_is_no_day_of_an_order() -> None:
    order = read(sent_on(REFUND_SENT_ON))
    assert (order.refunded, order.placed_at) == (Decimal(500), None)


def test_a_mail_and_those_that_send_it_on_count_once() -> None:
    itself = (
        "From: return@amazon.co.jp\nDate: Fri, 20 Nov 2026 10:05:42 +0000\n"
        f"Message-ID: <1@amazon.co.jp>\nSubject: 返金を処理しました\n\n{REFUND}"
    )
    others = [sent_on(REFUND_SENT_ON, place) for place in "ab"]
    order = read(others[0], itself, others[1])
    assert (order.refunded, order.doubts) == (Decimal(500), ())
    assert set(order.mails) == {itself, *others}


def test_two_refunds_of_one_amount_are_two() -> None:
    later = REFUND_SENT_ON.replace("19:05", "19:06")
    order = read(sent_on(REFUND_SENT_ON), sent_on(later, "b"))
    assert order.refunded == Decimal(1_000)
