"""Deleting a kept case: asked first, and a copy of its mails offered."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from torimodosu.recovery.case.case import Case
from torimodosu.window.activities.evidence_check import Ended, EvidenceCheck
from torimodosu.window.evidence_words import ended_words
from torimodosu.window.kit.blocks import Callout
from torimodosu.window.kit.file_choice import Use, asked_folder
from torimodosu.window.kit.job_card import JobCard
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.question import Question
from torimodosu.window.kit.states import Failure

_DELETE = 1


class Deletion(QObject):
    """Asks on *page* whether a case shall go, and copies its mails before.

    `confirmed` tells the Case to delete, `changed` that `parts` are others now.
    """

    confirmed = Signal(object)
    changed = Signal()

    def __init__(
        self,
        look: Look,
        page: QWidget,
        *,
        check: EvidenceCheck,
        is_reading: Callable[[], bool],
        folder_of: Callable[[Case], Path],
    ) -> None:
        super().__init__(page)
        self._look, self._page, self._check = look, page, check
        self._is_reading, self._folder_of = is_reading, folder_of
        self._case: Case | None = None
        self._is_held = False
        self._card: JobCard | None = None
        check.changed.connect(self.changed)
        check.progressed.connect(self._show_progress)

    def ask(self, case: Case) -> None:
        """Ask whether *case* shall go, unless its mails are being worked on."""
        self._is_held = self._is_reading() or self._check.is_running
        if self._is_held:
            self.changed.emit()
            return
        self._case = case
        delete, keep = self.tr("Delete the case"), self.tr("Keep it")
        if case.is_practice:
            question = self.tr("Delete the practice incident?")
            consequence = self.tr(
                "All of it goes from this computer; you can practise again at any time."
            )
            answers = [keep, self.tr("Delete it")]
        elif self._folder_of(case).exists():
            question = self.tr("Delete this case with its mails?")
            consequence = self.tr(
                "Your answers, the orders and the archive of the mails are erased from"
                " this computer for good; your own mailbox, and the accounts that make"
                " codes for you, stay as they are."
            )
            answers = [keep, delete, self.tr("Copy the mails first")]
        else:
            question = self.tr("Delete this case?")
            consequence = self.tr(
                "Your answers are erased from this computer for good; no mails are kept"
                " with them yet. The accounts that make codes for you stay."
            )
            answers = [keep, delete]
        dialog = Question(self._look, self._page, question, consequence, *answers)
        dialog.answered.connect(self._take_answer)
        dialog.open()

    def parts(self) -> Sequence[QWidget]:
        """Return why a case cannot go now, or how its copy gets on or has ended."""
        self._card = None
        if self._is_held and (self._is_reading() or self._check.is_running):
            title = self.tr("Its mails are in use at the moment")
            words = self.tr("Delete the case when reading or checking has finished.")
            return [Callout(self._look, "attention", title, words)]
        if not self._check.is_copying:
            return []
        if self._check.is_running:
            self._card = JobCard(self._look, self.tr("Copying the mails"))
            self._card.cancelled.connect(self._check.cancel)
            return [self._card]
        ended = self._check.ended
        if ended is None:
            return []
        title, words = ended_words(ended)
        if ended is Ended.COPY_WHOLE:
            return [Callout(self._look, "ok", title, words)]
        return [Failure(self._look, title, words)]

    def _take_answer(self, number: int) -> None:
        if self._case is None:
            return
        if number == _DELETE:
            self.confirmed.emit(self._case)
            return
        title = self.tr("Where shall the copy go?")
        folder = asked_folder(self._page, title, Use.WRITE)
        if folder:
            self._check.copy_to(self._case, Path(folder))

    def _show_progress(self, done: int, total: int) -> None:
        if self._card is not None:
            detail = self.tr("Nothing is deleted before you say so again.")
            self._card.show_progress(done, total, detail=detail, left="")
