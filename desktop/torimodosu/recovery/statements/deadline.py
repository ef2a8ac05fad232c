"""Until when something must be done."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum

from torimodosu.recovery.catalogue.limit import Clock


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """The last day on which a card's issuer takes the report of a loss.

    Attributes:
        card: The number of the card in the case.
        clock: What is counted.
        days: How many.
        counted_from: The day from which they are counted.
        ends_on: The last day.
        act_by: The last business day that is no later, when the desk is open.
        is_supposed: Whether `counted_from` is not known but the earliest that it can
            be, such as the day of the first order that is not the user's.
        reported_on: The day on which the user says they reported it, or None.

    """

    card: int
    clock: Clock
    days: int
    counted_from: date
    ends_on: date
    act_by: date
    is_supposed: bool
    reported_on: date | None = None


class Due(Enum):
    """What is due on a day."""

    STATEMENT_OUT = "statement_out"
    REFUND_ON_STATEMENT = "refund_on_statement"
    REPORT_LIMIT = "report_limit"
    WATCH_ENDS = "watch_ends"


@dataclass(frozen=True, slots=True, kw_only=True)
class DueDay:
    """One line of what is planned.

    Attributes:
        on: The day.
        what: What is due.
        card: The number of the card, 0 where it is about none.
        amount: Of the money that it is about, or None.
        currency: ISO 4217 code, or "".
        is_done: Whether there is nothing more to do for it.

    """

    on: date
    what: Due
    card: int
    amount: Decimal | None = None
    currency: str = ""
    is_done: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterData:
    """What a letter or a call to an issuer must say, and nothing more.

    Attributes:
        card: The number of the card in the case.
        charges: Day, shop as printed, amount and currency of each disputed charge.
        orders: Numbers of the orders that they are for.
        total: Their sum by currency.
        first: The day of the first of them, or None.
        deadline: The deadline that counts, or None.

    """

    card: int
    charges: tuple[tuple[date | None, str, Decimal | None, str], ...]
    orders: tuple[str, ...]
    total: tuple[tuple[str, Decimal], ...]
    first: date | None
    deadline: Deadline | None
