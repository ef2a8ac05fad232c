"""Charges in columns.

A statement may have a million rows. In columns they take a fraction of the memory that
as many objects take, and a store writes them as fast as it can.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import TypeVar, overload

from torimodosu.recovery.statements.statement import Charge, ChargeKind, Foreign

_T = TypeVar("_T")


class ChargeTable(Sequence[Charge]):
    """A sequence of charges that is kept in columns.

    Attributes:
        rows: The line of each.
        days: The day of use.
        shops: The place of the shop in `names`.
        amounts: As a decimal in text.
        billed: As a decimal in text.
        kinds: The value of the kind.
        cards: The last four digits, or "".
        holders: Whose card it is, or "".
        currencies: ISO 4217 code, or "".
        bill_dates: The day on which the money is taken.
        bill_months: By place, the month of payment where the row prints one.
        names: Each shop as printed and as it is compared.
        foreign: By place, the charges that were made in another currency.

    """

    def __init__(self) -> None:
        self.rows: list[int] = []
        self.days: list[date | None] = []
        self.shops: list[int] = []
        self.amounts: list[str | None] = []
        self.billed: list[str | None] = []
        self.kinds: list[str] = []
        self.cards: list[str] = []
        self.holders: list[str] = []
        self.currencies: list[str] = []
        self.bill_dates: list[date | None] = []
        self.bill_months: dict[int, date] = {}
        self.names: list[tuple[str, str]] = []
        self.foreign: dict[int, Foreign] = {}
        self._shop_of: dict[tuple[str, str], int] = {}

    @classmethod
    def of(cls, charges: Iterable[Charge]) -> "ChargeTable":
        """Return *charges* as a table."""
        if isinstance(charges, ChargeTable):
            return charges
        table = cls()
        for charge in charges:
            table.append(charge)
        return table

    def shop(self, printed: str, normal: str) -> int:
        """Return the place of a shop in `names`, where it is put if it is new."""
        name = (printed, normal)
        place = self._shop_of.get(name)
        if place is None:
            place = self._shop_of[name] = len(self.names)
            self.names.append(name)
        return place

    def append(self, charge: Charge) -> None:
        """Add one charge."""
        if charge.foreign is not None:
            self.foreign[len(self.rows)] = charge.foreign
        if charge.bill_month is not None:
            self.bill_months[len(self.rows)] = charge.bill_month
        self.rows.append(charge.row)
        self.days.append(charge.date)
        self.shops.append(self.shop(charge.merchant, charge.merchant_normal))
        self.amounts.append(decimal_text(charge.amount))
        self.billed.append(decimal_text(charge.billed))
        self.kinds.append(charge.kind.value)
        self.cards.append(charge.card)
        self.holders.append(charge.holder)
        self.currencies.append(charge.currency)
        self.bill_dates.append(charge.bill_date)

    def make_foreign(self, foreign: Foreign | None) -> None:
        """Give the last charge its amount abroad."""
        last = len(self.rows) - 1
        self.foreign.pop(last, None)
        if foreign is not None:
            self.foreign[last] = foreign

    @property
    def usual_bill_month(self) -> date | None:
        """The month of payment of most rows that print one, or None."""
        months = Counter(self.bill_months.values())
        return next((month for month, _ in months.most_common(1)), None)

    def __len__(self) -> int:
        """Return how many charges there are."""
        return len(self.rows)

    @overload
    def __getitem__(self, place: int) -> Charge: ...

    @overload
    def __getitem__(self, place: slice) -> tuple[Charge, ...]: ...

    def __getitem__(self, place: int | slice) -> Charge | tuple[Charge, ...]:
        """Return the charge at *place*, or those of a slice."""
        if isinstance(place, slice):
            return tuple(map(self._at, range(*place.indices(len(self)))))
        return self._at(range(len(self))[place])

    def __iter__(self) -> Iterator[Charge]:
        """Yield the charges in their order."""
        return map(self._at, range(len(self)))

    def __eq__(self, other: object) -> bool:
        """Tell whether *other* is a sequence of the same charges."""
        if not isinstance(other, ChargeTable | tuple | list):
            return NotImplemented
        return len(self) == len(other) and all(map(Charge.__eq__, self, other))

    def __hash__(self) -> int:
        """Return a number that equal tables share."""
        return hash(tuple(self.rows))

    def __repr__(self) -> str:
        """Return the charges as a tuple shows them."""
        return repr(tuple(self))

    def _at(self, place: int) -> Charge:
        printed, normal = self.names[self.shops[place]]
        return Charge(
            row=self.rows[place],
            card=self.cards[place],
            holder=self.holders[place],
            date=self.days[place],
            merchant=printed,
            merchant_normal=normal,
            amount=_decimal(self.amounts[place]),
            billed=_decimal(self.billed[place]),
            currency=self.currencies[place],
            foreign=self.foreign.get(place),
            kind=ChargeKind(self.kinds[place]),
            bill_date=self.bill_dates[place],
            bill_month=self.bill_months.get(place),
        )


def different(values: Sequence[_T]) -> Sequence[_T]:
    """Return each different one of *values* once, in their order."""
    # Many columns have one value in all rows, which takes less time to find out.
    if values and values[0] == values[-1] and values.count(values[0]) == len(values):
        return values[:1]
    return [*dict.fromkeys(values)]


def decimal_text(amount: Decimal | None) -> str | None:
    """Return *amount* without an exponent, None for none."""
    return None if amount is None else f"{amount:f}"


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)
