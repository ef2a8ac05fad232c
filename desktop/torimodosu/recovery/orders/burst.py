"""The burst: the hour in which most orders were placed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from torimodosu.recovery.orders.joining import order_key
from torimodosu.recovery.orders.order import Order

_HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Burst:
    """When orders were placed.

    Attributes:
        start: When the first order of the densest hour was placed; of equally dense
            hours the earliest.
        orders: Keys of the orders of that hour, the earliest first.
        first: When the first order of all was placed.
        last: When the last one was placed.

    """

    start: datetime
    orders: tuple[str, ...]
    first: datetime
    last: datetime

    @property
    def span(self) -> timedelta:
        """Return the time from the first order to the last."""
        return self.last - self.first


def find_burst(orders: Iterable[Order]) -> Burst | None:
    """Return the densest hour of *orders*, or None where no time is known.

    An hour holds what was placed less than 60 minutes after its first order.
    """
    timed = sorted(
        (order.placed_at, order_key(order))
        for order in orders
        if order.placed_at is not None and not order.placed_to_the_day
    )
    if not timed:
        return None
    best, end = (0, 0), 0
    for start, (moment, _) in enumerate(timed):
        while end < len(timed) and timed[end][0] - moment < _HOUR:
            end += 1
        if end - start > best[1] - best[0]:
            best = (start, end)
    return Burst(
        start=timed[best[0]][0],
        orders=tuple(key for _, key in timed[slice(*best)]),
        first=timed[0][0],
        last=timed[-1][0],
    )
