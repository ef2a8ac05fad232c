"""Order mails of shops other than Amazon, read by the labels that most of them use.

Rakuten Ichiba: [受注番号] [日時] [ショップ名] [支払方法], goods as
"価格 1,980(円) x 2(個) = 3,960(円)", 小計, 送料, 合計, ポイント利用, 支払い金額.
Others: ご注文番号, 単価 / 個数 / 小計 for each article, then the sums.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from torimodosu.recovery.orders.blocks import first_date, is_advert, printed_method
from torimodosu.recovery.orders.goods import quantity_of, without_bullet
from torimodosu.recovery.orders.labels import Field
from torimodosu.recovery.orders.lines import Line, following
from torimodosu.recovery.orders.money import money_at_end, money_in
from torimodosu.recovery.orders.order import Item
from torimodosu.recovery.orders.printed import Entry, PrintedOrder, entries_in

NAME = "other_shop"
_NUMBER = re.compile(
    r"(?:.{0,40}\()?[\W_]{0,4}(?:ご注文番号|注文番号|受注番号|取引番号|取引id|注文no|注文id|オーダーid"
    r"|オーダー番号|order number|order id|order no|order #)"
    r"\.?[】\])]{0,2}[ :.#\"「]{0,4}(?P<number>[0-9a-z][0-9a-z_-]{2,39})?[ \"」)]{0,2}",
    re.IGNORECASE,
)
_BARE_NUMBER = re.compile(r"[0-9A-Za-z][0-9A-Za-z_-]{2,39}")
_PRODUCT = re.compile(
    r"(?P<each>[^x×=]{1,40})[x×] ?(?:個?数量?:? ?)?(?P<pieces>\d{1,4})"
    r" ?(?:\(?[個点]\)?)? ?= ?(?:合計:?)?(?P<line>.{1,40})"
)
_NAME = re.compile(r"[・●◆■【\[]?商品名[】\]]? ?: ?(?P<name>.+)")
_OF_LINE = {"小計", "商品合計額", "商品合計", "金額"}
_PRICES = _OF_LINE | {"単価", "価格", "販売価格"}
_LONGEST = 200


def read(lines: Sequence[Line]) -> tuple[PrintedOrder, ...]:
    """Return the order of a mail that prints a number and a total, else nothing."""
    number, start = _number(lines)
    stop = _end(lines, start)
    entries = _sums(entries_in(lines, 0, stop))
    if number is None or not entries:
        return ()
    dated = first_date(lines, 0, len(lines))
    said = (printed_method(line.text) for line in lines)
    return (
        PrintedOrder(
            number=number,
            layout=NAME,
            placed_on=dated.day if dated else None,
            placed_time=dated.time if dated else None,
            entries=entries,
            items=_goods(lines, stop),
            method=next(filter(None, said), ""),
        ),
    )


def _number(lines: Sequence[Line]) -> tuple[str | None, int]:
    for index, line in enumerate(lines):
        found = _NUMBER.fullmatch(line.text[:_LONGEST])
        if found is None:
            continue
        if found["number"]:
            return found["number"], index
        below = following(lines, index)
        if below is not None and _BARE_NUMBER.fullmatch(lines[below].text):
            return lines[below].text, below
    return None, 0


def read_notice(lines: Sequence[Line], *, layout: str) -> tuple[PrintedOrder, ...]:
    """Return the order that a notice names by its label, without amounts."""
    number, _ = _number(lines)
    dated = first_date(lines, 0, len(lines))
    if number is None:
        return ()
    return (
        PrintedOrder(
            number=number,
            layout=layout,
            placed_on=dated.day if dated else None,
            placed_time=dated.time if dated else None,
        ),
    )


def _end(lines: Sequence[Line], start: int) -> int:
    return next(
        (i for i in range(start, len(lines)) if is_advert(lines[i].text)), len(lines)
    )


def _sums(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """Keep the last column of sums: articles may have subtotals of their own above it.

    A shop that prints what is to be paid and no total means the same by it.
    """
    finals = [i for i, e in enumerate(entries) if e.field is Field.TOTAL]
    finals = finals or [i for i, e in enumerate(entries) if e.field is Field.CHARGED]
    if not finals:
        return ()
    last = finals[-1]
    total = replace(entries[last], field=Field.TOTAL)
    subtotals = [i for i in range(last) if entries[i].field is Field.SUBTOTAL]
    above = entries[subtotals[-1] if subtotals else 0 : last]
    others = (e for e in entries[last + 1 :] if e.field is not Field.TOTAL)
    return (*(e for e in above if e.field is not Field.TOTAL), total, *others)


def _goods(lines: Sequence[Line], stop: int) -> tuple[Item, ...]:
    found: list[Item] = []
    for index in range(1, stop):
        text = lines[index].text[:_LONGEST]
        if product := _PRODUCT.search(text):
            found += _in_one_line(product, lines[index - 1].printed)
        elif name := _NAME.fullmatch(text):
            found.append(Item(title=name["name"], quantity=None, price=None))
        elif found and found[-1].amount is None:
            found[-1] = _told_of(found[-1], text)
    return tuple(found)


def _in_one_line(product: re.Match[str], title: str) -> list[Item]:
    each, line = money_in(product["each"]), money_in(product["line"])
    if each is None or line is None:
        return []
    quantity = int(product["pieces"])
    amounts = {"price": each.amount, "amount": line.amount}
    return [Item(title=without_bullet(title), quantity=quantity, **amounts)]


def _told_of(item: Item, text: str) -> Item:
    """Add what a line below the name of an article tells."""
    if (quantity := quantity_of(text)) is not None:
        return replace(item, quantity=item.quantity or quantity)
    split = money_at_end(text)
    label = split[0].rstrip(": ") if split else ""
    if split is None or label not in _PRICES:
        return item
    if label in _OF_LINE:
        return replace(item, amount=split[1].amount)
    return replace(item, price=item.price or split[1].amount)
