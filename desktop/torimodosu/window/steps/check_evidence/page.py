"""The page on which the kept mails are compared with their seal."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from torimodosu.plain import to_plain
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.plan.preparation import MINUTES
from torimodosu.recovery.plan.snapshot import Snapshot, Verification
from torimodosu.recovery.plan.steps import Phase, Step
from torimodosu.recovery.plan.tasks import EvidenceVerified, ForCase, Task
from torimodosu.recovery.progress import Progress
from torimodosu.window.dates import moment_words
from torimodosu.window.jobs import Heavy, Job, JobRunner
from torimodosu.window.kit.blocks import Callout, IconLine, section
from torimodosu.window.kit.boxes import Box, Row
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.header import Heading
from torimodosu.window.kit.job_card import JobCard
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.states import Empty, Failure
from torimodosu.window.kit.text import Text
from torimodosu.window.page import Action, Buttons, Page
from torimodosu.window.steps.check_evidence.words import fault_words
from torimodosu.window.way import minutes_words, phase_name

CopyEvidence = Callable[[Case, Path, Progress], int]
COPY_NAME = "torimodosu-evidence"
_FAULTS_SHOWN = 10


class CheckEvidencePage(Page):
    """Verifies the archive, opens it, and copies it to a stick.

    `verified` tells that a verification was kept.
    """

    verified = Signal()

    def __init__(
        self,
        look: Look,
        snapshot: Snapshot,
        *,
        jobs: JobRunner,
        folder_of: Callable[[Case], Path],
        copy: CopyEvidence,
    ) -> None:
        super().__init__(look, snapshot)
        self._jobs, self._folder_of, self._copy = jobs, folder_of, copy
        self._job: Job | None = None
        self._card: JobCard | None = None
        self._is_copying = False
        self._result: EvidenceVerified | None = None
        self._end: tuple[str, str, bool] | None = None

    def heading(self) -> Heading:
        """Say whether the evidence is whole."""
        why = self.tr("We compare every kept mail, byte for byte, with its seal.")
        return Heading(
            phase=phase_name(Phase.SAVE),
            title=self._title(),
            why=why,
            minutes=minutes_words(MINUTES[Step.CHECK_EVIDENCE]),
        )

    def parts(self) -> Sequence[QWidget]:
        """Show the running job, or the last result and what can be done."""
        self._card = None
        if not any(self.snapshot.kept.values()):
            go = Button(self.look, self.tr("Read your mail"), "secondary", "mail")
            go.clicked.connect(self._read_mail)
            title = self.tr("The evidence will be here")
            words = self.tr("Drop your mail first.")
            return [Empty(self.look, "archive", title, words, go)]
        if self._job is not None:
            return [self._running()]
        row = Row(self.look, self._state(), self._what_it_is(), below=640).share(1, 1)
        return [*self._ended(), row]

    def buttons(self) -> Buttons:
        """Check first, then lead on."""
        if not any(self.snapshot.kept.values()):
            return Buttons()
        why = self.tr("Available when this has ended") if self._job else ""
        check = Action(words=self.tr("Check now"), run=self._verify, held_back=why)
        if not self._is_whole():
            return Buttons(primary=check)
        following = Action(words=self.tr("Next"), run=self._go_on, icon="arrow")
        return Buttons(primary=following, secondary=check)

    def _title(self) -> str:
        if self._job is not None:
            return self.tr("Comparing the mails with their seal")
        if self._is_whole():
            return self.tr("The evidence is whole")
        known = self.snapshot.verification
        if known is not None and known.faults:
            return self.tr(
                "%n thing(s) are no longer as they were kept", "", known.faults
            )
        return self.tr("Is the evidence whole?")

    def _is_whole(self) -> bool:
        known, seal = self.snapshot.verification, self.snapshot.seal
        is_new = known is not None and seal is not None and known.at >= seal.at
        return is_new and known is not None and known.faults == 0

    def _running(self) -> JobCard:
        title = self.tr("Comparing the mails with their seal")
        if self._is_copying:
            title = self.tr("Copying the evidence")
        self._card = JobCard(self.look, title)
        self._card.cancelled.connect(self._cancel)
        return self._card

    def _ended(self) -> list[QWidget]:
        if self._end is None:
            return []
        title, words, is_good = self._end
        if is_good:
            return [Callout(self.look, "ok", title, words)]
        return [Failure(self.look, title, words)]

    def _state(self) -> QWidget:
        card = Box(self.look, "card", gap=8)
        card.add(section(self.look, self.tr("How it stands")))
        count = self.tr("%n mail(s) are kept", "", sum(self.snapshot.kept.values()))
        card.add(IconLine(self.look, "archive", "ok", count))
        known = self.snapshot.verification
        if known is None:
            words = self.tr("Not compared with its seal yet")
            card.add(IconLine(self.look, "waiting", "unknown", words))
        else:
            card.add(self._verification_line(known))
        faults = self._result.faults if self._result is not None else ()
        for fault in faults[:_FAULTS_SHOWN]:
            line = IconLine(self.look, "finding", "attention", fault_words(fault))
            card.add(line)
        card.body.addStretch()
        return card

    def _verification_line(self, known: Verification) -> IconLine:
        at = moment_words(known.at)
        if known.faults:
            words = self.tr("%n fault(s) found at {time}", "", known.faults)
            return IconLine(self.look, "finding", "attention", words.format(time=at))
        if not self._is_whole():
            words = self.tr("Whole at {time}; mails were added since").format(time=at)
            return IconLine(self.look, "clock", "unknown", words)
        words = self.tr("Every byte as it came, checked at {time}").format(time=at)
        return IconLine(self.look, "proven", "ok", words)

    def _what_it_is(self) -> QWidget:
        card = Box(self.look, "card", gap=8)
        card.add(section(self.look, self.tr("What to do with it")))
        words = self.tr(
            "The archive holds each mail as it came, with its headers, and a list that"
            " any browser opens. Police and card companies can check it without this"
            " program. Put a copy on a stick and keep it for a year."
        )
        show = Button(self.look, self.tr("Open the list"), "secondary", "paper")
        show.clicked.connect(self._open_list)
        copy = Button(self.look, self.tr("Copy it to a stick"), "secondary", "copy")
        copy.clicked.connect(self._choose_target)
        buttons = Row(self.look, show, copy, gap=8, below=380)
        buttons.line.addStretch()
        card.add(Text(self.look, words), buttons)
        card.body.addStretch()
        return card

    def _verify(self) -> None:
        case = self.snapshot.case
        if case is None or self._job is not None:
            return
        work = Heavy(
            name=Task.VERIFY_EVIDENCE.value,
            arguments=to_plain(ForCase(case=case)),
            result=EvidenceVerified,
        )
        self._start(is_copying=False)
        self._job = self._jobs.run(
            work,
            on_done=self._show_result,
            on_failed=self._show_failure,
            on_progress=self._show_progress,
            on_cancelled=self._stop,
        )
        self.rebuild()

    def _choose_target(self) -> None:
        title = self.tr("Where shall the copy go?")
        folder = QFileDialog.getExistingDirectory(self, title)
        if folder:
            self.copy_to(Path(folder))

    def copy_to(self, folder: Path) -> None:
        """Copy the archive into a new folder below *folder*, and check the copy."""
        case = self.snapshot.case
        if case is None or self._job is not None:
            return
        target = _free_name(folder)
        self._start(is_copying=True)
        self._job = self._jobs.run(
            partial(self._copy, case, target),
            on_done=self._show_copied,
            on_failed=self._show_failure,
            on_progress=self._show_progress,
            on_cancelled=self._stop,
        )
        self.rebuild()

    def _start(self, *, is_copying: bool) -> None:
        self._is_copying, self._end = is_copying, None

    def _show_progress(self, done: int, total: int) -> None:
        if self._card is not None:
            detail = self.tr("You can go on with other things meanwhile.")
            self._card.show_progress(done, total, detail=detail, left="")

    def _show_result(self, result: EvidenceVerified) -> None:
        self._job, self._result = None, result
        self.verified.emit()
        self.rebuild()

    def _show_copied(self, faults: int) -> None:
        self._job = None
        title = self.tr("The copy is whole")
        words = self.tr("It was read back and compared. You can take the stick out.")
        self._end = (title, words, True)
        if faults:
            title = self.tr("The copy is not like the original")
            self._end = (title, self.tr("Use another stick, and copy again."), False)
        self.rebuild()

    def _show_failure(self, _error: Exception) -> None:
        self._job = None
        what = self.tr("It did not come to its end")
        if self._is_copying:
            what = self.tr("The copy could not be made")
        safe = self.tr(
            "The archive itself is safe. See that there is room and that the place can"
            " be written, then try once more."
        )
        self._end = (what, safe, False)
        self.rebuild()

    def _stop(self) -> None:
        self._job = None
        self.rebuild()

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _open_list(self) -> None:
        case = self.snapshot.case
        if case is not None:
            page = self._folder_of(case) / "data" / "index.html"
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(page)))

    def _read_mail(self) -> None:
        self.place_chosen.emit(Step.READ_MAIL)

    def _go_on(self) -> None:
        self.place_chosen.emit(Step.SORT_ORDERS)


def _free_name(folder: Path) -> Path:
    """Return a name below *folder* that nothing has yet."""
    target, number = folder / COPY_NAME, 1
    while target.exists():
        number += 1
        target = folder / f"{COPY_NAME}-{number}"
    return target
