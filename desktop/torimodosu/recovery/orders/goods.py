"""The goods of an order as mails list them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from torimodosu.recovery.orders.labels import Field
from torimodosu.recovery.orders.lines import Line
from torimodosu.recovery.orders.money import Money, money_at_end, money_of
from torimodosu.recovery.orders.order import Item
from torimodosu.recovery.orders.printed import Entry
from torimodosu.recovery.orders.printed_date import date_in

_QUANTITY = re.compile(
    r"(?:(?:ご?(?:注文|購入))?(?:数 ?量|個数)|点数|quantity|qty|menge|anzahl|quantité"
    r"|quantità|cantidad)"
    r"\s?:?\s?(\d{1,4})\s?[個点]?",
    re.IGNORECASE,
)
# What stands between the name of an article and its price.
_DETAIL = re.compile(
    r"(?:販売|販売元|販売者|出品者|出荷元|発送元|発売元|コンディション|状態|在庫状況"
    r"|付与ポイント|condition|zustand|condizioni|état|by) ?:.*"
    r"|(?:(?:発売|お届け|配達|到着|発送)予定日?|発売日|release date) ?: ?\S.*"
    r"|(?:sold by|fulfil?led by|dispatched by|dispatched from|shipped by|verkauft von"
    r"|verkauf durch|versand durch|venduto da|vendu par|vendido por)[ :].*",
    re.IGNORECASE,
)
# Headings that may stand right above the first article.
_HEADING = re.compile(
    r"ご?注文内容|領収書/購入明細書|ご?注文(?:の|商品の?)?(?:詳細|明細|商品|品)|商品"
    r"|発送の詳細|キャンセルされた(?:ご注文内容|商品)"
    r"|order (?:details|summary)|shipment details|details|view order details"
    r"|items? (?:ordered|shipped)|just ask.*"
    r"|einzelheiten ihrer bestellung|versandte artikel|bestellübersicht"
    r"|riepilogo ordine|dettagli dell'ordine|détails de la commande"
    r"|detalles del pedido",
    re.IGNORECASE,
)
_PIECES_BEHIND = re.compile(
    r"(.+?)(?:[\s\u3000]*[-\uff0d\u2212][\s\u3000]*(\d{1,4})点"
    r"|[\s\u3000]+数量\s?[:\uff1a]\s?(\d{1,4}))"
)
_PIECES_BEFORE = re.compile(r"(\d{1,4})\s?[xX\u00d7]\s(.+)")
_NAME_LABEL = re.compile(
    r"[\[【]?(?:商品名|品名|商品)[\]】]?[ \u3000]*[:\uff1a][ \u3000]*(?=\S)"
)
_BULLET = re.compile(r"[*\u30fb\u2022][ \t\u00a0\u3000]+")
_MONEY_MARKS = "￥¥\\$＄€£￡"
_LONGEST = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """An article as listed: it is not said yet whether the price is for one piece."""

    title: str
    quantity: int | None
    price: Money | None


def quantity_of(text: str) -> int | None:
    """Return the number of pieces that folded *text*, such as "数量: 2", tells."""
    found = _QUANTITY.fullmatch(text[:_LONGEST])
    return int(found[1]) if found else None


def has_bullet(line: Line) -> bool:
    """Tell whether *line* begins a list entry."""
    return _BULLET.match(line.printed) is not None


def without_bullet(printed: str) -> str:
    """Return *printed* without the sign of a list in front."""
    return _BULLET.sub("", printed, count=1).strip()


def priced_goods(
    lines: Sequence[Line], start: int, stop: int, *, needs_seller: bool = False
) -> tuple[Listed, ...]:
    """Return the articles between *start* and *stop* that stand above their prices.

    A name, then perhaps its kind and its seller, then a price alone in its line or
    behind the seller. A drawn line and a price end what goes before, and so does an
    empty line unless the price follows it.
    With *needs_seller* only articles count that name seller or condition.
    """
    found: list[Listed] = []
    group: list[Line] = []
    above: list[Line] = []
    for index in range(start, stop):
        line = lines[index]
        if not line.text:
            above, group = group or above, []
        elif line.is_rule or _is_heading(line.text):
            above, group = [], []
        elif price := _price_at(lines, index, stop):
            head, money = price
            written = [*(group or above), *_named(line, head)]
            article = _article(written, money)
            has_seller = any(is_detail(one.text) for one in written)
            if article and (has_seller or not needs_seller):
                found.append(article)
            above, group = [], []
        else:
            above = []
            group.append(line)
    return tuple(found)


def printed_before_price(line: Line, head: str) -> str:
    """Return the name in front of the price, as printed; *head* is it folded."""
    cut = max(line.printed.rfind(mark) for mark in _MONEY_MARKS)
    return line.printed[:cut].strip(" \t\u3000-") if cut > 0 else head


def settle_prices(
    goods: Iterable[Listed], entries: Iterable[Entry], *, by_line: bool
) -> tuple[Item, ...]:
    """Return *goods* with the price of one piece and the amount of the line.

    Where the sums tell whether prices are for one piece or for the line, that holds,
    else *by_line*.
    """
    goods = tuple(goods)
    each = _sum(goods, times_quantity=True)
    together = _sum(goods, times_quantity=False)
    sums = {
        entry.money.amount
        for entry in entries
        if entry.field in {Field.SUBTOTAL, Field.BEFORE_TAX, Field.TOTAL}
    }
    if each != together and (each in sums) != (together in sums):
        by_line = together in sums
    return tuple(_item(article, by_line=by_line) for article in goods)


def _price_at(lines: Sequence[Line], index: int, stop: int) -> tuple[str, Money] | None:
    """Return what stands before the price in a line, and the price, or None."""
    text = lines[index].text
    if price := money_of(text):
        return "", price
    split = money_at_end(text)
    # A name may end with an amount: then its price stands below.
    if split and index + 1 < stop and money_of(lines[index + 1].text):
        return None
    return split


def _named(line: Line, head: str) -> tuple[Line, ...]:
    return (Line(printed_before_price(line, head), head),) if head else ()


def _is_heading(text: str) -> bool:
    if len(text) > _LONGEST:
        return False
    return _HEADING.fullmatch(text.strip("【】[]■●:")) is not None


def is_detail(text: str) -> bool:
    """Tell whether folded *text* is what may stand between a name and its price."""
    return _DETAIL.match(text) is not None or quantity_of(text) is not None


def _article(group: Sequence[Line], price: Money) -> Listed | None:
    names = _without_labels([line for line in group if not is_detail(line.text)])
    if not names or price.amount < 0:
        return None
    title = _NAME_LABEL.sub("", without_bullet(names[0].printed), count=1)
    quantity = next((n for line in group if (n := quantity_of(line.text))), None)
    title, pieces = split_pieces(title)
    return Listed(title=title, quantity=quantity or pieces or 1, price=price)


def _without_labels(names: list[Line]) -> list[Line]:
    """Drop labels above a name, such as that of the delivery with its date."""
    start = 0
    while start + 1 < len(names) and names[start].text.endswith(":"):
        start += 1
        if start + 1 < len(names) and date_in(names[start].text):
            start += 1
    return names[start:]


def split_pieces(title: str) -> tuple[str, int | None]:
    """Part "name - 3点" and "3 x name" into the name and the number of pieces."""
    if len(title) > _LONGEST:
        return title, None
    if found := _PIECES_BEHIND.fullmatch(title):
        return found[1], int(found[2] or found[3])
    if found := _PIECES_BEFORE.fullmatch(title):
        return found[2], int(found[1])
    return title, None


def _sum(goods: Sequence[Listed], *, times_quantity: bool) -> Decimal:
    return sum(
        (
            article.price.amount * ((article.quantity or 1) if times_quantity else 1)
            for article in goods
            if article.price
        ),
        Decimal(0),
    )


def _item(article: Listed, *, by_line: bool) -> Item:
    quantity, printed = article.quantity, article.price
    if printed is None:
        return Item(title=article.title, quantity=quantity, price=None)
    if quantity in {None, 1}:
        price = amount = printed.amount
        return Item(title=article.title, quantity=quantity, price=price, amount=amount)
    return _several(article.title, quantity or 1, printed.amount, by_line=by_line)


def _several(title: str, quantity: int, printed: Decimal, *, by_line: bool) -> Item:
    if not by_line:
        amount = printed * quantity
        return Item(title=title, quantity=quantity, price=printed, amount=amount)
    # A line that pieces do not divide evenly has no price of one piece.
    is_even = (printed * 100) % quantity == 0
    return Item(
        title=title,
        quantity=quantity,
        price=printed / quantity if is_even else None,
        amount=printed,
    )
