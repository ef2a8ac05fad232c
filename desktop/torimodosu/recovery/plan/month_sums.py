"""The figures of the chart: what each card was charged in each month."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from torimodosu.recovery.plan.card_work import MonthSum
from torimodosu.recovery.statements.calendar_days import month_of
from torimodosu.recovery.statements.disputes import Dispute
from torimodosu.recovery.statements.log import LoggedCharge
from torimodosu.recovery.statements.returns import ExpectedReturn, ReturnState
from torimodosu.recovery.statements.statement import ChargeKind

_ZERO = Decimal(0)
_Place = tuple[int, date, str]


def month_sums(
    charges: Iterable[LoggedCharge],
    disputes: Iterable[Dispute],
    returns: Iterable[ExpectedReturn],
) -> tuple[MonthSum, ...]:
    """Return the sums of *charges* by card, month of use and currency.

    What the person pays to the issuer is no charge, and what has vanished from the bill
    was never taken. A charge without an amount or a day is in no sum.
    """
    vanished = _vanished(returns)
    disputed = {one.charge.key for one in disputes if one.charge is not None}
    out: dict[_Place, Decimal] = defaultdict(Decimal)
    not_theirs: dict[_Place, Decimal] = defaultdict(Decimal)
    back: dict[_Place, Decimal] = defaultdict(Decimal)
    for logged in charges:
        charge = logged.charge
        if charge.amount is None or charge.date is None:
            continue
        if charge.kind is ChargeKind.PAYMENT or logged.key in vanished:
            continue
        place = logged.card, month_of(charge.date), charge.currency
        if charge.amount < 0:
            back[place] -= charge.amount
            continue
        out[place] += charge.amount
        if logged.key in disputed:
            not_theirs[place] += charge.amount
    return tuple(
        MonthSum(
            card=card,
            month=month,
            currency=currency,
            out=out.get((card, month, currency), _ZERO),
            disputed=not_theirs.get((card, month, currency), _ZERO),
            back=back.get((card, month, currency), _ZERO),
        )
        for card, month, currency in sorted({*out, *back})
    )


def _vanished(returns: Iterable[ExpectedReturn]) -> frozenset[str]:
    return frozenset(
        key
        for back in returns
        if back.state is ReturnState.VANISHED
        for key in back.charges
    )
