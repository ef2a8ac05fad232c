"""The shop of a charge, as its cell tells it."""

from collections.abc import Sequence
from itertools import repeat
from typing import NamedTuple

from torimodosu.recovery.case.card_number import without_card_numbers
from torimodosu.recovery.statements.foreign import split_foreign, tells_rate
from torimodosu.recovery.statements.merchant import normal_merchant, normal_merchants
from torimodosu.recovery.statements.statement import Foreign


class Shop(NamedTuple):
    """A shop as it is printed and folded, and the amount abroad beside its name."""

    printed: str
    normal: str
    foreign: Foreign | None


def shop_of(cell: str) -> Shop:
    """Return the shop that *cell* names; no number of a card is kept."""
    name, foreign = split_foreign(cell.strip())
    printed = without_card_numbers(name)
    return Shop(printed, normal_merchant(printed), foreign)


def shops_of(cells: Sequence[str]) -> Sequence[tuple[str, str, Foreign | None]]:
    """Return the shops that *cells* name, for many in less time than one by one.

    Each is what a `Shop` is, though not always one: making many takes its time.
    """
    text = "\n".join(cells)
    if tells_rate(text) or without_card_numbers(text) != text:
        return [*map(shop_of, cells)]
    printed = [cell.strip() for cell in cells]
    return [*zip(printed, normal_merchants(printed), repeat(None), strict=False)]
