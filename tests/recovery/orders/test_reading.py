from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.recovery.orders.written import SENT_AT, readings, written
from torimodosu.recovery.case.certainty import Certainty
from torimodosu.recovery.mail.kind import MailKind
from torimodosu.recovery.mail.message import Link
from torimodosu.recovery.orders.order import Doubt, OrderState
from torimodosu.recovery.orders.order_mail import OrderMail
from torimodosu.recovery.orders.reading import read_order_mail

ONE, TWO = "250-1000000-0000001", "250-1000000-0000002"
ORDER = f"注文番号\n{ONE}\n\n* 試験品\n  数量: 1\n  1,010 JPY\n\n合計\n1,010 JPY\n"


def read(
    text: str, *, html_text: str = "", subject: str = "", kind: MailKind
) -> tuple[OrderMail, ...]:
    """Return what a mail of two parts says."""
    message = written(text, html_text=html_text, subject=subject)
    return read_order_mail(message, mail="a", service="amazon.co.jp", kind=kind)


def test_keeps_where_it_was_read() -> None:
    message = replace(written(ORDER), message_id="x@example.com")
    (reading,) = read_order_mail(
        message,
        mail="abc",
        service="amazon.co.jp",
        kind=MailKind.ORDER_CONFIRMATION,
    )
    assert (reading.mail, reading.message_id) == ("abc", "x@example.com")
    assert (reading.service, reading.sent_at) == ("amazon.co.jp", SENT_AT)
    assert reading.certainty is Certainty.CONFIRMED


@pytest.mark.parametrize(
    ("kind", "event"),
    [
        (MailKind.ORDER_CONFIRMATION, OrderState.PLACED),
        (MailKind.SHIPMENT, OrderState.SHIPPED),
        (MailKind.DELIVERY, OrderState.DELIVERED),
        (MailKind.CANCELLATION, OrderState.CANCELLED),
        (MailKind.REFUND, OrderState.REFUNDED),
        (MailKind.ORDER_ON_HOLD, OrderState.ON_HOLD),
        (MailKind.OTHER, OrderState.PLACED),
    ],
)
def test_the_kind_of_mail_tells_the_event(kind: MailKind, event: OrderState) -> None:
    (reading,) = readings(ORDER, kind=kind)
    assert (reading.number, reading.event) == (ONE, event)


@pytest.mark.parametrize(
    "kind",
    [
        MailKind.ACCOUNT_CHANGED,
        MailKind.PASSWORD_RESET,
        MailKind.SECURITY_CODE,
        MailKind.SIGN_IN_ALERT,
        MailKind.ACCOUNT_REPLY,
        MailKind.CARD_USAGE,
        MailKind.CARD_REFUND,
    ],
)
def test_mails_on_other_matters_tell_no_order(kind: MailKind) -> None:
    assert readings(ORDER, kind=kind) == ()


@pytest.mark.parametrize(
    "text", ["", "新しいおすすめ", f"注文番号\n{ONE}", "合計\n1,010 JPY"]
)
def test_a_mail_of_another_kind_tells_an_order_only_if_understood(text: str) -> None:
    assert readings(text, kind=MailKind.OTHER) == ()


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("", [None]),
        ("まったく新しい書式です。お買い上げ 5,000円", [None]),
        (f"新しい書式\n{ONE}\n5,000円", [ONE]),
        (f"新しい書式 {ONE} と {TWO}", [ONE, TWO]),
        (f"注文番号\n{ONE}\n\n* 試験品\n  数量: 1\n\n総お支払高\n5,000 JPY", [ONE]),
    ],
)
def test_an_unknown_layout_is_kept_without_an_amount(
    text: str, numbers: list[str | None]
) -> None:
    found = readings(text)
    assert [reading.number for reading in found] == numbers
    assert {reading.layout for reading in found} == {"unknown"}
    assert {reading.total for reading in found} == {None}
    assert {reading.certainty for reading in found} == {Certainty.UNKNOWN}


@pytest.mark.parametrize(
    "subject",
    [
        "注文済み: 「青い水筒」",
        "Amazon.co.jpでのご注文: 青い水筒",
        'Ordered: "Blue bottle"',
        "発送済み: 「青い水筒」他2点",
    ],
)
@pytest.mark.parametrize("number", ["", "注文番号\n250-1000000-0000001\n"])
def test_what_a_subject_names_is_not_taken_for_the_goods_of_an_unknown_layout(
    subject: str, number: str
) -> None:
    text = f"{number}「青い水筒」は新しい形でお知らせします。\n1個 千五百円\n"
    (reading,) = read_order_mail(
        written(text, subject=subject),
        mail="a",
        service="amazon.co.jp",
        kind=MailKind.ORDER_CONFIRMATION,
    )
    assert (reading.layout, reading.items, reading.total) == ("unknown", (), None)


def test_a_shipment_may_tell_nothing_but_its_number() -> None:
    (reading,) = readings(f"注文番号\n{ONE}", kind=MailKind.SHIPMENT)
    assert (reading.number, reading.layout) == (ONE, "shipment_notice")


