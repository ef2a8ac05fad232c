"""Which charges of the log are shown, and all of them as a file."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Self

from PySide6.QtCore import Qt, Signal

from torimodosu.recovery.statements.log import ImportedStatement
from torimodosu.window.kit.blocks import IconLine
from torimodosu.window.kit.boxes import Box, Row
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.fields import ComboBox, Labelled
from torimodosu.window.kit.file_choice import asked_path
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.text import Text
from torimodosu.window.steps.statements.charge_reader import Wanted
from torimodosu.window.steps.statements.saving import Saving
from torimodosu.window.words.card_names import CardNames
from torimodosu.window.words.dates import month_words

_FILE_NAME = "torimodosu-charges.csv"
_MOST_MONTHS = 120


class LogFilter(Box):
    """`chosen` tells the Wanted, `save_asked` the path of the new file."""

    chosen = Signal(object)
    save_asked = Signal(str)

    def __init__(
        self,
        look: Look,
        wanted: Wanted,
        statements: Iterable[ImportedStatement],
        names: CardNames,
    ) -> None:
        super().__init__(look, "card", gap=8)
        self._look = look
        self._cards: tuple[int | None, ...] = (None, *names.numbers, 0)
        self._months: tuple[date | None, ...] = (None, *months_of(statements))
        self._card, self._month = ComboBox(look), ComboBox(look)
        all_cards, all_months = self.tr("All cards"), self.tr("All months")
        self._card.addItems(
            [all_cards if one is None else names.of(one) for one in self._cards]
        )
        self._month.addItems(
            [all_months if one is None else month_words(one) for one in self._months]
        )
        if wanted.card in self._cards:
            self._card.setCurrentIndex(self._cards.index(wanted.card))
        if wanted.first in self._months:
            self._month.setCurrentIndex(self._months.index(wanted.first))
        for field in (self._card, self._month):
            field.activated.connect(self._choose)
        self._save = Button(look, self.tr("Save all as CSV"), "secondary", "drop")
        self._save.clicked.connect(self._ask_where)
        fields = (
            Labelled(look, self.tr("Card"), self._card),
            Labelled(look, self.tr("Month of use"), self._month),
        )
        row = Row(look, *fields, self._save, gap=16, below=640)
        row.line.setAlignment(self._save, Qt.AlignmentFlag.AlignBottom)
        self.add(row.share(1, 1))

    def tell(self, saving: Saving) -> Self:
        """Say how the saving of the file stands."""
        if saving.is_running:
            self._save.hold_back(self.tr("The file is being written"))
        if saving.saved is not None:
            words = self.tr("%n charge(s) are in {file}", "", saving.saved)
            words = words.format(file=saving.name)
            hint = self.tr("Cells that a spreadsheet would run are made harmless.")
            self.add(IconLine(self._look, "proven", "ok", words, hint))
        if saving.has_failed:
            words = self.tr("The file could not be written. Choose another folder.")
            self.add(Text(self._look, words, "body", "attention"))
        return self

    def _choose(self, _number: int) -> None:
        card = self._cards[self._card.currentIndex()]
        month = self._months[self._month.currentIndex()]
        self.chosen.emit(wanted_of(card, month))

    def _ask_where(self) -> None:
        title = self.tr("Where shall the charges be saved?")
        path = asked_path(self, title, _FILE_NAME, "CSV (*.csv)")
        if path is not None:
            self.save_asked.emit(str(path))


def wanted_of(card: int | None, month: date | None) -> Wanted:
    """Return the charges of a card, or all, in a month, or all."""
    if month is None:
        return Wanted(card=card)
    last = _next(month) - timedelta(days=1)
    return Wanted(card=card, first=month, last=last)


def months_of(statements: Iterable[ImportedStatement]) -> tuple[date, ...]:
    """Return the first day of each month that statements are of, newest first."""
    days = [
        day for one in statements for day in (one.first, one.last) if day is not None
    ]
    if not days:
        return ()
    month, months = min(days).replace(day=1), list[date]()
    while month <= max(days):
        months.append(month)
        month = _next(month)
    return tuple(reversed(months[-_MOST_MONTHS:]))


def _next(month: date) -> date:
    return (month.replace(day=1) + timedelta(days=31)).replace(day=1)
