"""Bringing statements: the zone, the job under way, and what came of each file."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from torimodosu.window.activities.statement_intake import StatementIntake
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.file_choice import asked_files
from torimodosu.window.kit.files import DropZone
from torimodosu.window.kit.job_card import JobCard
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.states import Failure
from torimodosu.window.statement_results import StatementResults, stopped_note
from torimodosu.window.troubles import trouble_words
from torimodosu.window.words.card_names import CardNames


class Reading(QObject):
    """The parts of the page about files.

    `brought` tells paths as a tuple, `asked` that a file needs a closer look, and
    `changed` that a reading began or ended.
    """

    brought = Signal(tuple)
    asked = Signal()
    changed = Signal()

    def __init__(self, look: Look, intake: StatementIntake) -> None:
        super().__init__()
        self._look, self._intake = look, intake
        self._was_running = intake.is_running
        self._zone: DropZone | None = None
        self._card: JobCard | None = None
        intake.changed.connect(self._follow)

    def news(self, names: CardNames) -> Sequence[QWidget]:
        """Return the reading under way, or what came of the last one."""
        self._card = None
        if self._intake.is_running:
            self._card = JobCard(self._look, self.tr("Reading your statements"))
            self._card.cancelled.connect(self._intake.cancel)
            self._show_progress()
            return [self._card]
        if self._intake.error is not None:
            what = self.tr("Reading stopped before the end")
            return [Failure(self._look, what, trouble_words(self._intake.error))]
        if self._intake.was_stopped:
            return [stopped_note(self._look)]
        if self._intake.result is None:
            return []
        results = StatementResults(self._look, self._intake.result, names)
        results.opened.connect(self._ask)
        results.columns_asked.connect(self._ask)
        return [results]

    def zone(self) -> DropZone:
        """Return the sign that statements are welcome."""
        choose = Button(self._look, self.tr("Choose files"), "secondary", "folder")
        choose.clicked.connect(self.choose)
        self._zone = DropZone(
            self._look,
            self.tr("Statements go here"),
            self.tr(
                "CSV, OFX, QIF or PDF, as you saved them from the card company. Several"
                " at once are fine."
            ),
            choose,
        )
        self._zone.dropped.connect(self.brought)
        return self._zone

    def forget_zone(self) -> None:
        """Drop the zone of parts that are being made anew."""
        self._zone = None

    def welcome(self, *, is_over: bool) -> None:
        """Show that files hang over the window and may be let go."""
        if self._zone is not None:
            self._zone.welcome(is_over=is_over)

    def choose(self) -> None:
        """Let the person choose files."""
        title = self.tr("Which statements?")
        kinds = self.tr("Statements")
        known = "*.csv *.tsv *.txt *.ofx *.qfx *.qif *.pdf"
        paths = asked_files(None, title, f"{kinds} ({known})")
        if paths:
            self.brought.emit(paths)

    def _ask(self) -> None:
        self.asked.emit()

    def _follow(self) -> None:
        if self._intake.is_running != self._was_running:
            self._was_running = self._intake.is_running
            self.changed.emit()
        else:
            self._show_progress()

    def _show_progress(self) -> None:
        if self._card is not None and self._intake.is_running:
            detail = self.tr("You can go on with other things meanwhile.")
            done, total = self._intake.done, self._intake.total
            self._card.show_progress(done, total, detail=detail, left="")
