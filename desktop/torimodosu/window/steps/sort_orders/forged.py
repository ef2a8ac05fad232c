"""Orders that only forged mails speak of: shown, and counted nowhere."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from torimodosu.recovery.orders.order import Order
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.window.kit.blocks import table_card
from torimodosu.window.kit.boxes import Box
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.rows import Cell, Column, TableRow
from torimodosu.window.kit.table import Table
from torimodosu.window.steps.sort_orders.table import placed_words, total_words
from torimodosu.window.steps.sort_orders.words import goods_words
from torimodosu.window.words.counts import Counts


def forged_card(
    look: Look, snapshot: Snapshot, *, follow: Callable[[str, int], None]
) -> Box | None:
    """Return the orders of forged mails, None where there are none.

    *follow* is called with the key of the order whose mail is to be shown.
    """
    if not snapshot.forged_orders:
        return None
    translate = QCoreApplication.translate
    title = Counts().forged_orders(len(snapshot.forged_orders))
    table = Table(look, _columns(), title)
    table.show_rows(
        [
            TableRow(
                key=key,
                cells=(
                    Cell(_named_words(order, year=snapshot.at.year)),
                    Cell(total_words(order)),
                    Cell(translate("Orders", "See the mail")),
                ),
            )
            for key, order in snapshot.forged_orders.items()
        ]
    )
    table.opened.connect(follow)
    why = translate(
        "Orders",
        "These mails are not genuine, so nobody ordered this. It is not counted in any"
        " sum. Look at the mail if you are not sure.",
    )
    return table_card(look, title, why, table)


def _named_words(order: Order, *, year: int) -> str:
    """Return the goods, and the day that the mail names; nobody ordered on it."""
    form = QCoreApplication.translate("Orders", "{goods} ({day})")
    day = placed_words(order, year=year)
    return form.format(goods=goods_words(order), day=day)


def _columns() -> tuple[Column, ...]:
    translate = QCoreApplication.translate
    return (
        Column(title=translate("Orders", "Goods")),
        Column(title=translate("Orders", "Amount"), width=94, kind="money"),
        Column(title=translate("Orders", "Source"), width=112, kind="link"),
    )
