"""定期おトク便: goods that Amazon sends again and again.

注文番号 …             注文合計(税込): ￥ 1,234
"""

from collections.abc import Sequence

from torimodosu.recovery.orders.layouts.japanese_2014 import read_blocks
from torimodosu.recovery.orders.lines import Line
from torimodosu.recovery.orders.printed import PrintedOrder

NAME = "subscription"
_SIGN = "定期おトク便"


def read(lines: Sequence[Line]) -> tuple[PrintedOrder, ...]:
    """Return the orders of a mail about a subscription."""
    if not any(_SIGN in line.text and not line.text.startswith("*") for line in lines):
        return ()
    return read_blocks(lines, layout=NAME)
