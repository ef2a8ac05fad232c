"""Amazon in Europe and America, 2013 to about 2024, HTML and plain text.

    Order #202-…     Placed on December 11, 2018
    name, kind, "Sold by …", "Condition: New"
    £69.95
    Item Subtotal:  Postage & Packing:  Order Total:   Paid by Visa:

German mails say "Bestellung: #…", "Aufgegeben am …", "Endbetrag inkl. USt.:"; later
ones put the goods below the total.
"""

from collections.abc import Sequence
from dataclasses import replace

from torimodosu.recovery.orders.blocks import Block, blocks_of, column_of, is_advert
from torimodosu.recovery.orders.goods import priced_goods, settle_prices
from torimodosu.recovery.orders.layouts.japanese_2014 import is_japanese, read_block
from torimodosu.recovery.orders.lines import Line
from torimodosu.recovery.orders.printed import PrintedOrder

NAME = "western_2013"


def read(lines: Sequence[Line]) -> tuple[PrintedOrder, ...]:
    """Return the orders of a mail in a European language."""
    blocks = () if is_japanese(lines) else blocks_of(lines)
    return tuple(
        _with_goods_below(lines, block, read_block(lines, block, layout=NAME))
        for block in blocks
    )


def _with_goods_below(
    lines: Sequence[Line], block: Block, order: PrintedOrder
) -> PrintedOrder:
    """Take the goods from below the sums where none stand above them.

    Only what names its seller or its condition counts: adverts do neither.
    """
    if order.items or not order.entries:
        return order
    start = column_of(lines, block.start, block.stop).bottom
    stop = next(
        (i for i in range(start, block.stop) if is_advert(lines[i].text)), block.stop
    )
    goods = priced_goods(lines, start, stop, needs_seller=True)
    items = settle_prices(goods, order.entries, by_line=False)
    return replace(order, items=items)
