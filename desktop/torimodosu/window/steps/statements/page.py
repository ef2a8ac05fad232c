"""The page of the statement log."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from torimodosu.recovery.plan.cards import open_charges
from torimodosu.recovery.plan.preparation import AT_HAND, MINUTES
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.steps import Phase, Step
from torimodosu.window.card_months import CardMonths
from torimodosu.window.dropped import FileKind
from torimodosu.window.kit.blocks import section
from torimodosu.window.kit.boxes import Box
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.file_choice import asked_files
from torimodosu.window.kit.files import DropZone
from torimodosu.window.kit.header import Heading
from torimodosu.window.kit.job_card import JobCard
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.states import Empty, Failure
from torimodosu.window.page import Action, Buttons, Page
from torimodosu.window.statement_results import StatementResults, stopped_note
from torimodosu.window.steps.statements.charges import ChargesCard
from torimodosu.window.steps.statements.closer import CloserLook, Tools
from torimodosu.window.steps.statements.columns_look import ColumnsLook
from torimodosu.window.steps.statements.listing import statements_table
from torimodosu.window.steps.statements.title import title_of, why_of
from torimodosu.window.words.card_names import CardNames
from torimodosu.window.words.way import at_hand_list, minutes_words, phase_name

_FILES = "CSV, OFX, QIF, PDF (*.csv *.tsv *.txt *.ofx *.qfx *.qif *.pdf)"


class StatementsPage(Page):
    """Reads statements, and shows what was read: one of them, a month, or all."""

    takes = FileKind.STATEMENT

    def __init__(self, look: Look, snapshot: Snapshot, tools: Tools) -> None:
        super().__init__(look, snapshot)
        self._tools, self._intake = tools, tools.intake
        self._closer = CloserLook(look, snapshot, tools)
        self._closer.setParent(self)
        self._closer.changed.connect(self.rebuild)
        self._closer.moved.connect(self._show_closer)
        self._columns = ColumnsLook(look, tools.jobs, tools.columns)
        self._columns.setParent(self)
        self._columns.changed.connect(self.rebuild)
        self._columns.moved.connect(self._show_closer)
        self._columns.told.connect(self._read_again)
        self._zone: DropZone | None = None
        self._card: JobCard | None = None
        self._was_running = self._intake.is_running
        self._intake.changed.connect(self._follow_intake)

    def heading(self) -> Heading:
        """Say what is read, and what is not."""
        inside = self._inside()
        if inside is not None:
            return inside.heading()
        return Heading(
            phase=phase_name(Phase.WATCH),
            title=title_of(self.snapshot, is_reading=self._intake.is_running),
            why=why_of(self.snapshot, is_reading=self._intake.is_running),
            minutes=minutes_words(MINUTES[Step.STATEMENTS]),
            hand=at_hand_list(AT_HAND[Step.STATEMENTS]),
        )

    def parts(self) -> Sequence[QWidget]:
        """Show what was read, or what the person looks into."""
        self._zone = self._card = None
        if self.snapshot.case is None:
            return [self._nothing()]
        inside = self._inside()
        if inside is not None:
            return inside.parts()
        return [
            *self._reading(),
            *self._open_charges(),
            *self._months(),
            *self._list(),
        ]

    def buttons(self) -> Buttons:
        """Lead on once all is read; lead back from a closer look."""
        if self.snapshot.case is None:
            return Buttons()
        inside = self._inside()
        if inside is not None:
            return inside.buttons()
        choose = Action(words=self.tr("Choose files"), run=self._choose, icon="drop")
        if not self.snapshot.statements:
            return Buttons(primary=choose)
        every = Action(words=self.tr("Every charge"), run=self._closer.open_log)
        return Buttons(primary=choose, secondary=every)

    def help_words(self) -> str:
        """Say what can be brought, and what happens with it."""
        return self.tr(
            "Save the statement on the company's page as CSV, or as PDF, and drop it"
            " here. What was read twice counts once. Nothing is sent anywhere."
        )

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show what is known now, of what is looked into too."""
        if snapshot.case != self.snapshot.case:
            self._columns.close()
        before, self.snapshot = self.snapshot, snapshot
        self._closer.follow(snapshot)
        is_same = (before.case, before.statements) == (
            snapshot.case,
            snapshot.statements,
        )
        if not is_same or self._columns.is_open or not self._closer.refill():
            super().show_snapshot(snapshot)

    def take_files(self, paths: Sequence[str]) -> None:
        """Read dropped statements."""
        if self.snapshot.case is not None:
            self._intake.start(self.snapshot.case, paths)

    def hover_files(self, *, is_over: bool) -> None:
        """Show in the zone that statements may be let go."""
        if self._zone is not None:
            self._zone.welcome(is_over=is_over)

    def _inside(self) -> ColumnsLook | CloserLook | None:
        if self._columns.is_open:
            return self._columns
        return self._closer if self._closer.is_open else None

    def _reading(self) -> list[QWidget]:
        if self._intake.is_running:
            self._card = JobCard(self.look, self.tr("Reading your statements"))
            self._card.cancelled.connect(self._intake.cancel)
            self._show_progress()
            return [self._card]
        choose = Button(self.look, self.tr("Choose files"), "secondary", "folder")
        choose.clicked.connect(self._choose)
        title = self.tr("Drop statements here")
        words = self.tr("CSV, OFX, QIF or PDF, of cards and banks, several at once")
        self._zone = DropZone(self.look, title, words, choose)
        self._zone.dropped.connect(self.take_files)
        return [self._zone, *self._results()]

    def _results(self) -> list[QWidget]:
        if self._intake.error is not None:
            what = self.tr("The statements could not be read to their end")
            safe = self.tr("What was kept is safe. Bring the files once more.")
            return [Failure(self.look, what, safe)]
        if self._intake.was_stopped:
            return [stopped_note(self.look)]
        if self._intake.result is None:
            return []
        results = StatementResults(self.look, self._intake.result, self._names())
        results.opened.connect(self._closer.open_statement)
        results.columns_asked.connect(self._columns.open)
        return [results]

    def _open_charges(self) -> list[QWidget]:
        """Show the charges that a word of the person is wanted about."""
        work = self.snapshot.card_work
        keys = open_charges(self.snapshot)
        if work is None or not keys:
            return []
        card = ChargesCard(self.look, title=self.tr("These need a look"))
        charges = [work.charges[key] for key in keys if key in work.charges]
        card.show_charges(charges, self.snapshot, self._names())
        card.judged.connect(self._closer.judge)
        return [card]

    def _months(self) -> list[QWidget]:
        work = self.snapshot.card_work
        if work is None or not work.watch.cells:
            return []
        months = CardMonths(self.look, work.watch, self._names())
        months.opened.connect(self._closer.open_month)
        return [months]

    def _list(self) -> list[QWidget]:
        statements = self.snapshot.statements
        if not statements:
            return []
        every = Button(self.look, self.tr("Every charge"), "link", "next")
        every.clicked.connect(self._closer.open_log)
        title = self.tr("%n statement(s) read", "", len(statements))
        table = statements_table(self.look, statements, self._names())
        table.opened.connect(self._open_statement)
        card = Box(self.look, "card", gap=8)
        return [card.add(section(self.look, title, every), table)]

    def _nothing(self) -> Empty:
        go = Button(self.look, self.tr("Five questions"), "secondary", "flag")
        go.clicked.connect(self._ask)
        title = self.tr("The statements will be here")
        words = self.tr("Answer the five questions first. Then bring the statements.")
        return Empty(self.look, "paper", title, words, go)

    def _names(self) -> CardNames:
        return CardNames(self.snapshot, self._tools.catalogue)

    def _follow_intake(self) -> None:
        """Show that the reading began or ended, or how far it is."""
        if self._intake.is_running is self._was_running and self._card is not None:
            self._show_progress()
        else:
            self._was_running = self._intake.is_running
            self.rebuild()

    def _show_progress(self) -> None:
        if self._card is not None:
            detail = self.tr("You can go on with other things meanwhile.")
            done, total = self._intake.done, self._intake.total
            self._card.show_progress(done, total, detail=detail, left="")

    def _choose(self) -> None:
        title = self.tr("Which statements?")
        paths = asked_files(self, title, _FILES)
        if paths:
            self.take_files(paths)

    def _open_statement(self, number: str, _column: int) -> None:
        self._closer.open_statement(int(number))

    def _read_again(self, path: str) -> None:
        self.take_files([path])

    def _show_closer(self) -> None:
        self.rebuild()
        self.go_to_top()

    def _ask(self) -> None:
        self.place_chosen.emit(Step.QUESTIONS)
