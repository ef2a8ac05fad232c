"""Amazon's digital goods: Kindle, games, video; order numbers begin with "D01".

注文番号: D01-…     注文日: 2024年5月1日
name    ￥ 500      or the price in a later line
販売者:
小計:  Amazonポイント:  総計:   (what is left to pay)
"""

from collections.abc import Sequence

from torimodosu.recovery.orders.layouts.japanese_2014 import read_blocks
from torimodosu.recovery.orders.lines import Line
from torimodosu.recovery.orders.printed import PrintedOrder

NAME = "digital"


def read(lines: Sequence[Line]) -> tuple[PrintedOrder, ...]:
    """Return the orders of digital goods in the mail."""
    orders = read_blocks(lines, layout=NAME)
    return tuple(order for order in orders if (order.number or "").startswith("D"))
