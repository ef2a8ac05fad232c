"""The burst of orders as a chart."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from torimodosu.recovery.orders.burst import Burst, find_burst
from torimodosu.recovery.orders.order import Order, Ownership
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.window.kit.blocks import section
from torimodosu.window.kit.boxes import Box
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.text import Aside
from torimodosu.window.kit.timeline import Bar, Chart, Flag, Timeline
from torimodosu.window.steps.sort_orders.flags import flags_of
from torimodosu.window.words.counts import Counts
from torimodosu.window.words.dates import clock_words, day_words

# What stands on the axis: the burst, and what came shortly before and after it.
_BEFORE = timedelta(hours=2)
_AFTER = timedelta(hours=3)
_EDGE = timedelta(minutes=20)
_MINUTE = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class BurstSize:
    """How many orders the densest hour has, and the minutes from first to last."""

    orders: int
    minutes: int


def burst_of(snapshot: Snapshot, keys: Sequence[str]) -> BurstSize | None:
    """Return the burst of the orders with *keys*, or None where no time is known."""
    burst = find_burst(snapshot.orders[key] for key in keys)
    if burst is None:
        return None
    minutes = round((_last(snapshot, burst) - burst.start).total_seconds() / _MINUTE)
    return BurstSize(orders=len(burst.orders), minutes=minutes)


def _last(snapshot: Snapshot, burst: Burst) -> datetime:
    """Return when the last order of the densest hour was placed."""
    moments = (snapshot.orders[key].placed_at for key in burst.orders)
    return max(moment for moment in moments if moment is not None)


def _foreign_burst(snapshot: Snapshot) -> Burst | None:
    return find_burst(
        order
        for key, order in snapshot.orders.items()
        if snapshot.ownership.get(key) is not Ownership.MINE
    )


def chart_card(look: Look, snapshot: Snapshot) -> QWidget | None:
    """Return the chart of the burst, or None where no time is known."""
    burst = _foreign_burst(snapshot)
    if burst is None:
        return None
    last = _last(snapshot, burst)
    chart = _chart(snapshot, burst.start.astimezone(), last.astimezone())
    finding = Counts().orders_between(
        clock_words(burst.start), clock_words(last), len(burst.orders)
    )
    legend = QCoreApplication.translate(
        "Burst", "Height is the amount; dashed where it is not known"
    )
    title = section(
        look,
        day_words(burst.start.astimezone().date()),
        Aside(look, f"{finding}  ·  {legend}"),
    )
    card = Box(look, "card", pad=20, gap=8)
    return card.add(title, Timeline(look, chart, finding))


def _chart(snapshot: Snapshot, first: datetime, last: datetime) -> Chart:
    start, end = first - _BEFORE, last + _AFTER
    orders = {
        key: order
        for key, order in snapshot.orders.items()
        if order.placed_at is not None
        and not order.placed_to_the_day
        and start <= order.placed_at <= end
    }
    flags = flags_of(snapshot, start=first, end=end)
    moments = [order.placed_at for order in orders.values() if order.placed_at]
    moments += [flag.at for flag in flags]
    return Chart(
        start=min(moments).astimezone() - _EDGE,
        end=max(moments).astimezone() + 2 * _EDGE,
        bars=_bars(orders.items(), snapshot),
        flags=flags,
        quiet_from=_quiet_from(snapshot, flags, last),
        quiet=QCoreApplication.translate("Burst", "None but yours after this"),
    )


def _quiet_from(
    snapshot: Snapshot, flags: Sequence[Flag], last: datetime
) -> datetime | None:
    """Return the first flag after *last* that no order followed, up to this day.

    An order counts wherever it stands, also beyond the chart, until it is known to be
    the person's own.
    """
    start = min((flag.at for flag in flags if flag.at > last), default=None)
    if start is None:
        return None
    later = (
        order.placed_at is not None and order.placed_at > start
        for key, order in snapshot.orders.items()
        if snapshot.ownership.get(key) is not Ownership.MINE
    )
    return None if any(later) else start


def _bars(orders: Iterable[tuple[str, Order]], snapshot: Snapshot) -> tuple[Bar, ...]:
    orders = list(orders)
    largest = max((o.total for _, o in orders if o.total), default=Decimal(1))
    return tuple(
        Bar(
            at=order.placed_at.astimezone(),
            share=None if order.total is None else float(order.total / largest),
            is_mine=snapshot.ownership.get(key) is Ownership.MINE,
        )
        for key, order in orders
        if order.placed_at is not None
    )
