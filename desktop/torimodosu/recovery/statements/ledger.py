"""Which rows of several files show the same charge.

Two files of one card overlap: the same rows come again, open ones become confirmed. Two
equal charges on one day are two all the same, as each file shows both of them.
"""

from collections import defaultdict
from collections.abc import Callable, Container, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

# Between the day of use and the day of the bill a rate moves this much at most.
_RATE_MOVES = Decimal("0.05")
# So many charges of one shop, day and card are looked at for one that was converted.
_MOST_COMPARED = 100


class Place(NamedTuple):
    """A row of the log: the number of its statement, and its place in it."""

    statement: int
    position: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What a row says that tells which charge it shows.

    Attributes:
        place: Where it is.
        pool: The card it is of, as far as that is known: no charge is in two pools.
        day: The day of use, or None.
        amount: None is not known.
        currency: ISO 4217 code, or "".
        shop: As it is compared, see `normal_merchant`.
        abroad: Amount and currency of the shop, where the row prints both.
        is_open: Whether the issuer may still change it.
        period: Where there is no day: the bill or days that its statement is about.

    """

    place: Place
    pool: Hashable
    day: date | None
    amount: Decimal | None
    currency: str
    shop: str
    abroad: tuple[Decimal, str] | None = None
    is_open: bool = False
    period: Hashable = None


class Ledger:
    """The charges, each with all rows that show it."""

    def __init__(self) -> None:
        self._charges: dict[Hashable, list[list[Row]]] = defaultdict(list)

    def add(self, file: Iterable[Row]) -> dict[Place, Place]:
        """Add the rows of one file, later than all before it.

        Returns the first row of its charge for each row that shows one known before.
        No two rows of a file show the same charge.
        """
        days: dict[Hashable, list[Row]] = defaultdict(list)
        for row in file:
            days[_day_key(row)].append(row)
        repeats: dict[Place, Place] = {}
        for key, rows in days.items():
            charges = self._charges[key]
            for row, charge in _paired(rows, charges):
                if charge is None:
                    charges.append([row])
                else:
                    repeats[row.place] = charge[0].place
                    charge.append(row)
        return repeats


def _day_key(row: Row) -> Hashable:
    return (row.pool, row.currency, row.day, None if row.day else row.period)


def _paired(
    rows: Sequence[Row], charges: Sequence[list[Row]]
) -> list[tuple[Row, list[Row] | None]]:
    """Give each of *rows* of one day the known charge that it shows, or None.

    The surest sign chooses first; a charge is given once.
    """
    pairs: dict[Place, list[Row]] = {}
    given: set[Place] = set()
    if charges:
        for sign in _SIGNS:
            known: dict[Hashable, list[list[Row]]] = defaultdict(list)
            for charge in charges:
                if charge[0].place not in given:
                    for key in {sign.key(row) for row in charge}:
                        known[key].append(charge)
            for row in rows:
                if row.place not in pairs:
                    found = _first_free(row, known, sign, given)
                    if found is not None:
                        pairs[row.place] = found
                        given.add(found[0].place)
    return [(row, pairs.get(row.place)) for row in rows]


def _first_free(
    row: Row,
    known: Mapping[Hashable, list[list[Row]]],
    sign: "_Sign",
    given: Container[Place],
) -> list[Row] | None:
    key = sign.key(row)
    if key is None or key not in known:
        return None
    places = known[key]
    # What was given by another key of the same charge goes as it is met.
    while places and places[0][0].place in given:
        places.pop(0)
    for charge in places[:_MOST_COMPARED]:
        if charge[0].place not in given and sign.fits(row, charge):
            return charge
    return None


def _is_any(_row: Row, _known: Sequence[Row]) -> bool:
    return True


def _was_confirmed(row: Row, known: Sequence[Row]) -> bool:
    return row.is_open != all(one.is_open for one in known)


def _was_converted(row: Row, known: Sequence[Row]) -> bool:
    """Tell whether a charge abroad got another rate when it was confirmed."""
    return _was_confirmed(row, known) and any(_is_near(row, one) for one in known)


def _is_near(row: Row, other: Row) -> bool:
    if row.amount is None or other.amount is None or not (row.abroad or other.abroad):
        return False
    return abs(row.amount - other.amount) <= abs(other.amount) * _RATE_MOVES


@dataclass(frozen=True, slots=True)
class _Sign:
    """What two rows of one charge have in common, None for nothing, and what fits."""

    key: Callable[[Row], Hashable]
    fits: Callable[[Row, Sequence[Row]], bool]


_SIGNS = (
    _Sign(lambda row: (row.amount, row.shop), _is_any),
    _Sign(lambda row: row.amount, _was_confirmed),
    _Sign(lambda row: row.abroad, _was_confirmed),
    _Sign(lambda row: row.shop, _was_converted),
)
