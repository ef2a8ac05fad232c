from decimal import Decimal

import pytest

from torimodosu.recovery.orders.lines import fold
from torimodosu.recovery.orders.money import (
    Money,
    currency_of,
    money_at_end,
    money_in,
    money_of,
)


@pytest.mark.parametrize(
    ("printed", "currency", "amount"),
    [
        ("￥ 9,103", "JPY", "9103"),
        ("¥9,103", "JPY", "9103"),
        ("9,103円", "JPY", "9103"),
        ("９，１０３円", "JPY", "9103"),
        ("1,010 JPY", "JPY", "1010"),
        ("JPY 1,010", "JPY", "1010"),
        ("\\1,700", "JPY", "1700"),
        ("0 JPY", "JPY", "0"),
        ("1,980(円)", "JPY", "1980"),
        ("「6,200」円", "JPY", "6200"),
        ("640円(税込)", "JPY", "640"),
        ("￥ 1,234（税込）", "JPY", "1234"),
        ("1,234円 税込", "JPY", "1234"),
        ("￥1,234円", "JPY", "1234"),
        ("JP¥1,234", "JPY", "1234"),
        ("JPY ￥1,234", "JPY", "1234"),
        ("¥1,234.00", "JPY", "1234"),
        ("-￥ 500", "JPY", "-500"),
        ("￥ -500", "JPY", "-500"),
        ("￥-500", "JPY", "-500"),
        ("−￥500", "JPY", "-500"),
        ("▲500円", "JPY", "-500"),
        ("$148.30", "$", "148.30"),
        ("US$ 1,148.30", "USD", "1148.30"),
        ("6.13 USD", "USD", "6.13"),
        ("£59.95", "GBP", "59.95"),
        ("EUR 41,96", "EUR", "41.96"),
        ("EUR 1.041,96", "EUR", "1041.96"),
        ("1.041,96 €", "EUR", "1041.96"),
        ("€1,041.96", "EUR", "1041.96"),
        ("EUR 1.041", "EUR", "1041"),
        ("CDN$ 12.00", "CAD", "12.00"),
        ("123,45 zł", "PLN", "123.45"),
    ],
)
def test_reads_amounts_as_shops_print_them(
    printed: str, currency: str, amount: str
) -> None:
    assert money_of(fold(printed)) == Money(currency, Decimal(amount))


@pytest.mark.parametrize(
    "printed",
    [
        "",
        "1,010",
        "数量: 1",
        "合計",
        "250-1234567-1234567",
        "2026/09/04",
        "￥",
        "￥ 12,34",
        "￥ 1,2345",
        "12.345.6 USD",
        "￥ 10.50",
        "1,234 JPYX",
        "9" * 500 + "円",
        "AUSD 5",
    ],
)
def test_takes_nothing_else_for_an_amount(printed: str) -> None:
    assert money_of(fold(printed)) is None


@pytest.mark.parametrize(
    ("text", "head", "amount"),
    [
        ("注文合計: ¥ 2,170", "注文合計:", "2170"),
        ("割引: -¥ 100", "割引:", "-100"),
        ("名前 2個入り ¥ 330", "名前 2個入り", "330"),
        ("author; DVD; ¥ 4,900", "author; DVD;", "4900"),
        ("Order Total: $70.50", "Order Total:", "70.50"),
        ("¥ 500", "", "500"),
    ],
)
def test_parts_a_label_from_the_amount_behind_it(
    text: str, head: str, amount: str
) -> None:
    split = money_at_end(text)
    assert split is not None
    assert (split[0], str(split[1].amount)) == (head, amount)


def test_finds_an_amount_inside_a_row() -> None:
    money = money_in("2026/09/04 250-1000000-0000001 ¥3,000 家電")
    assert money == Money("JPY", Decimal(3000))


@pytest.mark.parametrize(
    ("mark", "service", "currency"),
    [
        ("JPY", "amazon.co.jp", "JPY"),
        ("$", "amazon.com", "USD"),
        ("$", "amazon.ca", "CAD"),
        ("$", "amazon.com.au", "AUD"),
        ("EUR", "amazon.ca", "EUR"),
        ("", "amazon.co.jp", ""),
    ],
)
def test_signs_stand_for_the_money_of_the_shop(
    mark: str, service: str, currency: str
) -> None:
    assert currency_of(mark, service) == currency


@pytest.mark.parametrize("label", ["合計", "ご請求額", "返金額", "配送料", "代金"])
def test_a_label_may_stand_close_to_its_amount(label: str) -> None:
    yen = Money("JPY", Decimal(1_234))
    assert money_at_end(fold(f"{label}1,234円")) == (label, yen)


@pytest.mark.parametrize(
    "text",
    [
        "返金額: 12 480 JPY",
        "12 480円を返金しました",
        "￥12 480を返金しました",
    ],
)
def test_half_an_amount_is_none(text: str) -> None:
    assert money_in(fold(text)) is None


@pytest.mark.parametrize(
    "text",
    [
        "2026/09/04 480 JPY",
        "250-1000000-0000001 480円",
        "￥480 250-1000000-0000001",
    ],
)
def test_what_stands_beside_an_amount_is_no_part_of_it(text: str) -> None:
    assert money_in(fold(text)) == Money("JPY", Decimal(480))
