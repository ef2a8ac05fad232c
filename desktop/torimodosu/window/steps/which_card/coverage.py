"""Which days of each card were read: where nothing was read, nothing is known."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from torimodosu.recovery.plan.card_work import CardWork
from torimodosu.recovery.statements.coverage import CardCoverage
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.rows import Cell, Column, TableRow
from torimodosu.window.kit.table import Table
from torimodosu.window.words.card_names import CardNames
from torimodosu.window.words.dates import short_day_words

_ROWS = 10


def coverage_table(look: Look, work: CardWork, names: CardNames) -> Table:
    """Return which days of each card are covered, and by what."""
    translate = QCoreApplication.translate
    columns = (
        Column(title=translate("Covered", "Card"), width=170),
        Column(title=translate("Covered", "Statements read")),
        Column(title=translate("Covered", "Not final yet")),
        Column(title=translate("Covered", "Mails up to"), width=108),
        Column(title=translate("Covered", "Next statement"), width=120),
    )
    table = Table(
        look, columns, translate("Covered", "What was read"), dense_rows=_ROWS
    )
    table.show_rows([_row(one, names) for one in work.coverage])
    return table


def _row(coverage: CardCoverage, names: CardNames) -> TableRow:
    translate = QCoreApplication.translate
    none = translate("Covered", "None")
    cells = (
        Cell(names.of(coverage.card)),
        Cell(_stretches(coverage.closed) or none),
        Cell(_stretches(coverage.open) or none),
        Cell(_day(coverage.notices_until) or none, order=coverage.notices_until),
        Cell(
            _day(coverage.next_statement) or translate("Covered", "Not known"),
            order=coverage.next_statement,
        ),
    )
    return TableRow(key=str(coverage.card), cells=cells)


def _stretches(days: Sequence[tuple[date, date]]) -> str:
    comma = QCoreApplication.translate("Covered", ", ")
    form = QCoreApplication.translate("Covered", "{first} – {last}")
    return comma.join(
        _day(first)
        if first == last
        else form.format(first=_day(first), last=_day(last))
        for first, last in days
    )


def _day(day: date | None) -> str:
    return "" if day is None else short_day_words(day)
