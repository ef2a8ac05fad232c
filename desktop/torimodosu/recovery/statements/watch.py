"""The watch over the statements of the months that follow."""

from dataclasses import dataclass
from datetime import date
from enum import Enum


class MonthState(Enum):
    """How one month of one card stands.

    Attributes:
        CLEAN: Its statement was read and nothing in it needs a look.
        FINDINGS: Its statement was read, and something in it needs a look.
        NOT_OUT: The issuer has not published it yet.
        MISSING: It is out, as far as the closing day tells, and was not read.

    """

    CLEAN = "clean"
    FINDINGS = "findings"
    NOT_OUT = "not_out"
    MISSING = "missing"


@dataclass(frozen=True, slots=True, kw_only=True)
class CardMonth:
    """One month of one card.

    Attributes:
        card: Its number in the case.
        month: The first day of the month in which the money is taken.
        state: How it stands.
        out_on: The day on which the statement is expected, or None where the
            issuer's closing day is not known.
        pays_on: The day on which the money is taken, or None.
        statements: Numbers of the imported statements that show it.
        is_said: Whether CLEAN rests on the user's word, not on a read statement.
        is_open: Whether only statements show it whose rows may still change.
        is_needed: Whether it can show a charge in question: the shop has the card, and
            the month was closed after the first order that is not the user's.

    """

    card: int
    month: date
    state: MonthState
    out_on: date | None
    pays_on: date | None
    statements: tuple[int, ...] = ()
    is_said: bool = False
    is_open: bool = False
    is_needed: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchLog:
    """The months of all cards.

    Attributes:
        months: First day of each month that is watched.
        cells: One for each card and month.
        ends_on: The day on which the watch ends.
        was_extended: Whether findings have put the end off.

    """

    months: tuple[date, ...]
    cells: tuple[CardMonth, ...]
    ends_on: date
    was_extended: bool = False
