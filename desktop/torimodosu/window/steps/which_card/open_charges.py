"""Charges that nothing explains, and orders that no charge was found for."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, Qt

from torimodosu.recovery.orders.order import Ownership
from torimodosu.recovery.plan.card_work import CardWork
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.statements.which_card.matching import OpenCharge
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.marks import Mark
from torimodosu.window.kit.rows import Cell, Column, TableRow
from torimodosu.window.kit.table import Table
from torimodosu.window.steps.which_card.match_words import open_charge_words
from torimodosu.window.words.amounts import amount_words
from torimodosu.window.words.card_names import CardNames
from torimodosu.window.words.dates import short_day_words

VERDICTS: Mapping[Qt.Key, Ownership] = {
    Qt.Key.Key_M: Ownership.MINE,
    Qt.Key.Key_N: Ownership.NOT_MINE,
    Qt.Key.Key_U: Ownership.UNSURE,
}
_ROWS = 8


def charges_table(look: Look) -> Table:
    """Return the empty table; `judged` tells whose charges are, `opened` the key."""
    translate = QCoreApplication.translate
    columns = (
        Column(title=translate("OpenCharges", "Day"), width=80),
        Column(title=translate("OpenCharges", "Shop, as printed")),
        Column(title=translate("OpenCharges", "Card"), width=166),
        Column(title=translate("OpenCharges", "Why it is here"), width=180),
        Column(
            title=translate("OpenCharges", "Amount"),
            width=88,
            kind="money",
            leads=True,
        ),
        Column(title=translate("OpenCharges", "Your word"), width=188, kind="mark"),
    )
    name = translate("OpenCharges", "Charges that nothing explains")
    return Table(look, columns, name, verdicts=VERDICTS, dense_rows=_ROWS)


def charge_rows(work: CardWork, snapshot: Snapshot, names: CardNames) -> list[TableRow]:
    """Return a row for each charge that nothing explains, by its key."""
    return [
        _charge_row(key, why, work, snapshot, names)
        for key, why in work.matching.unexplained_charges
        if key in work.charges
    ]


def orders_table(look: Look, keys: Sequence[str], snapshot: Snapshot) -> Table:
    """Return the orders without a charge; `opened` tells the key of the order."""
    translate = QCoreApplication.translate
    columns = (
        Column(title=translate("OpenOrders", "Day"), width=100),
        Column(title=translate("OpenOrders", "Order"), width=220),
        Column(title=translate("OpenOrders", "Goods")),
        Column(
            title=translate("OpenOrders", "By card"),
            width=124,
            kind="money",
            leads=True,
        ),
    )
    name = translate("OpenOrders", "Orders without a charge")
    table = Table(look, columns, name, dense_rows=_ROWS)
    table.show_rows([_order_row(key, snapshot) for key in keys])
    return table


def _charge_row(
    key: str,
    why: OpenCharge,
    work: CardWork,
    snapshot: Snapshot,
    names: CardNames,
) -> TableRow:
    logged = work.charges[key]
    charge = logged.charge
    amount = QCoreApplication.translate("OpenCharges", "Not known")
    if charge.amount is not None:
        amount = amount_words(charge.amount, charge.currency)
    said = snapshot.card_words.charges.get(key)
    mark: Mark | Ownership = Mark.NOT_JUDGED
    if said is not None:
        mark = Ownership.MINE if said else Ownership.NOT_MINE
    cells = (
        Cell(
            "" if charge.date is None else short_day_words(charge.date),
            order=charge.date,
        ),
        Cell(charge.merchant),
        Cell(names.of(logged.card)),
        Cell(open_charge_words(why)),
        Cell(amount, order=charge.amount),
        Cell(mark=mark),
    )
    return TableRow(key=key, cells=cells)


def _order_row(key: str, snapshot: Snapshot) -> TableRow:
    order = snapshot.orders.get(key)
    translate = QCoreApplication.translate
    unknown = translate("OpenOrders", "Not known")
    if order is None:
        return TableRow(key=key, cells=(Cell(), Cell(key), Cell(), Cell(unknown)))
    placed = order.placed_at
    day = None if placed is None else placed.astimezone().date()
    amount = unknown
    if order.card is not None:
        amount = amount_words(order.card, order.currency)
    cells = (
        Cell("" if day is None else short_day_words(day), order=day),
        Cell(order.order_number or translate("OpenOrders", "Order without a number")),
        Cell(order.items[0].title if order.items else ""),
        Cell(amount, order=order.card),
    )
    return TableRow(key=key, cells=cells)
