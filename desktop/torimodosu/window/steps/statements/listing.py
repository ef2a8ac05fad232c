"""Every statement that was read, as a table."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from torimodosu.recovery.case.certainty import Certainty
from torimodosu.recovery.statements.log import ImportedStatement
from torimodosu.recovery.statements.watch import MonthState
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.rows import Cell, Column, TableRow
from torimodosu.window.kit.table import Table
from torimodosu.window.words.card_names import CardNames
from torimodosu.window.words.counts import Counts
from torimodosu.window.words.dates import short_day_words


def statements_table(
    look: Look, statements: Sequence[ImportedStatement], names: CardNames
) -> Table:
    """Return the table, newest first; the key of a row is the statement's number."""
    translate = QCoreApplication.translate
    columns = (
        Column(title=translate("Listing", "Statement"), leads=True),
        Column(title=translate("Listing", "Card"), width=190),
        Column(title=translate("Listing", "Days"), width=178),
        Column(title=translate("Listing", "Rows"), width=84, kind="money"),
        Column(title=translate("Listing", "Reading"), width=210, kind="mark"),
    )
    table = Table(look, columns, translate("Listing", "Statements"))
    table.show_rows([_row(statement, names) for statement in reversed(statements)])
    return table


def card_words(statement: ImportedStatement, names: CardNames) -> str:
    """Return the card, or the cards, of a statement, or its issuer where none fits."""
    numbers = (statement.card,) if statement.card else statement.cards
    if numbers:
        return QCoreApplication.translate("Listing", ", ").join(map(names.of, numbers))
    issuer = names.issuer(statement.issuer)
    if not issuer:
        return names.of(0)
    form = QCoreApplication.translate("Listing", "{issuer}, which card?")
    return form.format(issuer=issuer)


def _row(statement: ImportedStatement, names: CardNames) -> TableRow:
    cells = (
        Cell(statement.name),
        Cell(card_words(statement, names)),
        Cell(_days(statement.first, statement.last), order=statement.first),
        Cell(str(statement.rows), order=statement.rows),
        reading_of(statement),
    )
    return TableRow(key=str(statement.number), cells=cells)


def reading_of(statement: ImportedStatement) -> Cell:
    """Return whether everything in a statement was understood and adds up."""
    translate = QCoreApplication.translate
    if statement.skipped:
        words = Counts().rows_not_understood(len(statement.skipped))
        return Cell(words, MonthState.FINDINGS)
    if statement.totals_agree is False:
        return Cell(translate("Listing", "Total differs"), MonthState.FINDINGS)
    if statement.doubts:
        return Cell(translate("Listing", "Something is odd"), MonthState.FINDINGS)
    if statement.totals_agree:
        return Cell(translate("Listing", "Total agrees"), Certainty.CONFIRMED)
    return Cell(translate("Listing", "No total to compare"), MonthState.MISSING)


def _days(first: date | None, last: date | None) -> str:
    if first is None or last is None:
        return "–"
    form = QCoreApplication.translate("Listing", "{first} – {last}")
    return form.format(first=short_day_words(first), last=short_day_words(last))
