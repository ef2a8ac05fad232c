"""What a layout reads off a mail: one order as it is printed, not yet interpreted."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from torimodosu.recovery.orders.labels import Field, field_of
from torimodosu.recovery.orders.lines import Line, following
from torimodosu.recovery.orders.money import Money, money_at_end, money_of
from torimodosu.recovery.orders.order import Item


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A labelled amount.

    Attributes:
        start: Index of the line with the label.
        end: Index of the line with the amount.
        field: What the label says that the amount is.
        money: The amount, with its sign as printed.
        card_label: The card that the label names, or "".

    """

    start: int
    end: int
    field: Field
    money: Money
    card_label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedOrder:
    """What one mail prints of one order.

    Attributes:
        number: None where the mail names no order.
        layout: Name of the layout.
        placed_on: The day of the order, where the mail prints it.
        placed_time: The time of the order in the zone of the shop, where printed.
        entries: Labelled amounts in the order in which they are printed.
        items: The goods.
        method: How it is paid, where the mail says so without an amount.
        refund_method: Where a refund goes.
        is_partial: Whether the mail is about a part of the order only.

    """

    number: str | None
    layout: str
    placed_on: date | None = None
    placed_time: time | None = None
    entries: tuple[Entry, ...] = ()
    items: tuple[Item, ...] = ()
    method: str = ""
    refund_method: str = ""
    is_partial: bool = False


def entry_at(lines: Sequence[Line], index: int) -> Entry | None:
    """Return the labelled amount that begins at *index*, or None.

    The amount stands behind the label, or alone in the next written line.
    """
    text = lines[index].text
    if (split := money_at_end(text)) and split[0]:
        label, money, end = split[0], split[1], index
    else:
        below = following(lines, index) if field_of(text) else None
        amount = money_of(lines[below].text) if below is not None else None
        if below is None or amount is None:
            return None
        label, money, end = text, amount, below
    meaning = field_of(label)
    if meaning is None:
        return None
    return Entry(
        start=index, end=end, field=meaning[0], money=money, card_label=meaning[1]
    )


def entries_in(lines: Sequence[Line], start: int, stop: int) -> tuple[Entry, ...]:
    """Return the labelled amounts between *start* and *stop*, in their order."""
    found = []
    index = start
    while index < stop:
        entry = entry_at(lines, index)
        if entry is None or entry.end >= stop:
            index += 1
        else:
            found.append(entry)
            index = entry.end + 1
    return tuple(found)
