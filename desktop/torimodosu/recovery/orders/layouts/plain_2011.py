"""Amazon until about 2012, plain text: the sums first, then the goods in quotes.

注文番号:    250-…
小計:   配送料・手数料:   代引手数料:   この注文の合計:
1 "name"
author; DVD; ￥ 4,949
"""

import re
from collections.abc import Iterator, Sequence

from torimodosu.recovery.orders.blocks import Block, blocks_of, column_of, first_date
from torimodosu.recovery.orders.goods import Listed
from torimodosu.recovery.orders.lines import Line
from torimodosu.recovery.orders.money import Money, money_at_end
from torimodosu.recovery.orders.printed import PrintedOrder
from torimodosu.recovery.orders.printed_block import printed_order

NAME = "plain_2011"
_ARTICLE = re.compile(r"(\d{1,4}) ?(?:of: ?)?[\"\u201c\u201d](.*)")
_PRICE_WITHIN = 5


def read(lines: Sequence[Line]) -> tuple[PrintedOrder, ...]:
    """Return the orders of a mail that lists its goods in quotes below the sums."""
    orders = (_read_block(lines, block) for block in blocks_of(lines))
    return tuple(order for order in orders if order.items and order.entries)


def _read_block(lines: Sequence[Line], block: Block) -> PrintedOrder:
    column = column_of(lines, block.start, block.stop)
    dated = first_date(lines, block.start, block.stop)
    goods = tuple(_articles(lines, block.start, block.stop))
    return printed_order(block, column, dated, goods, layout=NAME)


def _articles(lines: Sequence[Line], start: int, stop: int) -> Iterator[Listed]:
    for index in range(start, stop):
        found = _ARTICLE.match(lines[index].text)
        if found is None:
            continue
        title = _ARTICLE.match(lines[index].printed)
        name = (title or found)[2].strip().rstrip('"\u201c\u201d').strip()
        price = _price_below(lines, index, stop)
        yield Listed(title=name, quantity=int(found[1]), price=price)


def _price_below(lines: Sequence[Line], index: int, stop: int) -> Money | None:
    for line in lines[index + 1 : min(stop, index + 1 + _PRICE_WITHIN)]:
        if not line.text or _ARTICLE.match(line.text):
            return None
        if price := money_at_end(line.text):
            return price[1]
    return None
