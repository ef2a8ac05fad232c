"""Amazon.co.jp about 2013, plain text: what is charged for one parcel.

    発送の詳細:
    seller の商品:
       name    ￥ 1,653          or: name　 3点, and the price in the next line
    小計:   配送料および手数料:   合計(税抜き):   消費税:   合計:
    クレジットカード(Visa)でのお支払い額:
    Amazonギフト券・Amazonショッピングカードでのお支払い額:

A price is that of the line. The order number stands further up, or in the subject only.
"""

import re
from collections.abc import Sequence

from torimodosu.recovery.orders.blocks import column_of, first_date
from torimodosu.recovery.orders.goods import Listed, priced_goods, settle_prices
from torimodosu.recovery.orders.lines import Line
from torimodosu.recovery.orders.numbers import number_of, numbers_in
from torimodosu.recovery.orders.printed import PrintedOrder

NAME = "shipment_2013"
_HEADING = "発送の詳細"
_PIECES = re.compile(r"(.+?)[ \t\u00a0\u3000]+(\d{1,4})点")
_LONGEST = 1_000


def read(lines: Sequence[Line]) -> tuple[PrintedOrder, ...]:
    """Return the one order, or the part of one, that the parcel holds."""
    start = next(
        (i for i, line in enumerate(lines) if line.text.startswith(_HEADING)), None
    )
    if start is None:
        return ()
    column = column_of(lines, start, len(lines))
    if not column.entries:
        return ()
    dated = first_date(lines, 0, len(lines))
    goods = priced_goods(lines, start + 1, column.top)
    return (
        PrintedOrder(
            number=_number(lines),
            layout=NAME,
            placed_on=dated.day if dated else None,
            placed_time=dated.time if dated else None,
            entries=column.entries,
            items=settle_prices(map(_counted, goods), column.entries, by_line=True),
            method=column.method,
        ),
    )


def _number(lines: Sequence[Line]) -> str | None:
    labelled = (number_of(lines, index) for index in range(len(lines)))
    number = next(filter(None, labelled), None)
    mentioned = numbers_in(lines)
    return number or (mentioned[0] if len(mentioned) == 1 else None)


def _counted(article: Listed) -> Listed:
    found = _PIECES.fullmatch(article.title[:_LONGEST])
    if found is None:
        return article
    return Listed(title=found[1], quantity=int(found[2]), price=article.price)
