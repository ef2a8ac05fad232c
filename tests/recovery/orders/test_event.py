import pytest

from tests.recovery.orders.written import said
from torimodosu.recovery.mail.kind import MailKind
from torimodosu.recovery.orders.event import event_of
from torimodosu.recovery.orders.joining import join_orders
from torimodosu.recovery.orders.lines import read_lines
from torimodosu.recovery.orders.order import OrderState
from torimodosu.recovery.orders.order_mail import ON_THE_WAY_LAYOUT

DELIVERED, SHIPPED = OrderState.DELIVERED, OrderState.SHIPPED


@pytest.mark.parametrize(
    ("subject", "text", "event"),
    [
        ("配達済み: 「試験品」", "", DELIVERED),
        ("配達完了: 「試験品」", "お届け予定日: 本日", DELIVERED),
        ("ご注文商品はお住まいの建物内の宅配ボックスに配達しました。", "", DELIVERED),
        ("Delivered: Your order", "Your package has been delivered!", DELIVERED),
        ("Geliefert: 1 Artikel", "", DELIVERED),
        ("Consegna effettuata: il tuo ordine", "", DELIVERED),
        ("Your order", "Your package was delivered.", DELIVERED),
        ("", "", DELIVERED),
        ("配達中: 「試験品」", "", SHIPPED),
        ("Out for delivery: Test", "It will be delivered today.", SHIPPED),
        ("Delivery update: Test", "Your package is running late.", SHIPPED),
        ("Your order", "Your package will be delivered today.", SHIPPED),
        ("ご注文", "本日お届けいたします。配達中です。", SHIPPED),
        ("In Zustellung: Test", "", SHIPPED),
        ("配達できませんでした", "", SHIPPED),
        ("本日配達: 「試験品」", "", SHIPPED),
        ("配達遅延: 「試験品」", "", SHIPPED),
        ("配達予定日が変更されました", "", SHIPPED),
        ('Delayed: "Test"', "", SHIPPED),
    ],
)
def test_a_parcel_on_its_way_is_not_delivered(
    subject: str, text: str, event: OrderState
) -> None:
    assert event_of(MailKind.DELIVERY, subject, [read_lines(text)]) is event


@pytest.mark.parametrize(
    ("kind", "event"),
    [
        (MailKind.ORDER_ON_HOLD, OrderState.REFUSED),
        (MailKind.CANCELLATION, OrderState.REFUSED),
        (MailKind.ORDER_CONFIRMATION, OrderState.PLACED),
        (MailKind.SHIPMENT, OrderState.SHIPPED),
        (MailKind.ACCOUNT_CHANGED, None),
    ],
)
def test_a_refusal_counts_where_an_order_may_be_refused(
    kind: MailKind, event: OrderState | None
) -> None:
    lines = read_lines("以下のご注文は不成立となりました。")
    assert event_of(kind, "", [lines]) is event


def test_a_mail_that_a_parcel_is_on_its_way_is_no_second_parcel() -> None:
    mails = [
        said(total=900),
        said(event=SHIPPED, mail="b", layout="shipment_notice", total=900),
        said(event=SHIPPED, mail="c", layout=ON_THE_WAY_LAYOUT),
    ]
    (order,) = join_orders(mails)
    assert len(order.shipments) == 1
    assert order.state is SHIPPED
