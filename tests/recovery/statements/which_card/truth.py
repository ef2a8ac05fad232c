"""What really was charged in a made-up month, and what is wrongly said of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from tests.recovery.statements.which_card.cases import SHOP, Situation


@dataclass(frozen=True, slots=True, kw_only=True)
class Used:
    """A use as it really was: its orders, none for what no mail tells of."""

    card: int
    at: datetime
    amount: int
    orders: frozenset[str]
    is_of_thief: bool
    shop: str = SHOP

    @property
    def looks(self) -> tuple[int, date, int]:
        """What nobody can tell apart on a statement."""
        return self.card, self.at.date(), self.amount


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """A month, and the truth about it.

    Attributes:
        situation: What there is to read.
        uses: What really was charged, read or not.
        by_key: The uses that charges and notices of these keys may really be.

    """

    situation: Situation
    uses: tuple[Used, ...]
    by_key: Mapping[str, tuple[Used, ...]] = field(repr=False)

    @property
    def cards_of_thief(self) -> set[int]:
        return {use.card for use in self.uses if use.is_of_thief and use.amount > 0}


def wrong(one: Month) -> Iterator[str]:
    """Yield everything that is called certain or excluded in *one* and is not so."""
    solved = one.situation.solved()
    for match in solved.matches:
        keys = match.charges or match.notices
        if match.is_certain and not _is_true(
            match.orders, [one.by_key[k] for k in keys]
        ):
            yield f"{match.key} is certain, but {[one.by_key[key] for key in keys]}"
    for found in solved.findings:
        is_of_thief = found.card in one.cards_of_thief
        if found.verdict.value == "certain" and not is_of_thief:
            yield f"card {found.card} is certain, but it was not used"
        if found.verdict.value == "excluded" and is_of_thief:
            yield f"card {found.card} is excluded, but it was used"


def _is_true(orders: Sequence[str], uses: Sequence[Sequence[Used]]) -> bool:
    """Tell whether uses that look like these were for the *orders* together."""
    really = {key for alike in uses for use in alike for key in use.orders}
    fitting = all(
        any(use.orders <= set(orders) and use.orders for use in alike) for alike in uses
    )
    return fitting and set(orders) <= really
