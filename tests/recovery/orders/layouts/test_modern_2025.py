import pytest

from tests.recovery.orders.written import goods, orders, paid
from torimodosu.recovery.mail.kind import MailKind
from torimodosu.recovery.orders.order import Doubt

NUMBER = "250-1000000-0000001"
OTHER = "250-1000000-0000002"


def mail(*blocks: str, tail: str = "") -> str:
    """Return a mail that thanks for the orders of *blocks*."""
    body = "\n\n".join(blocks)
    return f"架空花子様、ご注文ありがとうございます。\n注文済み\n\n{body}\n\n{tail}"


def block(number: str, *lines: str) -> str:
    """Return what a mail tells of an order."""
    return "\n".join(["注文番号", number, "", "注文内容の表示と変更", *lines])


ARTICLE = "* 試験カップ 青\n  数量: 1\n  1,010 JPY\n"


@pytest.mark.parametrize(
    ("sums", "expected", "doubts"),
    [
        ("合計\n1,010 JPY", {"total": "1010", "unknown": "1010"}, ()),
        ("合計 1,010 JPY", {"total": "1010", "unknown": "1010"}, ()),
        ("合計\n￥1,010", {"total": "1010", "unknown": "1010"}, ()),
        (
            "合計\n1,010 JPY\nご請求額: 10 JPY",
            {"total": "1010", "gift_card": "1000", "card": "10", "unknown": "0"},
            (Doubt.GIFT_CARD_INFERRED,),
        ),
        (
            "合計\n1,010 JPY\n\nご請求額: 0 JPY",
            {"total": "1010", "gift_card": "1010", "card": "0", "unknown": "0"},
            (Doubt.GIFT_CARD_INFERRED,),
        ),
        (
            "合計\n1,010 JPY\nギフトカード利用額: 910 JPY\nご請求額: 100 JPY",
            {"total": "1010", "gift_card": "910", "card": "100", "unknown": "0"},
            (),
        ),
        (
            "合計\n1,010 JPY\nAmazonポイント利用額: -10 JPY\nご請求額: 1,000 JPY",
            {"total": "1010", "points": "10", "card": "1000", "unknown": "0"},
            (),
        ),
        (
            "合計\n1,010 JPY\nご請求額: 1,010 JPY",
            {"total": "1010", "card": "1010", "unknown": "0"},
            (),
        ),
        (
            "合計\n1,010 JPY\nご請求額: 2,020 JPY",
            {"total": "1010", "unknown": "1010"},
            (Doubt.CHARGE_ABOVE_TOTAL,),
        ),
        (
            "合計\n1,010 JPY\nギフトカード利用額: 910 JPY\nカードへのご請求額: 500 JPY",
            {"total": "1010", "unknown": "1010"},
            (Doubt.PAID_ABOVE_TOTAL,),
        ),
        (
            "合計\n1,010 JPY\nギフトカード利用額: 10 JPY\nご請求額: 500 JPY",
            {"total": "1010", "gift_card": "10", "card": "500", "unknown": "500"},
            (Doubt.SPLITS_DIFFER,),
        ),
        (
            "合計\n1,010 JPY\nご請求額: -500 JPY",
            {"total": "1010", "unknown": "1010"},
            (),
        ),
        (
            "合計\n0 JPY",
            {"total": "0", "unknown": "0"},
            (Doubt.NOTHING_TO_PAY,),
        ),
    ],
)
def test_tells_who_pays_as_far_as_the_mail_does(
    sums: str, expected: dict[str, str], doubts: tuple[Doubt, ...]
) -> None:
    (order,) = orders(mail(block(NUMBER, ARTICLE, sums)))
    assert paid(order) == expected
    assert order.doubts == doubts


def test_a_free_article_is_no_doubt() -> None:
    free = "* 試験の本 [Kindle版]\n  数量: 1\n  0 JPY\n"
    (order,) = orders(mail(block(NUMBER, free, "合計\n0 JPY")))
    assert paid(order) == {"total": "0", "unknown": "0"}
    assert order.doubts == ()


def test_goods_have_name_quantity_and_price() -> None:
    two = "* 試験カップ 赤\n  数量: 2\n  1,850 JPY\n"
    (order,) = orders(mail(block(NUMBER, ARTICLE, two, "合計\n4,710 JPY")))
    assert goods(order) == [
        ("試験カップ 青", 1, "1010"),
        ("試験カップ 赤", 2, "1850"),
    ]


@pytest.mark.parametrize(
    "name",
    [
        f"注文番号 {OTHER}",
        "合計",
        "合計 500 JPY",
        "ご請求額: 5 JPY",
        "Amazonギフトカード 5,000円",
        "ギフトカード",
        "数量: 3",
        "1,000 JPY",
        "おすすめ商品 100選",
        "２０枚 × ３個　￥５００",
    ],
)
def test_a_name_may_look_like_a_label(name: str) -> None:
    article = f"* {name}\n  数量: 1\n  1,010 JPY\n"
    (order,) = orders(mail(block(NUMBER, article, "合計\n1,010 JPY")))
    assert order.order_number == NUMBER
    assert goods(order) == [(name, 1, "1010")]
    assert paid(order) == {"total": "1010", "unknown": "1010"}


def test_names_of_html_mails_have_no_star() -> None:
    text = f"注文番号\n{NUMBER}\n合計\n数量: 1\n￥1,010\n\n合計\t￥1,010\n"
    (order,) = orders(text)
    assert goods(order) == [("合計", 1, "1010")]
    assert paid(order) == {"total": "1010", "unknown": "1010"}


