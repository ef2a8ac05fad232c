"""The page on which the kept mails are compared with their seal."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from torimodosu.recovery.case.case import Case
from torimodosu.recovery.plan.preparation import MINUTES
from torimodosu.recovery.plan.proof import (
    are_faults_accepted,
    has_faults,
    is_proven,
)
from torimodosu.recovery.plan.snapshot import Snapshot, Verification
from torimodosu.recovery.plan.steps import Phase, Step
from torimodosu.window.activities.evidence_check import Ended, EvidenceCheck
from torimodosu.window.evidence_words import FaultCounts, ended_words
from torimodosu.window.kit.blocks import Callout, IconLine, section
from torimodosu.window.kit.boxes import Box, Row, Wrapped
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.file_choice import Use, asked_folder
from torimodosu.window.kit.header import Heading
from torimodosu.window.kit.job_card import JobCard
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.states import Empty, Failure
from torimodosu.window.kit.text import Text
from torimodosu.window.kit.tokens import Colour
from torimodosu.window.page import Action, Buttons, Page
from torimodosu.window.steps.check_evidence.harms import harm_parts
from torimodosu.window.steps.check_evidence.mending import mending_parts
from torimodosu.window.words.dates import moment_words
from torimodosu.window.words.way import minutes_words, phase_name


class CheckEvidencePage(Page):
    """Verifies the archive, opens it, and copies it to a stick.

    `said` and `taken_back` tell Step.CHECK_EVIDENCE: that faults cannot be mended.
    """

    said = Signal(object)
    taken_back = Signal(object)

    def __init__(
        self,
        look: Look,
        snapshot: Snapshot,
        *,
        check: EvidenceCheck,
        folder_of: Callable[[Case], Path],
    ) -> None:
        super().__init__(look, snapshot)
        self._check, self._folder_of = check, folder_of
        self._card: JobCard | None = None
        check.changed.connect(self.rebuild)
        check.progressed.connect(self._show_progress)

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
        if self._check.is_running:
            return [self._running()]
        harms = self._harms()
        mending = mending_parts(
            self.look, self.snapshot, self._say, is_told=bool(harms)
        )
        row = Row(self.look, self._state(), self._what_it_is(), below=640).share(1, 1)
        return [*self._ended(), *harms, *mending, row]

    def buttons(self) -> Buttons:
        """Check first, then lead on."""
        if not any(self.snapshot.kept.values()):
            return Buttons()
        why = self.tr("Available when this has ended") if self._check.is_running else ""
        check = Action(words=self.tr("Check now"), run=self._verify, held_back=why)
        if has_faults(self.snapshot) and not self._check.is_running:
            return self._buttons_of_faults(check)
        if not self._is_whole():
            return Buttons(primary=check)
        following = Action(words=self.tr("Next"), run=self._go_on, icon="arrow")
        return Buttons(primary=following, secondary=check)

    def _buttons_of_faults(self, check: Action) -> Buttons:
        """Lead to the mails, which are kept anew; or on, where that is of no use."""
        if not are_faults_accepted(self.snapshot):
            words = self.tr("Read your mail again")
            again = Action(words=words, run=self._read_mail)
            return Buttons(primary=check, secondary=again)
        following = Action(words=self.tr("Next"), run=self._go_on, icon="arrow")
        undo = Action(words=self.tr("Not so after all"), run=self._take_back)
        return Buttons(primary=following, secondary=undo)

    def _title(self) -> str:
        if self._check.is_running:
            return self.tr("Comparing the mails with their seal")
        if self._is_whole():
            return self.tr("The evidence is whole")
        known = self.snapshot.verification
        if known is None or not has_faults(self.snapshot):
            return self.tr("Is the evidence whole?")
        is_accepted = are_faults_accepted(self.snapshot)
        return FaultCounts().title(known.faults, is_accepted=is_accepted)

    def _is_whole(self) -> bool:
        return is_proven(Step.CHECK_EVIDENCE, self.snapshot)

    def _running(self) -> JobCard:
        title = self.tr("Comparing the mails with their seal")
        if self._check.is_copying:
            title = self.tr("Copying the evidence")
        self._card = JobCard(self.look, title)
        self._card.cancelled.connect(self._check.cancel)
        return self._card

    def _ended(self) -> list[QWidget]:
        ended = self._check.ended
        if ended is None:
            return []
        title, words = ended_words(ended)
        if ended is Ended.COPY_WHOLE:
            return [Callout(self.look, "ok", title, words)]
        return [Failure(self.look, title, words)]

    def _harms(self) -> list[Callout]:
        """Return what the newest check has found, unless mails were read since."""
        result, snapshot = self._check.result, self.snapshot
        if result is None or snapshot.case is None:
            return []
        is_newest = result.verification == snapshot.verification
        read_at = snapshot.read_at
        if not is_newest or (read_at and read_at > result.verification.at):
            return []
        folder = self._folder_of(snapshot.case)
        return harm_parts(self.look, result.harms, folder, self._open_folder)

    def _state(self) -> QWidget:
        card = Box(self.look, "card", gap=8)
        card.add(section(self.look, self.tr("How it stands")))
        count = self.tr("%n mail(s) are kept", "", sum(self.snapshot.kept.values()))
        known = self.snapshot.verification
        tint: Colour = "muted" if known is not None and known.faults else "ok"
        card.add(IconLine(self.look, "archive", tint, count))
        if known is None:
            words = self.tr("Not compared with its seal yet")
            card.add(IconLine(self.look, "waiting", "unknown", words))
        else:
            card.add(self._verification_line(known))
            if known.faults and self._check.result is None:
                words = self.tr("“Check now” shows what it is")
                card.add(IconLine(self.look, "info", "muted", words))
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
        card.add(Text(self.look, words), Wrapped(self.look, show, copy))
        card.body.addStretch()
        return card

    def _verify(self) -> None:
        if self.snapshot.case is not None:
            self._check.verify(self.snapshot.case)

    def _choose_target(self) -> None:
        title = self.tr("Where shall the copy go?")
        folder = asked_folder(self, title, Use.WRITE)
        if folder and self.snapshot.case is not None:
            self._check.copy_to(self.snapshot.case, Path(folder))

    def _say(self) -> None:
        self.said.emit(Step.CHECK_EVIDENCE)

    def _take_back(self) -> None:
        self.taken_back.emit(Step.CHECK_EVIDENCE)

    def _show_progress(self, done: int, total: int) -> None:
        if self._card is not None:
            detail = self.tr("You can go on with other things meanwhile.")
            self._card.show_progress(done, total, detail=detail, left="")

    def _open_list(self) -> None:
        case = self.snapshot.case
        if case is not None:
            page = self._folder_of(case) / "data" / "index.html"
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(page)))

    def _open_folder(self) -> None:
        case = self.snapshot.case
        if case is not None:
            folder = str(self._folder_of(case))
            QDesktopServices.openUrl(QUrl.fromLocalFile(folder))

    def _read_mail(self) -> None:
        self.place_chosen.emit(Step.READ_MAIL)

    def _go_on(self) -> None:
        self.place_chosen.emit(Step.SORT_ORDERS)
