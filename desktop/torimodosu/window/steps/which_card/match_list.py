"""All matches as a table, to choose one of them."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from torimodosu.recovery.plan.card_work import CardWork
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.statements.which_card.matching import Match
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.rows import Cell, Column, TableRow
from torimodosu.window.kit.table import Table
from torimodosu.window.steps.which_card.match_words import match_state
from torimodosu.window.words.amounts import amount_words
from torimodosu.window.words.card_names import CardNames
from torimodosu.window.words.dates import short_day_words

_ROWS = 6


def matches_table(
    look: Look, matches: Sequence[Match], snapshot: Snapshot, names: CardNames
) -> Table:
    """Return the table; `opened` tells the key of the match that was chosen."""
    translate = QCoreApplication.translate
    columns = (
        Column(title=translate("Matches", "Day"), width=104),
        Column(title=translate("Matches", "Order"), leads=True),
        Column(title=translate("Matches", "Card"), width=200),
        Column(title=translate("Matches", "Amount"), width=112, kind="money"),
        Column(title=translate("Matches", "How it stands"), width=216, kind="mark"),
    )
    table = Table(look, columns, translate("Matches", "Matches"), dense_rows=_ROWS)
    work = snapshot.card_work
    if work is not None:
        table.show_rows([_row(one, work, snapshot, names) for one in matches])
    return table


def day_of(match: Match, work: CardWork) -> date | None:
    """Return the day of the first charge or use of *match*."""
    days = [
        work.charges[key].charge.date for key in match.charges if key in work.charges
    ]
    moments = (
        work.notices[key].used_at for key in match.notices if key in work.notices
    )
    days += [moment.date() for moment in moments if moment is not None]
    return min((day for day in days if day is not None), default=None)


def orders_words(match: Match, snapshot: Snapshot) -> str:
    """Return the numbers of the orders of *match*, or what stands for them."""
    comma = QCoreApplication.translate("Matches", ", ")
    orders = (snapshot.orders.get(key) for key in match.orders)
    unknown = QCoreApplication.translate("Matches", "Order without a number")
    return comma.join(
        unknown if order is None or not order.order_number else order.order_number
        for order in orders
    )


def _row(
    match: Match, work: CardWork, snapshot: Snapshot, names: CardNames
) -> TableRow:
    day = day_of(match, work)
    words = "" if day is None else short_day_words(day)
    cells = (
        Cell(words, order=day),
        Cell(orders_words(match, snapshot)),
        Cell(names.of(match.card)),
        Cell(amount_words(match.amount, match.currency), order=match.amount),
        match_state(match, snapshot),
    )
    return TableRow(key=match.key, cells=cells)
