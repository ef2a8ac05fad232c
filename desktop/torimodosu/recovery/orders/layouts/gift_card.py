"""A gift card that was bought: where it was sent to, and the total further down.

注文番号: …
ギフトカードの送信先    address
注文合計:
￥ 5,000                possibly some lines below its label
"""

from collections.abc import Sequence
from dataclasses import replace

from torimodosu.recovery.orders.blocks import Block, blocks_of
from torimodosu.recovery.orders.labels import Field, field_of
from torimodosu.recovery.orders.layouts.japanese_2014 import read_block
from torimodosu.recovery.orders.lines import Line
from torimodosu.recovery.orders.money import money_of
from torimodosu.recovery.orders.printed import Entry, PrintedOrder

NAME = "gift_card"
_SIGNS = ("ギフトカードの送信先", "ギフト券の送信先", "gift card recipient")
_AMOUNT_WITHIN = 6


def read(lines: Sequence[Line]) -> tuple[PrintedOrder, ...]:
    """Return the orders of a mail that says where a bought gift card was sent to."""
    if not any(line.text.casefold().startswith(_SIGNS) for line in lines):
        return ()
    return tuple(_read_block(lines, block) for block in blocks_of(lines))


def _read_block(lines: Sequence[Line], block: Block) -> PrintedOrder:
    order = read_block(lines, block, layout=NAME)
    total = _distant_total(lines, block)
    told = (e.start for e in order.entries if e.field is Field.TOTAL)
    if total is None or min(told, default=total.start + 1) <= total.start:
        return order
    # Whatever stands below is advertised.
    others = (e for e in order.entries if e.end <= total.end)
    kept = tuple(e for e in others if e.field is not Field.TOTAL)
    return replace(order, entries=(*kept, total))


def _distant_total(lines: Sequence[Line], block: Block) -> Entry | None:
    for index in range(block.start, block.stop):
        meaning = field_of(lines[index].text)
        if meaning is None or meaning[0] is not Field.TOTAL:
            continue
        for below in range(index + 1, min(block.stop, index + 1 + _AMOUNT_WITHIN)):
            if money := money_of(lines[below].text):
                return Entry(
                    start=index,
                    end=below,
                    field=Field.TOTAL,
                    money=money,
                    card_label="",
                )
    return None
