"""When the bills of a card are closed, come out and are paid."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from torimodosu.recovery.case.case import PaymentCard
from torimodosu.recovery.catalogue.issuer import BillingCycle, Issuer
from torimodosu.recovery.statements.calendar_days import (
    business_day_from,
    day_in,
    is_plausible,
    month_after,
    month_of,
)
from torimodosu.recovery.statements.log import ImportedStatement

# Issuers show the closed month a week or two after the closing day: an estimate, as no
# issuer's page was found that promises a day.
OUT_AFTER_CLOSING = timedelta(days=10)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bill:
    """One month of a card, as far as its billing cycle is known.

    Where the card may have one of several cycles, the days are those of all of them,
    and it is out when it is out by the latest.

    Attributes:
        month: The first day of the month in which the money is taken.
        first: The first day of use on it, or None.
        last: The closing day, or None.
        out_on: When it should be out, or None.
        pays_on: When the money is taken, or None.

    """

    month: date
    first: date | None = None
    last: date | None = None
    out_on: date | None = None
    pays_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CardBills:
    """A card with the statements that were read of it.

    Attributes:
        card: The card.
        issuer: Its issuer, or None where the catalogue does not know it.
        statements: Those that were imported and are of this card.
        cycles: The billing cycles that it may have; none is not known.

    """

    card: PaymentCard
    issuer: Issuer | None
    statements: tuple[ImportedStatement, ...]
    cycles: tuple[BillingCycle, ...]

    def bill(self, month: date) -> Bill:
        """Return the bill whose money is taken in *month*, its first day."""
        if not self.cycles:
            return Bill(month=month)
        closings = [_closing(cycle, month) for cycle in self.cycles]
        befores = [_closing(cycle, month_after(month, -1)) for cycle in self.cycles]
        payments = {pays_on(cycle, month) for cycle in self.cycles}
        return Bill(
            month=month,
            first=max(befores) + _DAY,
            last=min(closings),
            out_on=max(closings) + OUT_AFTER_CLOSING,
            pays_on=payments.pop() if len(payments) == 1 else None,
        )

    def bill_with(self, day: date) -> Bill:
        """Return the bill on which a use of *day* should be, at the latest.

        Without a cycle that is taken to be the bill of the next month.
        """
        months = (_month_with(cycle, day) for cycle in self.cycles)
        return self.bill(max(months, default=month_after(month_of(day), 1)))

    def month_of(self, statement: ImportedStatement) -> date | None:
        """Return the month of which a statement is the bill, or None: not known.

        That which it prints is surer than what follows from its last use.
        """
        if statement.bill_date is not None:
            return month_of(statement.bill_date)
        if statement.bill_month is not None:
            return statement.bill_month
        return None if statement.last is None else self.bill_with(statement.last).month


def bills_of(
    card: PaymentCard, issuer: Issuer | None, statements: Iterable[ImportedStatement]
) -> CardBills:
    """Return *card* with those of *statements* that are its own.

    A day that cannot be is as if it were not there.
    """
    own = tuple(_dated(one) for one in statements if one.card == card.number)
    return CardBills(
        card=card, issuer=issuer, statements=own, cycles=_cycles(card, issuer, own)
    )


def _dated(statement: ImportedStatement) -> ImportedStatement:
    days = (
        *(statement.first, statement.last),
        *(statement.bill_date, statement.bill_month),
    )
    if all(day is None or is_plausible(day) for day in days):
        return statement
    first, last, bill_date, bill_month = (
        day if day is not None and is_plausible(day) else None for day in days
    )
    return replace(
        statement, first=first, last=last, bill_date=bill_date, bill_month=bill_month
    )


def pays_on(cycle: BillingCycle, month: date) -> date:
    """Return the day of *month* on which the money is taken, or a few days later."""
    return business_day_from(day_in(month, cycle.payment))


def _cycles(
    card: PaymentCard, issuer: Issuer | None, statements: Sequence[ImportedStatement]
) -> tuple[BillingCycle, ...]:
    """Return the cycles that the card may have.

    Which one that is the user says, or the statements tell by the day or the month of
    payment; where they contradict the catalogue, that is not asked.
    """
    if issuer is None or issuer.billing is None:
        return ()
    cycles = issuer.billing.cycles
    if card.cycle is not None and card.cycle < len(cycles):
        return (cycles[card.cycle],)
    days = {one.bill_date for one in statements if one.bill_date is not None}
    paid = tuple(
        cycle for cycle in cycles if all(_is_paid_on(cycle, day) for day in days)
    )
    return _paid_in_printed_months(paid, statements)


def _paid_in_printed_months(
    cycles: tuple[BillingCycle, ...], statements: Iterable[ImportedStatement]
) -> tuple[BillingCycle, ...]:
    """Leave out cycles by which a statement would not print its month of payment.

    Cycles that are paid on one day are those of one card, each for other shops. Where
    none is left, the statements print months of later parts, which tell nothing.
    """
    if len({cycle.payment for cycle in cycles}) < len(cycles):
        return cycles
    left = tuple(
        cycle
        for cycle in cycles
        if all(_may_print_its_month(cycle, one) for one in statements)
    )
    return left or cycles


def _may_print_its_month(cycle: BillingCycle, statement: ImportedStatement) -> bool:
    first, last, month = statement.first, statement.last, statement.bill_month
    if first is None or last is None or month is None:
        return True
    return _month_with(cycle, first) <= month <= _month_with(cycle, last)


def _is_paid_on(cycle: BillingCycle, day: date) -> bool:
    """Tell whether *cycle* is paid on *day*; some print the day before it is moved."""
    month = month_of(day)
    return day in {day_in(month, cycle.payment), pays_on(cycle, month)}


def _closing(cycle: BillingCycle, month: date) -> date:
    return day_in(month_after(month, -cycle.months_later), cycle.closing)


def _month_with(cycle: BillingCycle, day: date) -> date:
    month = month_after(month_of(day), cycle.months_later)
    return month if day <= _closing(cycle, month) else month_after(month, 1)
