"""On which days a card can have been charged, and which of them were read."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from torimodosu.recovery.orders.order import Ownership
from torimodosu.recovery.statements.which_card.claims import (
    LATE,
    SOON,
    Claim,
    thousandths,
)
from torimodosu.recovery.statements.which_card.matching import Match

_LAST = date.max.toordinal()

# First and last day of stretches, as ordinals, in order, none touching the next.
Days = tuple[tuple[int, int], ...]


def days_in_question(claims: Iterable[Claim], matches: Iterable[Match]) -> Days:
    """Return the days on which an order that is not the user's can have been charged.

    An order whose charges were all found is only in question for a few days; else it
    may be billed two cycles late, on any card.
    """
    paid: dict[str, int] = defaultdict(int)
    for match in matches:
        if match.is_certain and match.amount > 0:
            share = thousandths(match.amount)
            for order in match.orders:
                paid[order] += share // len(match.orders)
    stretches = []
    for claim in claims:
        if claim.owner is not Ownership.MINE:
            is_found = claim.whole is not None and paid[claim.key] >= claim.whole
            newest = max((claim.day, *claim.parcels))
            last = newest + (SOON if is_found else LATE) if newest else _LAST
            stretches.append((claim.first, last))
    return joined(stretches)


def joined(stretches: Iterable[tuple[int, int]]) -> Days:
    """Return *stretches* in order, those that overlap or touch as one."""
    found: list[tuple[int, int]] = []
    for first, last in sorted(stretches):
        if found and first <= found[-1][1] + 1:
            found[-1] = (found[-1][0], max(last, found[-1][1]))
        else:
            found.append((first, last))
    return tuple(found)


def gaps_in(days: Days, read: Days) -> Iterator[tuple[int, int]]:
    """Yield the stretches of *days* that are not in *read*."""
    for first, last in days:
        start = first
        for begin, end in read:
            if end < start or begin > last:
                continue
            if begin > start:
                yield start, begin - 1
            start = end + 1
        if start <= last:
            yield start, last


def as_days(stretches: Sequence[tuple[date, date]]) -> Days:
    """Return stretches of dates as ordinals."""
    return joined((first.toordinal(), last.toordinal()) for first, last in stretches)