def test_the_number_may_stand_in_the_subject() -> None:
    (reading,) = read(
        "お荷物を配達しました。", subject=f"配達済み {ONE}", kind=MailKind.DELIVERY
    )
    assert reading.number == ONE


def test_the_number_may_stand_in_a_link_only() -> None:
    target = f"https://www.example.com/track?orderId={ONE}"
    message = replace(written("配達済み"), links=(Link(text="", target=target),))
    (reading,) = read_order_mail(
        message, mail="a", service="amazon.co.jp", kind=MailKind.DELIVERY
    )
    assert reading.number == ONE


def test_the_html_gives_what_the_text_lacks() -> None:
    text = f"ご注文ありがとうございます。\n注文番号\n{ONE}\n"
    (reading,) = read(text, html_text=ORDER, kind=MailKind.ORDER_CONFIRMATION)
    assert (str(reading.total), reading.layout) == ("1010", "modern_2025")
    assert reading.doubts == ()


def test_the_text_gives_what_the_html_lacks() -> None:
    html = f"注文番号\n{ONE}\n合計\n1,010 JPY"
    (reading,) = read(ORDER, html_text=html, kind=MailKind.ORDER_CONFIRMATION)
    assert [item.title for item in reading.items] == ["試験品"]


def test_a_mail_that_is_html_only_is_read_once() -> None:
    assert len(read(ORDER, html_text=ORDER, kind=MailKind.ORDER_CONFIRMATION)) == 1


def test_parts_that_differ_are_a_doubt() -> None:
    html = ORDER.replace("1,010", "2,020")
    (reading,) = read(ORDER, html_text=html, kind=MailKind.ORDER_CONFIRMATION)
    assert reading.doubts == (Doubt.PARTS_DIFFER,)
    assert reading.certainty is Certainty.PROBABLE


@pytest.mark.parametrize(("subject", "number"), [("", ONE), (f"注文 {TWO}", TWO)])
def test_parts_that_name_different_orders_are_one_order_in_doubt(
    subject: str, number: str
) -> None:
    html = ORDER.replace(ONE, TWO)
    (reading,) = read(
        ORDER, html_text=html, subject=subject, kind=MailKind.ORDER_CONFIRMATION
    )
    assert (reading.number, reading.doubts) == (number, (Doubt.PARTS_DIFFER,))


def test_several_orders_are_matched_between_the_parts() -> None:
    both = ORDER + ORDER.replace(ONE, TWO)
    found = read(both, html_text=both + "\n", kind=MailKind.ORDER_CONFIRMATION)
    assert [reading.number for reading in found] == [ONE, TWO]


@pytest.mark.parametrize(
    "sent_at",
    [datetime(1, 1, 1, tzinfo=UTC), datetime(9999, 12, 31, tzinfo=UTC), None],
)
def test_a_date_that_cannot_be_is_no_date(sent_at: datetime | None) -> None:
    (reading,) = read_order_mail(
        written(ORDER, sent_at=sent_at),
        mail="a",
        service="amazon.co.jp",
        kind=MailKind.ORDER_CONFIRMATION,
    )
    assert reading.sent_at is None


def test_a_date_without_a_zone_is_taken_as_universal() -> None:
    (reading,) = read_order_mail(
        written(ORDER, sent_at=SENT_AT.replace(tzinfo=None)),
        mail="a",
        service="amazon.co.jp",
        kind=MailKind.ORDER_CONFIRMATION,
    )
    assert reading.sent_at == SENT_AT


def test_an_unknown_service_is_amazon_only_by_the_form_of_the_number() -> None:
    (reading,) = readings(ORDER, service="")
    assert (reading.number, reading.layout) == (ONE, "modern_2025")
    (other,) = readings("ご注文番号：A-100\n合計：￥500", service="")
    assert (other.number, other.layout) == ("A-100", "other_shop")


def test_amounts_in_two_currencies_are_not_added_up() -> None:
    text = ORDER + "ギフトカード利用額: 5.00 USD\n"
    (reading,) = readings(text)
    assert (reading.currency, reading.gift_card) == ("JPY", None)
    assert reading.doubts == (Doubt.CURRENCIES_DIFFER,)


@pytest.mark.parametrize(
    ("subject", "layout", "event"),
    [
        (f"配達済み {ONE}", "delivery", OrderState.DELIVERED),
        (f"配達中 {ONE}", "on_the_way", OrderState.SHIPPED),
    ],
)
def test_a_notice_whose_number_is_in_the_subject_is_understood(
    subject: str, layout: str, event: OrderState
) -> None:
    (reading,) = read("お荷物について", subject=subject, kind=MailKind.DELIVERY)
    assert (reading.number, reading.layout, reading.event) == (ONE, layout, event)


def test_a_mail_on_the_delivery_charges_nothing() -> None:
    (reading,) = read(ORDER, kind=MailKind.DELIVERY)
    assert [item.title for item in reading.items] == ["試験品"]
    assert (reading.total, reading.currency) == (None, "")


def test_a_delivery_that_names_no_order_is_kept_as_unknown() -> None:
    (reading,) = read("宅配ボックスに配達しました。", kind=MailKind.DELIVERY)
    assert (reading.number, reading.layout) == (None, "unknown")
