"""Charges by card and month, as bars and as the table behind them."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from torimodosu.recovery.plan.card_work import MonthSum
from torimodosu.window.kit.blocks import section
from torimodosu.window.kit.boxes import Box
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.month_bars import CardBars, MonthBar, MonthBars
from torimodosu.window.kit.rows import Cell, Column, TableRow
from torimodosu.window.kit.table import Table
from torimodosu.window.kit.text import Text
from torimodosu.window.steps.schedule.ahead import later_month
from torimodosu.window.words.amounts import amount_words
from torimodosu.window.words.card_names import CardNames
from torimodosu.window.words.dates import month_words, short_month_words

_MONTHS = 13
_TABLE_ROWS = 12
_YEN = "JPY"


class ChartCard(Box):
    """The chart, or its table where *is_table*; `turned` asks for the other one."""

    turned = Signal()

    def __init__(
        self,
        look: Look,
        sums: Sequence[MonthSum],
        names: CardNames,
        *,
        is_table: bool,
    ) -> None:
        super().__init__(look, "card", gap=8)
        self._look, self._sums, self._names = look, sums, names
        words = self.tr("Read as a table")
        if is_table:
            words = self.tr("Show as a picture")
        turn = Button(look, words, "link")
        turn.setObjectName("turn")
        turn.clicked.connect(self.turned)
        self.add(section(look, self.tr("Charges by card and month"), turn))
        if is_table:
            self.add(_table(look, sums, names))
        else:
            self._add_bars()

    def _add_bars(self) -> None:
        look, currency = self._look, main_currency(self._sums)
        sums = [one for one in self._sums if one.currency == currency]
        months = _months(sums)
        finding = finding_words(sums, currency)
        shown = tuple(map(short_month_words, months))
        cards = _cards(sums, months, self._names)
        bars = MonthBars(look, shown, cards, finding)
        said = Text(look, finding, "small", "muted")
        bars.pointed.connect(said.say)
        legend = self.tr(
            "Solid is disputed, hollow is not. Below the line is money that came back."
        )
        self.add(Text(look, legend, "small", "muted"), bars, said)
        if len(sums) < len(self._sums):
            others = self.tr("Other currencies are in the table only.")
            self.add(Text(look, others, "small", "muted"))


def main_currency(sums: Iterable[MonthSum]) -> str:
    """Return yen where there is any, else the currency of most sums."""
    currencies = [one.currency for one in sums]
    return _YEN if _YEN in currencies else max(currencies, key=currencies.count)


def finding_words(sums: Iterable[MonthSum], currency: str) -> str:
    """Return what the chart shows as a whole."""
    sums = list(sums)
    disputed = sum((one.disputed for one in sums), Decimal())
    back = sum((one.back for one in sums), Decimal())
    if not disputed and not back:
        return QCoreApplication.translate("Chart", "No charge is disputed so far.")
    form = QCoreApplication.translate("Chart", "Disputed: {disputed}. Back: {back}.")
    return form.format(
        disputed=amount_words(disputed, currency), back=amount_words(back, currency)
    )


def _months(sums: Iterable[MonthSum]) -> tuple[date, ...]:
    """Return the months from the first to the last with a sum, the newest of them."""
    known = {one.month for one in sums}
    month, months = min(known), [min(known)]
    while month < max(known):
        month = later_month(month, 1)
        months.append(month)
    return tuple(months[-_MONTHS:])


def _cards(
    sums: Sequence[MonthSum],
    months: Sequence[date],
    names: CardNames,
) -> tuple[CardBars, ...]:
    by_place = {(one.card, one.month): one for one in sums}
    # Money of two months stands on two sides of the line, so no sum is larger.
    largest = max((max(one.out, one.back) for one in sums), default=Decimal(1))
    return tuple(
        CardBars(
            name=names.of(card),
            bars=tuple(
                _bar(by_place.get((card, month)), month, names.of(card), largest)
                for month in months
            ),
        )
        for card in dict.fromkeys(one.card for one in sums)
    )


def _bar(one: MonthSum | None, month: date, card: str, largest: Decimal) -> MonthBar:
    place = f"{card}  ·  {month_words(month)}"
    if one is None or not largest:
        form = QCoreApplication.translate("Chart", "{place}: no charge was read")
        return MonthBar(out=0, disputed=0, back=0, said=form.format(place=place))
    form = QCoreApplication.translate(
        "Chart", "{place}: {out} out, {disputed} of it disputed, {back} back"
    )
    said = form.format(
        place=place,
        out=amount_words(one.out, one.currency),
        disputed=amount_words(one.disputed, one.currency),
        back=amount_words(one.back, one.currency),
    )
    return MonthBar(
        out=float(one.out / largest),
        disputed=float(one.disputed / largest),
        back=float(one.back / largest),
        said=said,
    )


def _table(look: Look, sums: Iterable[MonthSum], names: CardNames) -> QWidget:
    translate = QCoreApplication.translate
    columns = (
        Column(title=translate("Chart", "Month"), width=150),
        Column(title=translate("Chart", "Card")),
        Column(title=translate("Chart", "Money out"), width=132, kind="money"),
        Column(title=translate("Chart", "Disputed"), width=132, kind="money"),
        Column(title=translate("Chart", "Came back"), width=132, kind="money"),
    )
    title = translate("Chart", "Charges by card and month")
    table = Table(look, columns, title, dense_rows=_TABLE_ROWS)
    table.show_rows([_row(one, names) for one in sums])
    return table


def _row(one: MonthSum, names: CardNames) -> TableRow:
    amounts = (one.out, one.disputed, one.back)
    cells = (
        Cell(month_words(one.month), order=one.month),
        Cell(names.of(one.card)),
        *(Cell(amount_words(sum_, one.currency), order=sum_) for sum_ in amounts),
    )
    return TableRow(key=f"{one.card} {one.month} {one.currency}", cells=cells)