def test_a_price_may_stand_above_or_beside_the_quantity() -> None:
    above = "試験カップ\n￥1,010\n数量: 1\n"
    beside = "試験カップ\n数量: 1\t￥1,010\n"
    for article in (above, beside):
        (order,) = orders(block(NUMBER, "", article, "合計\n￥1,010"))
        assert goods(order) == [("試験カップ", 1, "1010")]


@pytest.mark.parametrize("label", ["数量: 2", "ご注文数量：2", "購入個数： ２点"])
def test_each_line_may_be_a_paragraph(label: str) -> None:
    article = f"* 試験カップ\n\n{label}\n\n1,010 JPY\n"
    (order,) = orders(mail(block(NUMBER, article, "合計\n2,020 JPY")))
    assert goods(order) == [("試験カップ", 2, "1010")]


def test_an_unknown_line_that_takes_off_hides_none_below_it() -> None:
    sums = "合計\n1,010 JPY\n謎の控除: -500 JPY\nAmazonポイント: -10 JPY\n"
    (order,) = orders(mail(block(NUMBER, ARTICLE, f"{sums}ご請求額: 500 JPY")))
    assert (paid(order)["points"], paid(order)["card"]) == ("10", "500")


def test_adverts_below_the_total_are_not_ordered() -> None:
    tail = """\
あなたにイチオシ
* 試験広告
  数量: 1
  300 JPY

合計
300 JPY
ギフトカード
5,000 JPY
"""
    (order,) = orders(mail(block(NUMBER, ARTICLE, "合計\n1,010 JPY"), tail=tail))
    assert goods(order) == [("試験カップ 青", 1, "1010")]
    assert paid(order) == {"total": "1010", "unknown": "1010"}


def test_several_orders_may_share_a_mail() -> None:
    first = block(NUMBER, ARTICLE, "合計\n1,010 JPY\nご請求額: 0 JPY")
    second = block(OTHER, "* 本\n  数量: 1\n  500 JPY\n", "合計\n500 JPY")
    one, other = orders(mail(first, second))
    assert paid(one)["gift_card"] == "1010"
    assert paid(other) == {"total": "500", "unknown": "500"}
    assert goods(other) == [("本", 1, "500")]


def test_what_is_charged_may_be_told_once_for_all_orders() -> None:
    first = block(NUMBER, ARTICLE, "合計\n1,010 JPY")
    second = block(OTHER, ARTICLE, "合計\n1,010 JPY\nご請求額: 2,020 JPY")
    assert [paid(order)["card"] for order in orders(mail(first, second))] == [
        "1010",
        "1010",
    ]


def test_what_is_charged_for_all_is_not_shared_out_by_guessing() -> None:
    first = block(NUMBER, ARTICLE, "合計\n1,010 JPY")
    second = block(OTHER, ARTICLE, "合計\n1,010 JPY\nご請求額: 1,500 JPY")
    found = orders(mail(first, second))
    assert [paid(order) for order in found] == [
        {"total": "1010", "unknown": "1010"},
        {"total": "1010", "unknown": "1010"},
    ]
    assert {order.doubts for order in found} == {(Doubt.CHARGE_SHARED,)}


ENGLISH = f"""\
Thanks for your order, Taro!

Order #
{NUMBER}

* Test Cable 2m
  Quantity: 1
  6.13 USD

Total
6.76 USD
"""
GERMAN = f"""\
Vielen Dank für Ihre Bestellung, Erika!

Bestellnummer
{NUMBER}

* Prüfkabel 2 m
  Menge: 1
  6,13 EUR

Summe
6,76 EUR
"""


@pytest.mark.parametrize(
    ("text", "service", "currency", "article"),
    [
        (ENGLISH, "amazon.com", "USD", ("Test Cable 2m", 1, "6.13")),
        (GERMAN, "amazon.de", "EUR", ("Prüfkabel 2 m", 1, "6.13")),
    ],
)
def test_other_languages_are_laid_out_alike(
    text: str, service: str, currency: str, article: tuple[str, int, str]
) -> None:
    (order,) = orders(text, service=service)
    assert (order.layout, order.currency) == ("modern_2025", currency)
    assert paid(order) == {"total": "6.76", "unknown": "6.76"}
    assert goods(order) == [article]


def test_a_delivery_names_its_goods_without_prices() -> None:
    text = f"配達済み\n\n注文番号\n{NUMBER}\n\n* 試験カップ\n  数量: 1\n"
    (order,) = orders(text, kind=MailKind.DELIVERY)
    assert goods(order) == [("試験カップ", 1, None)]
    assert paid(order) == {}


@pytest.mark.parametrize("gap", ["", "\n"])
def test_a_delivery_does_not_name_what_is_advertised(gap: str) -> None:
    advert = "おすすめ商品\n試験の椅子\n￥7,980\n数量: 1\n合計: ￥7,980\n"
    text = f"配達済み\n\n注文番号\n{NUMBER}\n\n* 試験カップ\n  数量: 1\n{gap}{advert}"
    (order,) = orders(text, kind=MailKind.DELIVERY)
    assert goods(order) == [("試験カップ", 1, None)]


def test_what_a_parcel_costs_is_not_told_by_an_advert() -> None:
    advert = "おすすめ商品\n\n試験の椅子\n￥7,980\n合計: ￥7,980\n"
    text = f"発送済み\n\n注文番号\n{NUMBER}\n\n* 試験カップ\n  数量: 1\n\n{advert}"
    (order,) = orders(text, kind=MailKind.SHIPMENT)
    assert goods(order) == [("試験カップ", 1, None)]
    assert paid(order) == {}
