"""The order that one block of a mail prints."""

from collections.abc import Sequence

from torimodosu.recovery.orders.blocks import Block, Column
from torimodosu.recovery.orders.goods import Listed, settle_prices
from torimodosu.recovery.orders.printed import PrintedOrder
from torimodosu.recovery.orders.printed_date import OrderDate


def printed_order(
    block: Block,
    column: Column,
    dated: OrderDate | None,
    goods: Sequence[Listed],
    *,
    layout: str,
) -> PrintedOrder:
    """Return the order of *block*, the prices of its *goods* settled by the sums."""
    return PrintedOrder(
        number=block.number,
        layout=layout,
        placed_on=dated.day if dated else None,
        placed_time=dated.time if dated else None,
        entries=column.entries,
        items=settle_prices(goods, column.entries, by_line=False),
        method=column.method,
    )
