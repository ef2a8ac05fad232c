"""One statement: how it was read, what was not understood, and whose it is."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from torimodosu.recovery.statements.log import ImportedStatement
from torimodosu.recovery.statements.statement import Doubt, Skipped
from torimodosu.window.kit.blocks import IconLine, section
from torimodosu.window.kit.boxes import Box
from torimodosu.window.kit.fields import ComboBox, Labelled
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.text import Text
from torimodosu.window.kit.unfolding import Unfolding
from torimodosu.window.steps.statements.words import bill_words, days_words
from torimodosu.window.words.amounts import amount_words
from torimodosu.window.words.card_names import CardNames
from torimodosu.window.words.counts import Counts
from torimodosu.window.words.dates import moment_words
from torimodosu.window.words.statements import doubt_words, not_understood_words

_SHOWN, _DIGITS = 30, 16
_YEN = "JPY"


class ReadingCard(Box):
    """What was made of the file."""

    def __init__(
        self, look: Look, statement: ImportedStatement, *, currency: str = _YEN
    ) -> None:
        super().__init__(look, "card", gap=8)
        self._look, self._statement, self._currency = look, statement, currency
        self.add(section(look, self.tr("How it was read")))
        self.add(*self._lines())
        self.body.addStretch()

    def _lines(self) -> Iterator[QWidget]:
        look, statement = self._look, self._statement
        count = self.tr("%n row(s) with charges", "", statement.rows)
        yield IconLine(look, "paper", "muted", count, days_words(statement))
        yield self._total()
        if statement.is_open:
            words = self.tr("The month is still open: rows may change")
            yield IconLine(look, "clock", "unknown", words)
        for doubt, rows in statement.doubts.items():
            if doubt is Doubt.TOTAL_DIFFERS:
                continue
            where = Counts().in_rows(rows) if rows else ""
            yield IconLine(look, "finding", "attention", doubt_words(doubt), where)
        if not statement.skipped:
            words = self.tr("Every row was understood")
            yield IconLine(look, "proven", "ok", words)
        else:
            words = Counts().rows_not_understood(len(statement.skipped))
            yield IconLine(look, "finding", "attention", words)
        read = self.tr("Read on {moment}").format(moment=moment_words(statement.at))
        words = "  ·  ".join(filter(None, (read, bill_words(statement.bill_date))))
        yield Text(look, words, "small", "muted")
        digest = Text(look, f"SHA-256 {statement.sha256[:_DIGITS]}…", "small", "muted")
        digest.setToolTip(statement.sha256)
        yield digest

    def _total(self) -> QWidget:
        statement = self._statement
        total = amount_words(statement.sum, self._currency)
        printed = self.tr("none")
        if statement.printed_total is not None:
            printed = amount_words(statement.printed_total, self._currency)
        form = self.tr("Sum of the rows {sum}, printed total {printed}")
        words = form.format(sum=total, printed=printed)
        if statement.totals_agree is None:
            why = self.tr("Nothing to compare the sum with")
            return IconLine(self._look, "unknown", "unknown", words, why)
        if statement.totals_agree:
            return IconLine(self._look, "proven", "ok", words, self.tr("They agree"))
        why = self.tr("They do not agree: a row may be missing or misread")
        return IconLine(self._look, "finding", "attention", words, why)


class OwnerCard(Box):
    """Whose statement it is; `assigned` tells the number of the card, 0 for none."""

    assigned = Signal(int)

    def __init__(
        self, look: Look, statement: ImportedStatement, names: CardNames
    ) -> None:
        super().__init__(look, "card", gap=8)
        self._numbers = (0, *names.numbers)
        field = ComboBox(look)
        field.addItems([names.of(number) for number in self._numbers])
        if statement.card in self._numbers:
            field.setCurrentIndex(self._numbers.index(statement.card))
        field.activated.connect(self._tell)
        self.add(section(look, self.tr("Which card it is of")))
        issuer = names.issuer(statement.issuer)
        if issuer:
            self.add(IconLine(look, "card", "muted", issuer))
        hint = self.tr("Say it where two cards look alike; it can be changed later.")
        self.add(Labelled(look, self.tr("Card of this statement"), field, hint))
        if len(statement.cards) > 1:
            form = self.tr("Its rows name several cards: {cards}")
            listed = QCoreApplication.translate("Listing", ", ").join(
                map(names.of, statement.cards)
            )
            self.add(Text(look, form.format(cards=listed), "small", "muted"))
        self.body.addStretch()

    def _tell(self, number: int) -> None:
        self.assigned.emit(self._numbers[number])


class SkippedCard(Box):
    """The rows that were not understood, one by one."""

    def __init__(self, look: Look, statement: ImportedStatement) -> None:
        super().__init__(look, "card", gap=6)
        skipped = statement.skipped
        title = self.tr("%n row(s) were not understood", "", len(skipped))
        words = self.tr(
            "A charge in them is not part of any sum here: look whether one is yours."
        )
        self.add(section(look, title), Text(look, words, "small", "muted"))
        lines = [partial(self._line, look, row) for row in skipped]
        self.add(Unfolding(look, lines, first=_SHOWN, gap=6))

    def _line(self, look: Look, row: Skipped) -> QWidget:
        where = self.tr("Row {row}").format(row=row.row)
        why = not_understood_words(row.why)
        line = IconLine(look, "finding", "attention", where, why)
        if not row.text:
            return line
        return Box(look, "plain", pad=0, gap=6).add(line, Text(look, row.text, "small"))
