"""Charges without an order that the user says are not theirs, until they are back."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from torimodosu.recovery.statements.credits import ZERO
from torimodosu.recovery.statements.log import LoggedCharge
from torimodosu.recovery.statements.returns import (
    ExpectedReturn,
    Means,
    ReturnState,
)
from torimodosu.recovery.statements.which_card.matching import Match, Said
from torimodosu.recovery.statements.words import CardWords


def stray_returns(
    matches: Iterable[Match], charges: Mapping[str, LoggedCharge], words: CardWords
) -> Iterator[ExpectedReturn]:
    """Yield one for each of these charges, by day.

    It is back when the same shop gave the same amount back to the same card later. A
    row that gives something back to an order, or to another charge, is not taken.
    """
    taken = {
        key
        for match in matches
        if match.said is not Said.REJECTED
        for key in match.charges
    }
    strays = [
        charges[key]
        for key, is_mine in words.charges.items()
        if not is_mine and key in charges and key not in taken
    ]
    backs: dict[tuple[object, ...], list[LoggedCharge]] = {}
    for row in charges.values():
        if row.charge.amount is not None and row.charge.amount < 0:
            backs.setdefault(_name(row), []).append(row)
    for stray in sorted(strays, key=_by_day):
        if stray.charge.amount is None or stray.charge.amount > 0:
            yield _followed(stray, backs.get(_name(stray), ()), taken, words)


def _followed(
    stray: LoggedCharge,
    backs: Sequence[LoggedCharge],
    taken: set[str],
    words: CardWords,
) -> ExpectedReturn:
    charge, name = stray.charge, f"charge:{stray.key}"
    back = next((one for one in backs if _is_later(one, stray, taken)), None)
    state, day = ReturnState.EXPECTED, None
    if back is not None:
        taken.add(back.key)
        state, day = ReturnState.CREDITED, back.charge.date
    elif name in words.returns:
        word = words.returns[name]
        state, day = word.state, word.at.date()
    return ExpectedReturn(
        key=name,
        order="",
        means=Means.CARD,
        card=stray.card,
        amount=charge.amount,
        currency=charge.currency,
        state=state,
        returned=ZERO if back is None else -(back.charge.amount or ZERO),
        seen_on=day,
        charges=(stray.key,) if back is None else (back.key, stray.key),
    )


def _name(row: LoggedCharge) -> tuple[object, ...]:
    charge = row.charge
    amount = None if charge.amount is None else abs(charge.amount)
    return row.card, charge.merchant_normal, charge.currency, amount


def _is_later(back: LoggedCharge, stray: LoggedCharge, taken: set[str]) -> bool:
    if back.key in taken:
        return False
    return (back.charge.date or date.max) >= (stray.charge.date or date.min)


def _by_day(row: LoggedCharge) -> tuple[date, str]:
    return row.charge.date or date.min, row.key
