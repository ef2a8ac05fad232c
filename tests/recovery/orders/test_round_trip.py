"""What is written in a layout is read back as it was meant."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.recovery.orders.written import goods, orders
from torimodosu.recovery.mail.kind import MailKind
from torimodosu.recovery.orders.order import Order

CONFIRMATION, SHIPMENT = MailKind.ORDER_CONFIRMATION, MailKind.SHIPMENT


@dataclass(frozen=True)
class Meant:
    """An order as the one who writes the mail means it; amounts in yen."""

    number: str
    articles: tuple[tuple[str, int, int], ...]
    fee: int
    gift_card: int
    points: int

    @property
    def subtotal(self) -> int:
        return sum(quantity * price for _, quantity, price in self.articles)

    @property
    def total(self) -> int:
        return self.subtotal + self.fee

    @property
    def charged(self) -> int:
        return self.total - self.gift_card - self.points


NASTY = (
    "注文番号： 250-9999999-9999999 の本",
    "注文合計： ￥ 500",
    "合計 12点 5,000円",
    "ご請求額: 1,000 JPY 入門",
    "Amazonギフトカード 5,000円",
    "試験 20枚 × 3個セット",
    "「おすすめ商品」100選",
    "Order Total: $5.00",
    "小計と合計 2026/09/04",
)
WORDS = st.text("試験品あいうアイウABCabc 0123456789・「」()", min_size=1, max_size=30)
TITLES = st.sampled_from(NASTY) | WORDS.map(lambda text: f"品{text.strip()}名")
NUMBERS = st.from_regex(r"(249|250|503)-[0-9]{7}-[0-9]{7}", fullmatch=True)


@st.composite
def meant(draw: st.DrawFn) -> Meant:
    """Draw an order part of which gift cards and points may pay."""
    article = st.tuples(TITLES, st.integers(1, 99), st.integers(1, 99_999))
    articles = tuple(draw(st.lists(article, min_size=1, max_size=4)))
    fee = draw(st.sampled_from([0, 350, 410]))
    subtotal = sum(quantity * price for _, quantity, price in articles)
    gift_card = draw(st.integers(0, subtotal))
    points = draw(st.integers(0, subtotal - gift_card))
    return Meant(
        number=draw(NUMBERS),
        articles=articles,
        fee=fee,
        gift_card=gift_card,
        points=points,
    )


def yen(amount: int) -> str:
    """Write an amount as mails before 2025 do."""
    return f"￥ {amount:,}"


def modern(order: Meant) -> str:
    lines = ["ご注文ありがとうございます。", "", "注文番号", order.number, ""]
    for title, quantity, price in order.articles:
        lines += [f"* {title}", f"  数量: {quantity}", f"  {price:,} JPY", ""]
    lines += ["合計", f"{order.total:,} JPY", ""]
    lines += [f"ギフトカード利用額: {order.gift_card:,} JPY"]
    lines += [f"Amazonポイント利用額: {order.points:,} JPY"]
    lines += [f"ご請求額: {order.charged:,} JPY", "", "おすすめ商品", "* 広告", "9 JPY"]
    return "\n".join(lines)


def english(order: Meant) -> str:
    lines = ["Thanks for your order!", "", "Order #", order.number, ""]
    for title, quantity, price in order.articles:
        lines += [f"* {title}", f"  Quantity: {quantity}", f"  {price} JPY", ""]
    lines += ["Total", f"{order.total} JPY", f"Gift Card: -{order.gift_card} JPY"]
    lines += [
        f"Reward points: -{order.points} JPY",
        f"Amount charged: {order.charged} JPY",
    ]
    return "\n".join(lines)


def ruled(order: Meant) -> str:
    lines = ["=" * 60, "", f"注文番号： {order.number}", "注文日： 2020/05/16", ""]
    for title, quantity, price in order.articles:
        lines += [f"        {title} - {quantity}点", f"        {yen(price)}", ""]
    lines += ["_" * 60, f"   商品の小計： {yen(order.subtotal)}"]
    lines += [f"   配送料・手数料： {yen(order.fee)}", ""]
    lines += [f"   注文合計： {yen(order.total)}", "", *payment(order), "=" * 60]
    return "\n".join(lines)


def html(order: Meant) -> str:
    lines = [f"注文番号： {order.number}", "注文日： 2014/09/10"]
    for title, quantity, price in order.articles:
        lines += [f"{title} - {quantity}点", "文房具", "販売：架空商店", yen(price)]
    lines += [f"商品の小計：\t{yen(order.subtotal)}"]
    lines += [f"配送料および取扱手数料：\t{yen(order.fee)}", ""]
    lines += [f"注文合計：\t{yen(order.total)}", "", "支払い方法", *payment(order)]
    return "\n".join(lines)


def parcel(order: Meant) -> str:
    lines = [
        f"注文番号： {order.number}",
        "",
        "発送の詳細：",
        "",
        "架空商店の商品:",
        "",
    ]
    for title, quantity, price in order.articles:
        lines += [f"   {title}　 {quantity}点", f"   {yen(price * quantity)}", ""]
    lines += ["-" * 60, f"   小計： {yen(order.subtotal)}"]
    lines += [f"   配送料および手数料： {yen(order.fee)}", ""]
    lines += [f"   合計： {yen(order.total)}", "", *payment(order), "=" * 60]
    return "\n".join(lines)


def oldest(order: Meant) -> str:
    lines = [f"注文番号：\t\t{order.number}", "", f"小計： {yen(order.subtotal)}"]
    lines += [f"配送料・手数料： {yen(order.fee)}"]
    lines += [f"この注文の合計： {yen(order.total)}", *payment(order), ""]
    for title, quantity, price in order.articles:
        lines += [f'{quantity} "{title}"', f"作者; DVD; {yen(price)}", ""]
    return "\n".join(lines)


def payment(order: Meant) -> list[str]:
    """Return the lines that tell who pays."""
    return [
        f"クレジットカード（Visa）でのお支払い額： {yen(order.charged)}",
        "Amazonギフト券・Amazonショッピングカードでのお支払い額： "
        + yen(order.gift_card),
        f"Amazonポイントでのお支払い額： {yen(order.points)}",
    ]


LAYOUTS: Sequence[tuple[Callable[[Meant], str], MailKind]] = (
    (modern, CONFIRMATION),
    (english, CONFIRMATION),
    (ruled, CONFIRMATION),
    (html, CONFIRMATION),
    (parcel, SHIPMENT),
    (oldest, CONFIRMATION),
)


@pytest.mark.parametrize(("write", "kind"), LAYOUTS)
@settings(max_examples=60, deadline=None)
@given(order=meant())
def test_an_order_is_read_back_from_each_layout(
    write: Callable[[Meant], str], kind: MailKind, order: Meant
) -> None:
    (found,) = orders(write(order), kind=kind)
    assert found.order_number == order.number
    assert found.total == order.total
    assert found.gift_card == order.gift_card
    assert found.points == order.points
    assert found.card == order.charged
    assert goods(found) == [
        (title, quantity, str(price)) for title, quantity, price in order.articles
    ]
    assert_adds_up(found)


ANY_TITLE = st.text(
    st.characters(exclude_categories=["C", "Z"], include_characters=" "),
    min_size=1,
    max_size=60,
).map(lambda text: " ".join(text.split()))


@settings(max_examples=200, deadline=None)
@given(title=ANY_TITLE.filter(lambda text: text and "://" not in text))
def test_any_name_is_read_back_from_a_list(title: str) -> None:
    order = Meant("250-1000000-0000001", ((title, 1, 500),), 0, 0, 0)
    (found,) = orders(modern(order))
    assert [item.title for item in found.items] == [title]
    assert found.total == Decimal(500)


def assert_adds_up(order: Order) -> None:
    """Check that who pays makes up the total."""
    if order.total is None:
        assert order.unknown is None
        return
    parts = (order.gift_card, order.points, order.card, order.unknown)
    assert sum((part for part in parts if part is not None), Decimal(0)) == order.total
    assert all(part is None or part >= 0 for part in parts)


SNIPPETS = (
    *("注文番号：", "Order #", "Bestellung: #", "250-1000000-0000001", "合計", "Total"),
    *("￥ 1,000", "1,000 JPY", "-￥ 50", "$5.00", "EUR 1,00", "数量: 2", "* 品", "\n"),
    *(
        "注文合計：",
        "小計：",
        "ご請求額:",
        "ギフトカード利用額：",
        "返金額：",
        "\t",
        " ",
    ),
    *("発送の詳細：", "この注文の合計：", "ギフトカードの送信先", "定期おトク便", "> "),
    *(
        "Amazonポイント：",
        "クレジットカード（Visa）：",
        "====",
        "_____",
        "おすすめ",
        "金額：",
    ),
    *("注文日： 2026/09/04", "D01-1000000-0000002", "支払い方法", "商品名：", '2 "'),
    *("販売：", "Gift Card:", "Grand Total:", "合計（税抜き）：", "消費税："),
)


@settings(max_examples=400, deadline=None)
@given(
    text=st.lists(st.sampled_from(SNIPPETS) | st.text(max_size=8), max_size=40).map(
        "".join
    )
    | st.lists(st.sampled_from(SNIPPETS), max_size=60).map("\n".join)
    | st.text(max_size=300),
    kind=st.sampled_from(list(MailKind)),
    service=st.sampled_from(["amazon.co.jp", "amazon.de", "rakuten.co.jp", ""]),
)
def test_whatever_a_mail_says_who_pays_adds_up(
    text: str, kind: MailKind, service: str
) -> None:
    for order in orders(text, kind=kind, service=service):
        assert_adds_up(order)
