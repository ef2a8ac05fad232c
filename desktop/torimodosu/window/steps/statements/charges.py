"""Charges of the log as rows of a table, and what is known of each."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, Qt, Signal

from torimodosu.recovery.orders.order import Ownership
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.statements.log import LoggedCharge
from torimodosu.recovery.statements.statement import ChargeKind
from torimodosu.recovery.statements.watch import MonthState
from torimodosu.window.kit.blocks import section
from torimodosu.window.kit.boxes import Box
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.rows import Cell, Column, TableRow
from torimodosu.window.kit.table import Table
from torimodosu.window.kit.text import Aside, Text
from torimodosu.window.steps.statements.words import (
    charge_amount_words,
    kind_words,
    open_charge_words,
)
from torimodosu.window.words.amounts import amount_words
from torimodosu.window.words.card_names import CardNames
from torimodosu.window.words.dates import dated_words

MOST_ROWS = 2000
_DENSE = 16
_VERDICTS: Mapping[Qt.Key, Ownership] = {
    Qt.Key.Key_M: Ownership.MINE,
    Qt.Key.Key_N: Ownership.NOT_MINE,
}


class ChargesCard(Box):
    """The charges, which are shown once they are read.

    `judged` tells the person's word and the keys of the charges.
    """

    judged = Signal(object, tuple)

    def __init__(self, look: Look, *, title: str = "", statement: int = 0) -> None:
        """Show the number of the row in *statement*, if it is one's charges."""
        super().__init__(look, "card", gap=8)
        self._look, self._statement = look, statement
        self._note = Text(look, self.tr("Looking them up"), "small", "muted")
        keys = Aside(look, self.tr("Keys: M mine  ·  N not mine"))
        self._table = charges_table(look)
        self._table.judged.connect(self.judged)
        self.add(
            section(look, title or self.tr("Charges"), keys), self._table, self._note
        )

    def show_charges(
        self, charges: Sequence[LoggedCharge], snapshot: Snapshot, names: CardNames
    ) -> None:
        """Show *charges*, as many as one can look through, and count all."""
        shown = charges[:MOST_ROWS]
        statement = self._statement
        self._table.show_rows(rows_of(shown, snapshot, names, statement=statement))
        words = self.tr("%n charge(s)", "", len(charges))
        if len(shown) < len(charges):
            form = self.tr(
                "%n charge(s), of which the first {shown} are shown", "", len(charges)
            )
            words = form.format(shown=MOST_ROWS)
        self._note.say(words)


def charges_table(look: Look) -> Table:
    """Return the empty table; its verdicts are the person's word about charges."""
    translate = QCoreApplication.translate
    columns = (
        Column(title=translate("Charges", "Day"), width=112),
        Column(title=translate("Charges", "Shop, as printed")),
        Column(title=translate("Charges", "Amount"), width=112, kind="money"),
        Column(title=translate("Charges", "What it is"), width=200, kind="mark"),
        Column(title=translate("Charges", "Card"), width=174),
        Column(title=translate("Charges", "Row"), width=76, kind="money"),
    )
    name = translate("Charges", "Charges")
    return Table(look, columns, name, verdicts=_VERDICTS, dense_rows=_DENSE)


def rows_of(
    charges: Iterable[LoggedCharge],
    snapshot: Snapshot,
    names: CardNames,
    *,
    statement: int = 0,
) -> list[TableRow]:
    """Return a row for each charge, by its key.

    The number of the row is that in *statement*, or in the newest that shows it.
    """
    known = _known(snapshot)
    return [
        TableRow(key=logged.key, cells=_cells(logged, known, names, statement))
        for logged in charges
    ]


def _known(snapshot: Snapshot) -> Mapping[str, Cell]:
    """Return what is known of charges, the person's own words before all else."""
    known: dict[str, Cell] = {}
    translate = QCoreApplication.translate
    if snapshot.card_work is not None:
        matching = snapshot.card_work.matching
        for key, why in matching.unexplained_charges:
            known[key] = Cell(open_charge_words(why), MonthState.FINDINGS)
        for match in reversed(matching.matches):
            words, whose = translate("Charges", "Own order"), Ownership.MINE
            if match.is_disputed:
                words, whose = translate("Charges", "Disputed"), Ownership.NOT_MINE
            if match.is_certain or not match.is_disputed:
                known |= dict.fromkeys(match.charges, Cell(words, whose))
            else:
                maybe = Cell(translate("Charges", "Maybe disputed"), Ownership.UNSURE)
                known |= dict.fromkeys(match.charges, maybe)
    for key, is_mine in snapshot.card_words.charges.items():
        known[key] = Cell(mark=Ownership.MINE if is_mine else Ownership.NOT_MINE)
    return known


def _cells(
    logged: LoggedCharge, known: Mapping[str, Cell], names: CardNames, statement: int
) -> tuple[Cell, ...]:
    charge = logged.charge
    rows = {sighting.statement: sighting.row for sighting in logged.sightings}
    row = rows.get(statement, logged.sightings[-1].row)
    return (
        _day(charge.date),
        Cell(_shop(logged)),
        Cell(charge_amount_words(charge.amount, charge.currency), order=charge.amount),
        known.get(logged.key, Cell()),
        Cell(names.of(logged.card)),
        Cell(str(row), order=row),
    )


def _day(day: date | None) -> Cell:
    if day is None:
        return Cell(QCoreApplication.translate("Charges", "Not known"))
    return Cell(dated_words(day), order=day)


def _shop(logged: LoggedCharge) -> str:
    """Return the shop and what else is to be said of its charge, but for a purchase."""
    charge, words = logged.charge, [logged.charge.merchant]
    if charge.kind is not ChargeKind.PURCHASE:
        words.append(kind_words(charge.kind))
    foreign = charge.foreign
    if foreign is not None and foreign.amount is not None:
        words.append(amount_words(foreign.amount, foreign.currency))
    if logged.is_open:
        words.append(QCoreApplication.translate("Charges", "not final"))
    return "  ·  ".join(words)
