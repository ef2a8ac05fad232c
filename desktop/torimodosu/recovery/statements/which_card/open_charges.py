"""Charges that nothing explains, over all cards, and why each may need a look."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from torimodosu.recovery.statements.log import LoggedCharge
from torimodosu.recovery.statements.statement import ChargeKind
from torimodosu.recovery.statements.which_card.matching import OpenCharge

# Thieves try a card with a small sum; what is small depends on the money.
_SMALL = {"JPY": Decimal(300), "KRW": Decimal(3_000)}
_SMALL_ELSEWHERE = Decimal(3)
# A shop is only new on a card of which a month before was read.
_KNOWN_FOR = timedelta(days=28)
# From one payment of a subscription to the next.
_MONTHLY = range(26, 36)


class Watched(NamedTuple):
    """What the charges are looked at with.

    Attributes:
        since: The first day on which somebody else may have bought something.
        unexplained: Keys of charges of the attacked shop that no order is known for.
        explained: Keys of charges that are explained.
        mine: Keys of charges that the user says are their own.

    """

    since: date
    unexplained: Collection[str]
    explained: Collection[str]
    mine: Collection[str]


def open_charges(
    charges: Iterable[LoggedCharge], watched: Watched
) -> tuple[tuple[str, OpenCharge], ...]:
    """Return the keys of charges that need a look, and the strongest reason of each."""
    by_shop: dict[tuple[int, str], list[LoggedCharge]] = defaultdict(list)
    first_day: dict[int, date] = {}
    found: list[tuple[str, OpenCharge]] = []
    for logged in charges:
        day = logged.charge.date
        if logged.key in watched.unexplained:
            if _is_open(logged, watched):
                found.append((logged.key, OpenCharge.OF_THE_SHOP))
        elif day is not None and logged.charge.kind is ChargeKind.PURCHASE:
            by_shop[logged.card, logged.charge.merchant_normal].append(logged)
            first_day[logged.card] = min(day, first_day.get(logged.card, day))
    for (card, _), same in by_shop.items():
        found += _of_new_shop(same, first_day[card], watched)
    return tuple(found)


def _of_new_shop(
    same: Sequence[LoggedCharge], known_since: date, watched: Watched
) -> Iterator[tuple[str, OpenCharge]]:
    """Yield charges of one shop on one card that no charge before explains."""
    days = [logged.charge.date for logged in same if logged.charge.date]
    if min(days) < watched.since:
        return
    is_known_long = watched.since - known_since >= _KNOWN_FOR
    again = _monthly(same)
    for logged in same:
        if not _is_open(logged, watched):
            continue
        if logged.key in again:
            yield logged.key, OpenCharge.NEW_SUBSCRIPTION
        elif _is_small(logged):
            yield logged.key, OpenCharge.SMALL_TEST
        elif is_known_long:
            yield logged.key, OpenCharge.NOT_SEEN_BEFORE


def _monthly(same: Iterable[LoggedCharge]) -> set[str]:
    """Return the keys of charges whose amount came again a month later or before."""
    by_amount: dict[Decimal | None, list[tuple[int, str]]] = defaultdict(list)
    for logged in same:
        day = logged.charge.date
        if day is not None:
            # As a number: a month after the last day of all there is no other day.
            by_amount[logged.charge.amount].append((day.toordinal(), logged.key))
    found: set[str] = set()
    for dated in by_amount.values():
        keys: Mapping[int, list[str]] = _by_day(dated)
        for number, here in keys.items():
            for apart in _MONTHLY:
                later = keys.get(number + apart)
                if later:
                    found.update((*here, *later))
    return found


def _by_day(dated: Iterable[tuple[int, str]]) -> dict[int, list[str]]:
    keys: dict[int, list[str]] = defaultdict(list)
    for day, key in dated:
        keys[day].append(key)
    return keys


def _is_open(logged: LoggedCharge, watched: Watched) -> bool:
    if logged.key in watched.mine or logged.key in watched.explained:
        return False
    day = logged.charge.date
    return day is None or day >= watched.since


def _is_small(logged: LoggedCharge) -> bool:
    amount = logged.charge.amount
    most = _SMALL.get(logged.charge.currency, _SMALL_ELSEWHERE)
    return amount is not None and 0 < amount <= most
