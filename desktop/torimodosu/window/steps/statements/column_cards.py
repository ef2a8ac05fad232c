"""Saying what the columns of a file hold, and seeing at once what follows."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QLabel

from torimodosu.recovery.catalogue.statement_layout import DateForm
from torimodosu.recovery.catalogue.statement_words import Meaning
from torimodosu.recovery.statements.column_sample import ColumnSample
from torimodosu.recovery.statements.mapping import ColumnMapping
from torimodosu.recovery.statements.statement import StatementRead
from torimodosu.window.kit.blocks import pair, section
from torimodosu.window.kit.boxes import Box, Row
from torimodosu.window.kit.fields import Choice, ComboBox
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.rows import Cell, Column, TableRow
from torimodosu.window.kit.table import Table
from torimodosu.window.kit.text import Text
from torimodosu.window.steps.statements.column_words import (
    OFFERED,
    date_words,
    meaning_words,
    unsure_words,
)
from torimodosu.window.steps.statements.words import charge_amount_words, kind_words
from torimodosu.window.words.dates import dated_words

_DATES = tuple(DateForm)
_DECIMALS = (".", ",")
_LONGEST, _FIELD = 24, 220
_DENSE = 12


class ColumnsCard(Box):
    """A line for each column; `changed` tells the ColumnMapping."""

    changed = Signal(object)

    def __init__(
        self, look: Look, sample: ColumnSample, mapping: ColumnMapping
    ) -> None:
        super().__init__(look, "card", gap=8)
        self._look, self._mapping = look, mapping
        self._fields: list[ComboBox] = []
        self.add(section(look, self.tr("What each column holds")))
        if sample.unsure:
            between = QCoreApplication.translate("Listing", ", ")
            open_ones = between.join(sorted(map(unsure_words, sample.unsure)))
            words = self.tr("The file does not tell: {open}.").format(open=open_ones)
            self.add(Text(look, words, "body", "attention"))
        known = {place: meaning for meaning, place in mapping.columns.items()}
        for place in range(mapping.width):
            self.add(self._line(place, sample, known))
        self.body.addStretch()

    def _line(
        self, place: int, sample: ColumnSample, known: Mapping[int, Meaning]
    ) -> Row:
        look = self._look
        name = sample.names[place] or self.tr("Column {number}").format(
            number=place + 1
        )
        cells = [row[place][:_LONGEST] for row in sample.rows if len(row) > place]
        field = ComboBox(look)
        field.setAccessibleName(self.tr("{column} holds").format(column=name))
        field.addItems([self.tr("Nothing that counts"), *map(meaning_words, OFFERED)])
        offered: list[Meaning | None] = [None, *OFFERED]
        if known.get(place) in offered:
            field.setCurrentIndex(offered.index(known.get(place)))
        field.setMinimumWidth(look.px(_FIELD))
        field.activated.connect(self._tell)
        self._fields.append(field)
        examples = "  ·  ".join(filter(None, cells)) or "–"
        row = Row(
            look, pair(look, name, examples, small=True), field, gap=12, below=460
        )
        row.line.setStretch(0, 1)
        return row

    def _tell(self, _number: int) -> None:
        """Tell the mapping; what two columns claim to hold, the first one holds."""
        columns: dict[Meaning, int] = {}
        for place, field in enumerate(self._fields):
            if field.currentIndex():
                columns.setdefault(OFFERED[field.currentIndex() - 1], place)
        # What is not offered stays as it was found.
        hidden = {
            meaning: place
            for meaning, place in self._mapping.columns.items()
            if meaning not in OFFERED and place not in columns.values()
        }
        self.changed.emit(replace(self._mapping, columns={**hidden, **columns}))


class WrittenCard(Box):
    """How days and amounts are written; `changed` tells the ColumnMapping."""

    changed = Signal(object)

    def __init__(self, look: Look, mapping: ColumnMapping) -> None:
        super().__init__(look, "card", gap=8)
        self._mapping = mapping
        self.add(section(look, self.tr("How it is written")))
        dates = Choice(
            look, self.tr("Order of the date"), tuple(map(date_words, _DATES))
        )
        dates.choose(_DATES.index(mapping.dates))
        dates.chosen.connect(self._choose_dates)
        decimals = (self.tr("Point: 1,980.50"), self.tr("Comma: 1.980,50"))
        decimal = Choice(look, self.tr("Decimals"), decimals)
        decimal.choose(_DECIMALS.index(mapping.decimal))
        decimal.chosen.connect(self._choose_decimal)
        signs = (self.tr("Without a sign"), self.tr("With a minus"))
        sign = Choice(look, self.tr("Money out is written"), signs)
        sign.choose(int(mapping.out_is_negative))
        sign.chosen.connect(self._choose_sign)
        for choice in (dates, decimal, sign):
            name = choice.accessibleName()
            self.add(Text(look, name, "smallstrong"), choice)
        self.body.addStretch()

    def _choose_dates(self, number: int) -> None:
        self.changed.emit(replace(self._mapping, dates=_DATES[number]))

    def _choose_decimal(self, number: int) -> None:
        self.changed.emit(replace(self._mapping, decimal=_DECIMALS[number]))

    def _choose_sign(self, number: int) -> None:
        self.changed.emit(replace(self._mapping, out_is_negative=bool(number)))


class PreviewCard(Box):
    """What the first rows say with that."""

    def __init__(self, look: Look, read: StatementRead | None) -> None:
        super().__init__(look, "card", gap=8)
        self.add(section(look, self.tr("So the first rows are read")))
        if read is None:
            self.add(Text(look, self.tr("Looking them up"), "small", "muted"))
            return
        table = Table(look, _columns(), self.tr("Preview"), dense_rows=_DENSE)
        table.show_rows([_row(number, read) for number in range(len(read.charges))])
        self.add(table, self._note(look, read))

    def _note(self, look: Look, read: StatementRead) -> QLabel:
        if not read.charges:
            words = self.tr("No charge is found so. Choose day, shop and amount.")
            return Text(look, words, "body", "attention")
        if read.skipped:
            words = self.tr("%n row(s) are not understood so", "", len(read.skipped))
            return Text(look, words, "body", "attention")
        words = self.tr("Compare some of them with your statement before you go on.")
        return Text(look, words, "small", "muted")


def _columns() -> tuple[Column, ...]:
    translate = QCoreApplication.translate
    return (
        Column(title=translate("Charges", "Row"), width=76, kind="money"),
        Column(title=translate("Charges", "Day"), width=140),
        Column(title=translate("Charges", "Shop, as printed")),
        Column(title=translate("Charges", "Kind"), width=150),
        Column(title=translate("Charges", "Amount"), width=140, kind="money"),
    )


def _row(number: int, read: StatementRead) -> TableRow:
    charge = read.charges[number]
    day = "–" if charge.date is None else dated_words(charge.date)
    cells = (
        Cell(str(charge.row), order=charge.row),
        Cell(day, order=charge.date),
        Cell(charge.merchant),
        Cell(kind_words(charge.kind)),
        Cell(charge_amount_words(charge.amount, charge.currency), order=charge.amount),
    )
    return TableRow(key=str(number), cells=cells)
