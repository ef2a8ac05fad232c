"""What the person looks into: one statement, one month of a card, or the whole log."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from torimodosu.recovery.catalogue.catalogue import Catalogue
from torimodosu.recovery.orders.order import Ownership
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.steps import Phase
from torimodosu.recovery.statements.column_sample import StatementColumns
from torimodosu.recovery.statements.log import ImportedStatement, LoggedCharge
from torimodosu.recovery.statements.ports import StatementLog
from torimodosu.recovery.statements.watch import CardMonth
from torimodosu.window.activities.statement_intake import StatementIntake
from torimodosu.window.card_months import month_state_words
from torimodosu.window.jobs import JobRunner
from torimodosu.window.kit.boxes import Row
from torimodosu.window.kit.header import Heading
from torimodosu.window.kit.look import Look
from torimodosu.window.notes.cards import CardNotes
from torimodosu.window.page import Action, Buttons
from torimodosu.window.ports import SaveCharges
from torimodosu.window.steps.statements.charge_reader import ChargeReader, Wanted
from torimodosu.window.steps.statements.charges import ChargesCard
from torimodosu.window.steps.statements.log import LogFilter, months_of, wanted_of
from torimodosu.window.steps.statements.one_month import OneMonth
from torimodosu.window.steps.statements.one_statement import (
    OwnerCard,
    ReadingCard,
    SkippedCard,
)
from torimodosu.window.steps.statements.saving import Saving
from torimodosu.window.steps.statements.words import days_words
from torimodosu.window.words.card_names import CardNames
from torimodosu.window.words.dates import month_words
from torimodosu.window.words.way import phase_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Tools:
    """What the page works with."""

    catalogue: Catalogue
    notes: CardNotes
    intake: StatementIntake
    jobs: JobRunner
    log: StatementLog
    save_charges: SaveCharges
    columns: StatementColumns


@dataclass(frozen=True, slots=True, kw_only=True)
class OneOf:
    """What is looked into: a statement by its number, or a month of a card."""

    statement: int = 0
    card: int = 0
    month: date | None = None


# Every charge.
LOG = OneOf()


class CloserLook(QObject):
    """The one thing that is looked into.

    `moved` tells that it is another one, `changed` that there is more to show of it.
    """

    moved = Signal()
    changed = Signal()

    def __init__(self, look: Look, snapshot: Snapshot, tools: Tools) -> None:
        super().__init__()
        self._look, self._snapshot, self._tools = look, snapshot, tools
        self._way: list[OneOf] = []
        self._filter = Wanted()
        self._charges: tuple[LoggedCharge, ...] | None = None
        self._card: ChargesCard | None = None
        self._reader = ChargeReader(tools.jobs, tools.log)
        self._reader.setParent(self)
        self._reader.shown.connect(self._show_charges)
        self._saving = Saving(tools.jobs, tools.save_charges)
        self._saving.setParent(self)
        self._saving.changed.connect(self.changed)

    @property
    def is_open(self) -> bool:
        """Tell whether the person looks into something."""
        return bool(self._way)

    def open(self, subject: OneOf) -> None:
        """Look into *subject*."""
        self._way.append(subject)
        self._begin()

    def open_statement(self, number: int) -> None:
        """Look into a statement."""
        self.open(OneOf(statement=number))

    def open_month(self, card: int, month: date) -> None:
        """Look into a month of a card."""
        self.open(OneOf(card=card, month=month))

    def open_log(self) -> None:
        """Look at every charge, of the newest month at first."""
        months = months_of(self._snapshot.statements)
        self._filter = wanted_of(None, months[0] if months else None)
        self.open(LOG)

    def step_back(self) -> None:
        """Go back to what was looked into before."""
        self._way.pop()
        self._begin()

    def follow(self, snapshot: Snapshot) -> None:
        """Look at the same as it is now; close what is of another case."""
        before, self._snapshot = self._snapshot, snapshot
        if snapshot.case != before.case:
            self._way.clear()
        elif snapshot.statements != before.statements:
            self._fetch()

    def refill(self) -> bool:
        """Show the newest words about the charges, at the place of the person.

        Tells whether that is all there is to show anew.
        """
        if not self._way or self._card is None or self._charges is None:
            return False
        self._card.show_charges(self._charges, self._snapshot, self._names())
        return True

    def heading(self) -> Heading:
        """Say what is looked into."""
        subject, names = self._way[-1], self._names()
        statement, month = self._statement(subject), self._month(subject)
        title = self.tr("Every charge that was read")
        why = self.tr("Say which are yours with M, which are not with N.")
        if statement is not None:
            title, why = statement.name, days_words(statement)
        elif month is not None:
            form = self.tr("{card}, {month}")
            title = form.format(
                card=names.of(month.card), month=month_words(month.month)
            )
            why = month_state_words(month)
        return Heading(phase=phase_name(Phase.WATCH), title=title, why=why)

    def parts(self) -> Sequence[QWidget]:
        """Show what is looked into."""
        subject = self._way[-1]
        statement, month = self._statement(subject), self._month(subject)
        if statement is not None:
            return self._statement_parts(statement)
        if month is not None:
            one = OneMonth(self._look, month, self._snapshot.statements, self._names())
            one.opened.connect(self.open_statement)
            one.said.connect(self._say_of_month)
            return [one]
        chosen = LogFilter(
            self._look, self._filter, self._snapshot.statements, self._names()
        )
        chosen.chosen.connect(self._choose)
        chosen.save_asked.connect(self._save)
        return [chosen.tell(self._saving), self._charges_card(0)]

    def buttons(self) -> Buttons:
        """Lead back."""
        words = self.tr("Back to the statements")
        return Buttons(primary=Action(words=words, run=self.step_back))

    def _statement_parts(self, statement: ImportedStatement) -> list[QWidget]:
        look = self._look
        owner = OwnerCard(look, statement, self._names())
        owner.assigned.connect(self._assign)
        reading = ReadingCard(look, statement, currency=self._currency())
        parts: list[QWidget] = [Row(look, reading, owner, below=720).share(3, 2)]
        if statement.skipped:
            parts.append(SkippedCard(look, statement))
        return [*parts, self._charges_card(statement.number)]

    def _charges_card(self, statement: int) -> ChargesCard:
        card = ChargesCard(self._look, statement=statement)
        if self._charges is not None:
            card.show_charges(self._charges, self._snapshot, self._names())
        card.judged.connect(self.judge)
        self._card = card
        return card

    def _names(self) -> CardNames:
        return CardNames(self._snapshot, self._tools.catalogue)

    def _statement(self, subject: OneOf) -> ImportedStatement | None:
        known = self._snapshot.statements
        return next((one for one in known if one.number == subject.statement), None)

    def _month(self, subject: OneOf) -> CardMonth | None:
        work = self._snapshot.card_work
        cells = () if work is None else work.watch.cells
        wanted = (subject.card, subject.month)
        return next((one for one in cells if (one.card, one.month) == wanted), None)

    def _currency(self) -> str:
        """Return that of the charges that are shown, else yen."""
        shown = self._charges or ()
        return next((one.charge.currency for one in shown), "JPY")

    def _begin(self) -> None:
        self._charges = self._card = None
        self._fetch()
        self.moved.emit()

    def _fetch(self) -> None:
        case = self._snapshot.case
        if case is None or not self._way:
            return
        subject = self._way[-1]
        statement = self._statement(subject)
        if statement is not None:
            self._reader.fetch(
                case,
                Wanted(
                    first=statement.first,
                    last=statement.last,
                    statement=statement.number,
                ),
            )
        elif subject == LOG:
            self._reader.fetch(case, self._filter)

    def _show_charges(self, charges: tuple[LoggedCharge, ...]) -> None:
        self._charges = charges
        self.changed.emit()

    def _choose(self, wanted: Wanted) -> None:
        self._filter = wanted
        self._begin()

    def _save(self, path: str) -> None:
        names = self._names()
        cards = {number: names.of(number) for number in names.numbers}
        if self._snapshot.case is not None:
            self._saving.start(self._snapshot.case, Path(path), cards)

    def judge(self, verdict: Ownership, keys: tuple[str, ...]) -> None:
        """Keep whose the charges with *keys* are."""
        for key in keys:
            self._tools.notes.say_of_charge(key, is_mine=verdict is Ownership.MINE)

    def _assign(self, card: int) -> None:
        self._tools.notes.assign(self._way[-1].statement, card)

    def _say_of_month(self, is_clean: bool) -> None:  # noqa: FBT001 -- a signal calls
        subject = self._way[-1]
        if subject.month is not None:
            self._tools.notes.say_of_month(
                subject.card, subject.month, is_clean=is_clean
            )
