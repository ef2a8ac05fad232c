import pytest

from tests.recovery.orders.written import goods, orders, paid
from torimodosu.recovery.mail.kind import MailKind
from torimodosu.recovery.orders.goods import split_pieces

AMERICAN = """\
Order Confirmation

Order #113-1000000-0000001

Hello Taro,

Your order will be sent to:
Taro Kakuu
1 Test Road
Testville, OR 00000
United States

Order Details

Order #113-1000000-0000001
Placed on Friday, June 13, 2014
Test Bottle, 2 Count
Baby Product
Sold by Test LLC
$10.10
3 x Test Spoon
Sold by TEST SHOP
Condition: New
$2.00
Item Subtotal:\t$16.10
Shipping & Handling:\t$7.01
Promotion Applied:\t-$7.01

Total Before Tax:\t$16.10
Estimated Tax:\t$0.90
{gift}
Order Total:\t${total}
{payment}

To learn more about ordering, go to Ordering from Amazon.com.
Recommended for you
Test Advert
$1.00
"""

GERMAN = """\
Bestellbestätigung

Bestellung: #304-1000000-0000001

Guten Tag,

Einzelheiten Ihrer Bestellung

Bestellung: #304-1000000-0000001
Aufgegeben am 2. April 2015
Prüfmilch, 3er Pack (3 x 500 g)
Verkauft von: Prüf GmbH
EUR 31,90
Zwischensumme:\tEUR 29,81
Verpackung und Versand:\tEUR 0,00
Zwischensumme ohne USt.:\tEUR 29,81
Umsatzsteuer:\tEUR 2,09
Endbetrag inkl. USt.:\tEUR 31,90
{payment}
"""


@pytest.mark.parametrize(
    ("gift", "total", "payment", "expected"),
    [
        ("", "17.00", "", {"total": "17.00", "unknown": "17.00"}),
        (
            "",
            "17.00",
            "Paid by Amex: $17.00",
            {"total": "17.00", "card": "17.00", "unknown": "0.00"},
        ),
        (
            "Gift Card Amount:\t-$5.00",
            "12.00",
            "",
            {"total": "17.00", "gift_card": "5.00", "unknown": "12.00"},
        ),
        (
            "Gift Card Amount:\t-$17.00",
            "0.00",
            "",
            {"total": "17.00", "gift_card": "17.00", "unknown": "0.00"},
        ),
        (
            "",
            "17.00",
            "Gift Card:\t-$7.00\nGrand Total:\t$10.00",
            {"total": "17.00", "gift_card": "7.00", "unknown": "10.00"},
        ),
    ],
)
def test_american_mails_tell_who_pays(
    gift: str, total: str, payment: str, expected: dict[str, str]
) -> None:
    text = AMERICAN.format(gift=gift, total=total, payment=payment)
    (order,) = orders(text, service="amazon.com")
    assert order.layout == "western_2013"
    assert order.currency == "USD"
    assert paid(order) == expected
    assert goods(order) == [
        ("Test Bottle, 2 Count", 1, "10.10"),
        ("Test Spoon", 3, "2.00"),
    ]


@pytest.mark.parametrize(
    ("payment", "card", "label"),
    [
        ("Gewählte Zahlungsart:\tVisa", None, "Visa"),
        ("Zahlung über Visa:\tEUR 31,90", "31.90", "Visa"),
    ],
)
def test_german_mails_are_read_alike(
    payment: str, card: str | None, label: str
) -> None:
    (order,) = orders(GERMAN.format(payment=payment), service="amazon.de")
    assert (order.order_number, order.currency) == ("304-1000000-0000001", "EUR")
    assert str(order.total) == "31.90"
    assert paid(order).get("card") == card
    assert order.card_label == label
    assert goods(order) == [("Prüfmilch, 3er Pack (3 x 500 g)", 1, "31.90")]


def test_goods_may_stand_below_the_total() -> None:
    text = """\
Order # 206-1000000-0000001

Your order will be sent to:
Taro
TESTVILLE
United Kingdom

Order Total:\t£7.99
Selected Payment Method:\tMastercard
Just ask: "Where is my parcel?"
Test Tree, Small
Condition: New
Sold by: Test_x
Fulfilled by Amazon\t£7.99

We hope to see you again soon.

Top picks for you
Test Advert
Sold by: Test_y
£3.00
"""
    (order,) = orders(text, service="amazon.co.uk")
    assert goods(order) == [("Test Tree, Small", 1, "7.99")]
    assert paid(order) == {"total": "7.99", "unknown": "7.99"}


def test_a_purchase_may_be_divided_into_orders() -> None:
    text = """\
Order #202-1000000-0000001
Order #202-1000000-0000002

Order #202-1000000-0000001
Placed on December 5, 2019
Test House
Sold by: Test
£59.95
Item Subtotal:\t£49.96
Order Total:\t£59.95
Selected Payment Method:\tVisa
Order #202-1000000-0000002
Placed on December 5, 2019
Test Lamp
Sold by: Test
£25.99
Item Subtotal:\t£21.66
Order Total:\t£25.99
"""
    found = orders(text, service="amazon.co.uk")
    assert [(o.order_number, str(o.total)) for o in found] == [
        ("202-1000000-0000001", "59.95"),
        ("202-1000000-0000002", "25.99"),
    ]
    assert [goods(order)[0][0] for order in found] == ["Test House", "Test Lamp"]


def test_a_dispatch_mail_tells_what_the_parcel_costs() -> None:
    text = """\
Dispatch Confirmation
Order: #026-1000000-0000001

Order Total: £12.50
Paid by Visa: £12.50

Order summary
1 X Test Rope, Blue
Sold by Test Co., Ltd
£12.50
"""
    (order,) = orders(text, service="amazon.co.uk", kind=MailKind.SHIPMENT)
    (shipment,) = order.shipments
    assert (str(shipment.total), str(shipment.card)) == ("12.50", "12.50")
    assert shipment.card_label == "Visa"
    assert goods(order) == [("Test Rope, Blue", 1, "12.50")]


def test_a_shipping_mail_in_plain_text_tells_its_goods() -> None:
    text = """\
Order #103-1000000-0000001

Shipment Details

  Test Book Two: The Return
  Sold by: Test LLC

  $12.99

  Test "Quoted" Cable, 3 Feet
  Sold by: Cable Shop
  Condition: New
  Qty : 2
  $5.00

Item Subtotal: $22.99
Gift Wrap: $3.99
Shipment Total: $26.98
Paid by Amex: $20.00
Paid by Gift Card: $6.98
"""
    (order,) = orders(text, service="amazon.com", kind=MailKind.SHIPMENT)
    assert paid(order) == {
        "total": "26.98",
        "gift_card": "6.98",
        "card": "20.00",
        "unknown": "0.00",
    }
    assert goods(order) == [
        ("Test Book Two: The Return", 1, "12.99"),
        ('Test "Quoted" Cable, 3 Feet', 2, "5.00"),
    ]


def test_forwarded_mails_are_read_through_their_quotation_marks() -> None:
    text = """\
> Order #123-1000000-0000001 <https://www.example.com/gp/r.html?C=1>
> Order Total:
> $70.50
>
> Top picks for you
> $7.99
"""
    (order,) = orders(text, service="amazon.com")
    assert paid(order) == {"total": "70.50", "unknown": "70.50"}


@pytest.mark.parametrize("blank", [" ", "\N{NO-BREAK SPACE}"])
def test_any_blank_parts_the_pieces_from_the_name(blank: str) -> None:
    assert split_pieces(f"3{blank}x{blank}Test Spoon") == ("Test Spoon", 3)
