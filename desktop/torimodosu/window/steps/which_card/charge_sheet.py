"""One charge of the log: what its rows say, in every file that shows it."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.statements.log import LoggedCharge
from torimodosu.window.kit.boxes import Box, Row, divider
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.rows import Cell, Column, TableRow
from torimodosu.window.kit.table import Table
from torimodosu.window.kit.text import Text
from torimodosu.window.words.amounts import amount_words
from torimodosu.window.words.card_names import CardNames
from torimodosu.window.words.dates import full_day_words, moment_words, month_words

_LABEL = 180


def charge_sheet(
    look: Look, logged: LoggedCharge, snapshot: Snapshot, names: CardNames
) -> QWidget:
    """Return *logged* as its statements print it, with each row that shows it."""
    card = Box(look, "card", gap=8)
    card.setAccessibleName(logged.charge.merchant)
    card.add(Text(look, logged.charge.merchant, "heading"), divider())
    for label, words in _lines(logged, names):
        name = Text(look, label, "small", "muted", wrap=False)
        name.setFixedWidth(look.px(_LABEL))
        card.add(Row(look, name, Text(look, words), gap=8).share(0, 1))
    return card.add(divider(), _rows(look, logged, snapshot))


def _lines(logged: LoggedCharge, names: CardNames) -> list[tuple[str, str]]:
    translate, charge = QCoreApplication.translate, logged.charge
    unknown = translate("Charge", "Not known")
    day = unknown if charge.date is None else full_day_words(charge.date)
    amount = unknown
    if charge.amount is not None:
        amount = amount_words(charge.amount, charge.currency)
    lines = [
        (translate("Charge", "Day"), day),
        (translate("Charge", "Amount"), amount),
        (translate("Charge", "Card"), names.of(logged.card)),
    ]
    foreign = charge.foreign
    if foreign is not None and foreign.amount is not None:
        words = amount_words(foreign.amount, foreign.currency)
        lines.append((translate("Charge", "In the shop's currency"), words))
    if charge.holder:
        lines.append((translate("Charge", "Used by"), charge.holder))
    if charge.bill_date is not None:
        words = full_day_words(charge.bill_date)
        lines.append((translate("Charge", "Money is taken on"), words))
    elif charge.bill_month is not None:
        words = month_words(charge.bill_month)
        lines.append((translate("Charge", "Money is taken in"), words))
    return lines


def _rows(look: Look, logged: LoggedCharge, snapshot: Snapshot) -> Table:
    translate = QCoreApplication.translate
    columns = (
        Column(title=translate("Charge", "Statement")),
        Column(title=translate("Charge", "Read"), width=180),
        Column(title=translate("Charge", "Row"), width=84, kind="money"),
        Column(title=translate("Charge", "Amount"), width=124, kind="money"),
        Column(title=translate("Charge", "State"), width=170),
    )
    table = Table(look, columns, translate("Charge", "Rows that show it"))
    files = {one.number: one for one in snapshot.statements}
    rows = []
    for number, sighting in enumerate(logged.sightings):
        file = files.get(sighting.statement)
        amount = ""
        if sighting.amount is not None:
            amount = amount_words(sighting.amount, logged.charge.currency)
        state = translate("Charge", "Final")
        if sighting.is_open:
            state = translate("Charge", "May still change")
        cells = (
            Cell("" if file is None else file.name),
            Cell("" if file is None else moment_words(file.at)),
            Cell(str(sighting.row), order=sighting.row),
            Cell(amount, order=sighting.amount),
            Cell(state),
        )
        rows.append(TableRow(key=str(number), cells=cells))
    table.show_rows(rows)
    return table
