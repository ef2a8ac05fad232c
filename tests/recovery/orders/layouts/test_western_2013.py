import pytest

from tests.recovery.orders.written import goods, orders, paid
from torimodosu.recovery.mail.kind import MailKind

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
Shipping & Handling:\t$8.02
Promotion Applied:\t-$8.02

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
Aufgegeben am 30. März 2014
Prüfmilch, 4er Pack (4 x 600 g)
Verkauft von: Prüf GmbH
EUR 41,96
Zwischensumme:\tEUR 39,22
Verpackung und Versand:\tEUR 0,00
Zwischensumme ohne USt.:\tEUR 39,22
Umsatzsteuer:\tEUR 2,74
Endbetrag inkl. USt.:\tEUR 41,96
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
        ("Zahlung über Visa:\tEUR 41,96", "41.96", "Visa"),
    ],
)
def test_german_mails_are_read_alike(
    payment: str, card: str | None, label: str
) -> None:
    (order,) = orders(GERMAN.format(payment=payment), service="amazon.de")
    assert (order.order_number, order.currency) == ("304-1000000-0000001", "EUR")
    assert str(order.total) == "41.96"
    assert paid(order).get("card") == card
    assert order.card_label == label
    assert goods(order) == [("Prüfmilch, 4er Pack (4 x 600 g)", 1, "41.96")]


def test_goods_may_stand_below_the_total() -> None:
    text = """\
Order # 206-1000000-0000001

Your order will be sent to:
Taro
TESTVILLE
United Kingdom

Order Total:\t£8.99
Selected Payment Method:\tMastercard
Just ask: "Alexa, where's my stuff?"
Test Tree, Small
Condition: New
Sold by: Test_x
Fulfilled by Amazon\t£8.99

We hope to see you again soon.

Top picks for you
Test Advert
Sold by: Test_y
£3.00
"""
    (order,) = orders(text, service="amazon.co.uk")
    assert goods(order) == [("Test Tree, Small", 1, "8.99")]
    assert paid(order) == {"total": "8.99", "unknown": "8.99"}


def test_a_purchase_may_be_divided_into_orders() -> None:
    text = """\
Order #202-1000000-0000001
Order #202-1000000-0000002

Order #202-1000000-0000001
Placed on December 11, 2018
Test House
Sold by: Test
£69.95
Item Subtotal:\t£58.29
Order Total:\t£69.95
Selected Payment Method:\tVisa
Order #202-1000000-0000002
Placed on December 11, 2018
Test Rabbit
Sold by: Test
£15.99
Item Subtotal:\t£13.32
Order Total:\t£15.99
"""
    found = orders(text, service="amazon.co.uk")
    assert [(o.order_number, str(o.total)) for o in found] == [
        ("202-1000000-0000001", "69.95"),
        ("202-1000000-0000002", "15.99"),
    ]
    assert [goods(order)[0][0] for order in found] == ["Test House", "Test Rabbit"]


def test_a_dispatch_mail_tells_what_the_parcel_costs() -> None:
    text = """\
Dispatch Confirmation
Order: #026-1000000-0000001

Order Total: £11.99
Paid by Visa: £11.99

Order summary
1 X Test Banner, Blue
Sold by Test Co., Ltd
£11.99
"""
    (order,) = orders(text, service="amazon.co.uk", kind=MailKind.SHIPMENT)
    (shipment,) = order.shipments
    assert (str(shipment.total), str(shipment.card)) == ("11.99", "11.99")
    assert shipment.card_label == "Visa"
    assert goods(order) == [("Test Banner, Blue", 1, "11.99")]


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
> $80.61
>
> Top picks for you
> $8.99
"""
    (order,) = orders(text, service="amazon.com")
    assert paid(order) == {"total": "80.61", "unknown": "80.61"}
