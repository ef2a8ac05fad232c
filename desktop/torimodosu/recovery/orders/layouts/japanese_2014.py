"""Amazon.co.jp since 2014: HTML first, then plain text with drawn lines.

    注文番号:  250-…     注文日:  2020/04/27
    name, perhaps " - 3点", kind, seller
    ￥ 382
    商品の小計:   配送料・手数料:   割引:   注文合計:
    支払い方法  クレジットカード(Visa):

Several orders in one mail have a block each, often without their goods.
"""

from collections.abc import Sequence

from torimodosu.recovery.orders.blocks import Block, blocks_of, column_of, first_date
from torimodosu.recovery.orders.goods import priced_goods
from torimodosu.recovery.orders.lines import Line
from torimodosu.recovery.orders.printed import PrintedOrder
from torimodosu.recovery.orders.printed_block import printed_order

NAME = "japanese_2014"


def read(lines: Sequence[Line]) -> tuple[PrintedOrder, ...]:
    """Return the orders of a Japanese mail with number, goods and a column of sums."""
    return read_blocks(lines, layout=NAME) if is_japanese(lines) else ()


def read_blocks(lines: Sequence[Line], *, layout: str) -> tuple[PrintedOrder, ...]:
    """Return the order of each block.

    The sums of a single order may also stand above its number.
    """
    blocks = blocks_of(lines)
    orders = tuple(read_block(lines, block, layout=layout) for block in blocks)
    numbers = {block.number for block in blocks}
    if len(numbers) > 1 or any(order.entries for order in orders):
        return orders
    whole = Block(number=numbers.pop(), start=0, stop=len(lines))
    return (read_block(lines, whole, layout=layout),)


def is_japanese(lines: Sequence[Line]) -> bool:
    """Tell whether a mail speaks of its orders in Japanese."""
    return any("注文" in line.text for line in lines)


def read_block(lines: Sequence[Line], block: Block, *, layout: str) -> PrintedOrder:
    """Return the order of one block: goods above their prices, then the sums."""
    column = column_of(lines, block.start, block.stop)
    dated = first_date(lines, block.start, block.stop)
    start = dated.end + 1 if dated else block.start + 1
    goods = priced_goods(lines, start, column.top) if column.entries else ()
    return printed_order(block, column, dated, goods, layout=layout)
