"""The shop of a charge, as its cell tells it."""

from dataclasses import dataclass

from torimodosu.recovery.case.card_number import without_card_numbers
from torimodosu.recovery.statements.foreign import split_foreign
from torimodosu.recovery.statements.merchant import normal_merchant
from torimodosu.recovery.statements.statement import Foreign


@dataclass(frozen=True, slots=True)
class Shop:
    """A shop as it is printed and folded, and the amount abroad beside its name."""

    printed: str
    normal: str
    foreign: Foreign | None


def shop_of(cell: str) -> Shop:
    """Return the shop that *cell* names; no number of a card is kept."""
    name, foreign = split_foreign(cell.strip())
    printed = without_card_numbers(name)
    return Shop(printed, normal_merchant(printed), foreign)
