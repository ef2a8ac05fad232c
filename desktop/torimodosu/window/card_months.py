"""The months of all cards as a matrix, one sign for each."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from torimodosu.recovery.case.certainty import Certainty
from torimodosu.recovery.statements.watch import CardMonth, MonthState, WatchLog
from torimodosu.window.kit.blocks import section
from torimodosu.window.kit.boxes import Box, Row, Wrapped
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.marks import sign_of, words_of
from torimodosu.window.kit.rows import Cell, Column, TableRow
from torimodosu.window.kit.table import Table
from torimodosu.window.kit.text import Icon, Text
from torimodosu.window.words.card_names import CardNames
from torimodosu.window.words.dates import month_words, short_month_words

_ROWS = 16
_MONTH = 76
# As many as fit beside the names; of those to come, the next two.
_MOST_MONTHS, _AHEAD = 9, 2


class CardMonths(Box):
    """Cards below each other, months side by side.

    `opened` tells the number of a card and the first day of the month that was chosen.
    """

    opened = Signal(int, object)

    def __init__(self, look: Look, watch: WatchLog, names: CardNames) -> None:
        super().__init__(look, "card", gap=8)
        self._months = _shown_months(watch)
        self.table = _table(look, self._months)
        self.table.show_rows(_rows(watch, self._months, names))
        self.table.opened.connect(self._open)
        title = self.tr("Cards by month")
        self.add(section(look, title, Wrapped(look, *_legend(look), gap=16)))
        self.add(self.table)

    def _open(self, card: str, column: int) -> None:
        if 0 < column <= len(self._months):
            self.opened.emit(int(card), self._months[column - 1])


def _legend(look: Look) -> list[QWidget]:
    parts: list[QWidget] = []
    for state in (*MonthState, Certainty.SAID):
        sign = sign_of(state)
        words = Text(look, words_of(state), "small", "muted", wrap=False)
        parts.append(Row(look, Icon(look, sign.icon, sign.tone, 18), words, gap=6))
    return parts


def _table(look: Look, months: Sequence[date]) -> Table:
    columns = [Column(title=QCoreApplication.translate("CardMonths", "Card"))]
    columns += [
        Column(title=short_month_words(month), width=_MONTH, kind="sign", leads=True)
        for month in months
    ]
    name = QCoreApplication.translate("CardMonths", "Cards by month")
    return Table(look, columns, name, dense_rows=_ROWS)


def _shown_months(watch: WatchLog) -> tuple[date, ...]:
    """Return the months with anything to see, and those that come next."""
    out = {cell.month for cell in watch.cells if cell.state is not MonthState.NOT_OUT}
    last = max(out, default=min(watch.months, default=None))
    past = [month for month in watch.months if last is not None and month <= last]
    ahead = watch.months[len(past) : len(past) + _AHEAD]
    return (*past, *ahead)[-_MOST_MONTHS:]


def _rows(watch: WatchLog, months: Sequence[date], names: CardNames) -> list[TableRow]:
    known = {(cell.card, cell.month): cell for cell in watch.cells}
    return [
        TableRow(
            key=str(card),
            cells=(
                Cell(names.of(card)),
                *(
                    _cell(known.get((card, month)), names.of(card), month)
                    for month in months
                ),
            ),
        )
        for card in dict.fromkeys(cell.card for cell in watch.cells)
    ]


def _cell(known: CardMonth | None, card: str, month: date) -> Cell:
    """Return the sign of a month; what is read out names the card and the month too."""
    if known is None:
        return Cell()
    form = QCoreApplication.translate("CardMonths", "{card}, {month}: {state}")
    words = form.format(
        card=card, month=month_words(month), state=month_state_words(known)
    )
    return Cell(words, Certainty.SAID if known.is_said else known.state)


def month_state_words(month: CardMonth) -> str:
    """Return how a month stands, whose word that is, and whether it matters."""
    if month.is_said:
        return QCoreApplication.translate("CardMonths", "Clean, you say")
    if month.state is MonthState.MISSING and not month.is_needed:
        return QCoreApplication.translate("CardMonths", "Not read, and not needed")
    return words_of(month.state)
