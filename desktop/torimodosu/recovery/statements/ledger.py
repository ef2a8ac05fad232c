"""Which rows of several files show the same charge.

Two files of one card overlap: the same rows come again, open ones become confirmed. Two
equal charges on one day are two all the same, as each file shows both of them.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
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
        self._days: dict[Hashable, _Day] = defaultdict(_Day)

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
            repeats |= self._days[key].add(rows)
        return repeats


def _day_key(row: Row) -> Hashable:
    return (row.pool, row.currency, row.day, None if row.day else row.period)


class _Day:
    """The charges of one day and card, found by what rows of one charge share.

    A charge is known by its number, in the order in which they came.
    """

    def __init__(self) -> None:
        self._charges: list[list[Row]] = []
        # For each sign the numbers of the charges with a key, once they are asked for.
        self._known: list[dict[Hashable, list[int]]] = []

    def add(self, rows: Sequence[Row]) -> dict[Place, Place]:
        """Add the rows of one file; return the first row of what was known before."""
        pairs = self._paired(rows) if self._charges else {}
        repeats: dict[Place, Place] = {}
        for row in rows:
            number = pairs.get(row.place, len(self._charges))
            if row.place in pairs:
                repeats[row.place] = self._charges[number][0].place
                self._charges[number].append(row)
            else:
                self._charges.append([row])
            self._note(row, number)
        return repeats

    def _note(self, row: Row, number: int) -> None:
        for sign, known in zip(_SIGNS, self._known, strict=False):
            key = sign.key(row)
            if key is None:
                continue
            numbers = known.setdefault(key, [])
            at = bisect_left(numbers, number)
            if at == len(numbers) or numbers[at] != number:
                numbers.insert(at, number)

    def _paired(self, rows: Sequence[Row]) -> dict[Place, int]:
        """Give rows of one file the known charges that they show.

        The surest sign chooses first; a charge is given once.
        """
        if not self._known:
            self._known = [{} for _ in _SIGNS]
            for number, charge in enumerate(self._charges):
                for row in charge:
                    self._note(row, number)
        pairs: dict[Place, int] = {}
        given: dict[int, int] = {}
        for turn in range(len(_SIGNS)):
            begins: dict[Hashable, int] = {}
            for row in rows:
                if row.place not in pairs:
                    found = self._first_free(row, turn, given, begins)
                    if found is not None:
                        pairs[row.place] = found
                        given[found] = turn
        return pairs

    def _first_free(
        self,
        row: Row,
        turn: int,
        given: Mapping[int, int],
        begins: dict[Hashable, int],
    ) -> int | None:
        """Return a charge with the sign of this *turn* that no row was given yet.

        *given* tells in which turn one was given, *begins* how many of a key were all
        given, so that they are passed over at once.
        """
        sign = _SIGNS[turn]
        key = sign.key(row)
        numbers = () if key is None else self._known[turn].get(key, ())
        begin = begins.get(key, 0)
        while begin < len(numbers) and numbers[begin] in given:
            begin += 1
        begins[key] = begin
        compared = 0
        for at in range(begin, len(numbers)):
            number = numbers[at]
            if given.get(number, turn) != turn:
                continue
            if number not in given and sign.fits(row, self._charges[number]):
                return number
            compared += 1
            if compared == _MOST_COMPARED:
                break
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
