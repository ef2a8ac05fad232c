"""The orders as rows of a table."""

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import QCoreApplication, Qt

from torimodosu.recovery.orders.order import Order, Ownership
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.marks import Mark
from torimodosu.window.kit.rows import Cell, Column, TableRow
from torimodosu.window.kit.table import Table
from torimodosu.window.steps.sort_orders.words import (
    goods_words,
    payment_words,
    state_words,
)
from torimodosu.window.words.amounts import amount_words
from torimodosu.window.words.dates import (
    clock_words,
    dated_words,
    short_day_words,
)

VERDICTS: Mapping[Qt.Key, Ownership] = {
    Qt.Key.Key_M: Ownership.MINE,
    Qt.Key.Key_N: Ownership.NOT_MINE,
    Qt.Key.Key_U: Ownership.UNSURE,
}


def orders_table(look: Look) -> Table:
    """Return the empty table of orders."""
    name = QCoreApplication.translate("Orders", "Orders")
    return Table(look, _columns(), name, verdicts=VERDICTS)


def rows_of(
    orders: Mapping[str, Order], ownership: Mapping[str, Ownership], *, year: int
) -> list[TableRow]:
    """Return a row for each order, by its key, as seen in *year*."""
    return [
        TableRow(key=key, cells=_cells(order, ownership.get(key), year))
        for key, order in orders.items()
    ]


def placed_words(order: Order, *, year: int) -> str:
    """Return when an order was placed, as exactly as its mails tell.

    Of other years than *year* the day is enough, with its year.
    """
    at = order.placed_at
    if at is None:
        return QCoreApplication.translate("Orders", "Not known yet")
    here = at if order.placed_to_the_day else at.astimezone()
    if here.year != year:
        return dated_words(here.date())
    if order.placed_to_the_day:
        return short_day_words(here.date())
    form = QCoreApplication.translate("Orders", "{day} {time}")
    return form.format(day=short_day_words(here.date()), time=clock_words(here))


def total_words(order: Order) -> str:
    """Return what an order costs; an amount that no mail gives is open, never 0."""
    if order.total is None:
        return QCoreApplication.translate("Orders", "Not known")
    return amount_words(order.total, order.currency)


def _columns() -> tuple[Column, ...]:
    translate = QCoreApplication.translate
    return (
        Column(title=translate("Orders", "Ordered at"), width=128),
        Column(title=translate("Orders", "Goods")),
        Column(title=translate("Orders", "Paid by"), width=132),
        Column(title=translate("Orders", "Amount"), width=94, kind="money"),
        Column(title=translate("Orders", "State"), width=136),
        Column(title=translate("Orders", "Your verdict"), width=168, kind="mark"),
        Column(title=translate("Orders", "Source"), width=112, kind="link"),
    )


def _cells(order: Order, verdict: Ownership | None, year: int) -> tuple[Cell, ...]:
    return (
        Cell(placed_words(order, year=year), order=_moment(order.placed_at)),
        Cell(goods_words(order)),
        Cell(payment_words(order)),
        Cell(total_words(order), order=order.total),
        Cell(state_words(order.state)),
        Cell(mark=verdict or Mark.NOT_JUDGED),
        Cell(QCoreApplication.translate("Orders", "See the mail")),
    )


def _moment(at: datetime | None) -> float | None:
    return None if at is None else at.timestamp()
