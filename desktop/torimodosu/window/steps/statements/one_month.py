"""One month of one card: its statements, and the person's word that it is clean."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from torimodosu.recovery.statements.log import ImportedStatement
from torimodosu.recovery.statements.watch import CardMonth, MonthState
from torimodosu.window.kit.blocks import IconLine, section
from torimodosu.window.kit.boxes import Box, Wrapped
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.text import Text
from torimodosu.window.steps.statements.listing import statements_table
from torimodosu.window.words.card_names import CardNames
from torimodosu.window.words.dates import full_day_words


class OneMonth(Box):
    """`opened` tells the number of a statement, `said` whether the month is clean."""

    opened = Signal(int)
    said = Signal(bool)

    def __init__(
        self,
        look: Look,
        month: CardMonth,
        statements: Sequence[ImportedStatement],
        names: CardNames,
    ) -> None:
        super().__init__(look, "card", gap=10)
        self._look, self._month = look, month
        shown = [one for one in statements if one.number in month.statements]
        self.add(section(look, self.tr("What is known of it")), *self._facts())
        if shown:
            table = statements_table(look, shown, names)
            table.opened.connect(self._open)
            self.add(table)
        self.add(*self._word())

    def _facts(self) -> Iterator[QWidget]:
        look, month = self._look, self._month
        match month.state:
            case MonthState.CLEAN if month.is_said:
                words = self.tr("You noted that you looked it through")
                yield IconLine(look, "said", "unknown", words)
            case MonthState.CLEAN:
                words = self.tr("Nothing in it needs a look")
                yield IconLine(look, "proven", "ok", words)
            case MonthState.FINDINGS:
                words = self.tr("Something in it needs a look")
                yield IconLine(look, "finding", "attention", words)
            case MonthState.NOT_OUT:
                words = self.tr("The company has not published it yet")
                yield IconLine(look, "clock", "unknown", words)
            case MonthState.MISSING if month.is_open:
                words = self.tr(
                    "What was read of it was not final yet. Save it on the"
                    " company's page again"
                )
                yield IconLine(look, "waiting", "unknown", words)
            case MonthState.MISSING:
                words = self.tr("It should be out. Save it on the company's page")
                yield IconLine(look, "waiting", "unknown", words)
        if month.out_on is not None:
            words = self.tr("The statement comes out about {day}")
            day = full_day_words(month.out_on)
            yield IconLine(look, "calendar", "muted", words.format(day=day))
        if month.pays_on is not None:
            words = self.tr("The money is taken on {day}")
            day = full_day_words(month.pays_on)
            yield IconLine(look, "calendar", "muted", words.format(day=day))

    def _word(self) -> Iterator[QWidget]:
        """Offer to note that the person looked it through on paper or on a page."""
        if self._month.state is MonthState.NOT_OUT:
            return
        hint = self.tr(
            "If you read it on paper or on the company's page, you can note that. It"
            " counts as your word, not as proof."
        )
        words = self.tr("I looked it through: it is clean")
        if self._month.is_said:
            words = self.tr("Not looked through after all")
        button = Button(self._look, words, "secondary", "said")
        button.clicked.connect(self._say)
        yield Text(self._look, hint, "small", "muted")
        yield Wrapped(self._look, button)

    def _say(self) -> None:
        self.said.emit(not self._month.is_said)

    def _open(self, number: str, _column: int) -> None:
        self.opened.emit(int(number))
