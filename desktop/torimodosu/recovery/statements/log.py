"""The statement log: what was imported, as it was read, for good."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from torimodosu.recovery.catalogue.statement_layout import Account
from torimodosu.recovery.statements.statement import Charge, Doubt, Skipped


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementFile:
    """A file that was read: its SHA-256, its name, and the number of its card or 0."""

    sha256: str
    name: str
    card: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedStatement:
    """One imported file.

    Attributes:
        number: Its key in the case, from 1, in the order of import.
        card: The number of the card of the case that it is taken to be of; 0 where no
            card of the case fits, or more than one.
        sha256: That of the file.
        name: That of the file, without its folder.
        at: When it was imported.
        issuer: Its id, or "".
        layout: The id of the layout.
        account: Whether it is of a card or a bank account.
        is_open: Whether the issuer may still change its rows.
        first: The day of the first charge, or None.
        last: The day of the last charge, or None.
        bill_date: When the money is taken, or None.
        bill_month: The first day of the month of payment that most of its rows print,
            as far as they do, or None.
        rows: How many rows are, or may be, charges.
        skipped: Rows that were not understood.
        printed_total: The total that the file prints, or None.
        sum: That of its rows, as far as the total counts them.
        totals_agree: Whether both are the same; None where there is no printed total.
        doubts: Each doubt with the rows that it is about, () for the whole file.
        cards: Numbers of all cards of the case that its rows are of, without 0.
        new_charges: How many of its charges no earlier statement shows.

    """

    number: int
    card: int
    sha256: str
    name: str
    at: datetime
    issuer: str
    layout: str
    account: Account
    is_open: bool
    first: date | None
    last: date | None
    bill_date: date | None
    rows: int
    skipped: tuple[Skipped, ...]
    printed_total: Decimal | None
    sum: Decimal
    totals_agree: bool | None
    doubts: Mapping[Doubt, tuple[int, ...]] = field(default_factory=dict)
    cards: tuple[int, ...] = ()
    new_charges: int = 0
    bill_month: date | None = None

    @property
    def prints_payment(self) -> bool:
        """Whether it prints the day or the month of payment."""
        return self.bill_date is not None or self.bill_month is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """One row of one statement that shows a charge."""

    statement: int
    row: int
    amount: Decimal | None
    is_open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedCharge:
    """One charge, however many imported files show it.

    Attributes:
        key: What it is known by; the same whenever the same files are imported.
        card: The number of the card of the case, 0 where that is not known.
        charge: As the newest statement prints it; that of a closed month goes before
            that of an open one.
        sightings: Every row that shows it, in the order of import.

    """

    key: str
    card: int
    charge: Charge
    sightings: tuple[Sighting, ...]

    @property
    def is_open(self) -> bool:
        """Whether only open statements show it, so that it may still change."""
        return all(sighting.is_open for sighting in self.sightings)
