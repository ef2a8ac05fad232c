"""The page on which the person drops a mailbox."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from torimodosu.recovery.mail.servers.places import is_on_server
from torimodosu.recovery.plan.looking_back import LookBack, beginning_of
from torimodosu.recovery.plan.preparation import AT_HAND, MINUTES
from torimodosu.recovery.plan.proof import has_faults, has_no_mails, is_done
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.steps import Phase, Step
from torimodosu.window.activities.intake import Intake
from torimodosu.window.dropped import FileKind
from torimodosu.window.kit.boxes import Row
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.file_choice import Use, asked_files, asked_folder
from torimodosu.window.kit.files import DropZone
from torimodosu.window.kit.header import Heading
from torimodosu.window.kit.look import Look
from torimodosu.window.page import Action, Buttons, Page
from torimodosu.window.place import View
from torimodosu.window.steps.read_mail.coverage import coverage_card, how_card
from torimodosu.window.steps.read_mail.faults import faults_parts
from torimodosu.window.steps.read_mail.further_back import FurtherBack
from torimodosu.window.steps.read_mail.no_mails import NoMails
from torimodosu.window.steps.read_mail.outcome import Outcome, turned_away_note
from torimodosu.window.steps.read_mail.provider.desk import ProviderDesk
from torimodosu.window.steps.read_mail.running import Running
from torimodosu.window.steps.read_mail.title import Title
from torimodosu.window.words.way import at_hand_list, minutes_words, phase_name


class ReadMailPage(Page):
    """Takes files, shows the intake under way, and what is kept by now.

    `said` and `taken_back` tell Step.READ_MAIL: that there are no mails.
    """

    takes = FileKind.MAIL
    said = Signal(object)
    taken_back = Signal(object)

    def __init__(
        self,
        look: Look,
        snapshot: Snapshot,
        *,
        intake: Intake,
        thunderbird: tuple[str, ...] = (),
        provider: ProviderDesk | None = None,
    ) -> None:
        super().__init__(look, snapshot)
        self._provider = provider
        self._intake = intake
        self._thunderbird = thunderbird
        self._was_running = False
        self._zone: DropZone | None = None
        self._running: Running | None = None
        intake.changed.connect(self._follow)
        if provider is not None:
            provider.setParent(self)
            provider.changed.connect(self._show_beside_job)

    def heading(self) -> Heading:
        """Say what to drop, or what is kept."""
        return Heading(
            phase=phase_name(Phase.SAVE),
            title=Title().of(self.snapshot, is_reading=self._intake.is_running),
            why=self.tr(
                "We pick out the mails about the shop and card companies and keep"
                " them unchanged. Your own mailbox is never touched."
            ),
            minutes=minutes_words(MINUTES[Step.READ_MAIL]),
            hand=at_hand_list(AT_HAND[Step.READ_MAIL]),
        )

    def parts(self) -> Sequence[QWidget]:
        """Show the drop zone, the job or its end, and what is covered."""
        self._was_running = self._intake.is_running
        self._zone = self._running = None
        case = self.snapshot.case
        how = how_card(self.look, case.answers.mail_place if case else None)
        coverage = coverage_card(
            self.look,
            self.snapshot,
            Outcome().passed_over(self._intake),
            is_reading=self._was_running,
        )
        below = Row(self.look, how, coverage, below=640).share(1, 1)
        turned_away = turned_away_note(self.look, self._intake)
        if self._was_running:
            self._running = Running(self.look, self._intake)
            return [self._running.card, *turned_away, below]
        told, third = self._from_provider()
        ended = Outcome().end(self.look, self._intake)
        faults = faults_parts(self.look, self.snapshot, self._see_faults)
        end = [*told, *ended, *turned_away, *faults]
        ways = [self._drop_zone(), *third, below, *self._further_back()]
        no_mails = self._no_mails()
        is_first = has_no_mails(self.snapshot)
        return [*end, *no_mails, *ways] if is_first else [*end, *ways, *no_mails]

    def buttons(self) -> Buttons:
        """Lead on once mails are kept, or the person says that there are none."""
        has_none = has_no_mails(self.snapshot) and not self._intake.is_running
        words = self.tr("There are some after all")
        undo = Action(words=words, run=self._take_back) if has_none else None
        following = Action(
            words=self.tr("Next"),
            run=self._go_on,
            icon="arrow",
            held_back=self._held_back(),
        )
        return Buttons(primary=following, secondary=undo)

    def _held_back(self) -> str:
        if self._intake.is_running:
            return self.tr("You can go on when reading has finished")
        is_over = is_done(Step.READ_MAIL, self.snapshot)
        if is_over or has_faults(self.snapshot):
            return ""
        return self.tr("You can go on when a mail from the shop is kept")

    def offer_thunderbird(self, folders: tuple[str, ...]) -> None:
        """Offer to read the *folders* of Thunderbird."""
        self._thunderbird = folders
        self._show_beside_job()

    def take_files(self, paths: Sequence[str]) -> None:
        """Read what was dropped, or say that something is being read."""
        case = self.snapshot.case
        if case is not None and paths and not self._intake.start(case, paths):
            self.rebuild()

    def hover_files(self, *, is_over: bool) -> None:
        """Show that the files may be let go."""
        if self._zone is not None:
            self._zone.welcome(is_over=is_over)

    def _no_mails(self) -> list[QWidget]:
        """Return what takes the word that there are no mails, or shows it."""
        if self.snapshot.case is None or any(self.snapshot.kept.values()):
            return []
        card = NoMails(self.look, self.snapshot.said.get(Step.READ_MAIL))
        card.said.connect(self._say)
        return [card]

    def _drop_zone(self) -> DropZone:
        buttons = [
            Button(self.look, self.tr("Choose files"), "secondary", "mail"),
            Button(self.look, self.tr("Choose a folder"), "secondary", "folder"),
        ]
        buttons[0].clicked.connect(self._choose_files)
        buttons[1].clicked.connect(self._choose_folder)
        if self._thunderbird:
            words = self.tr("Read Thunderbird")
            buttons.insert(0, Button(self.look, words, "secondary", "search"))
            buttons[0].clicked.connect(self._read_thunderbird)
        self._zone = DropZone(
            self.look,
            self.tr("Files or folders go here"),
            self.tr(
                "Reads mbox, eml, msg, zip, Maildir, Thunderbird and Gmail Takeout."
                " You can add more at any time."
            ),
            *buttons,
        )
        self._zone.dropped.connect(self.take_files)
        return self._zone

    def _further_back(self) -> list[QWidget]:
        """Return the card that leads to older mails of what was read."""
        case = self.snapshot.case
        if case is None or not _files_in(self.snapshot):
            return []
        card = FurtherBack(self.look, case.answers.noticed)
        card.chosen.connect(self._read_again)
        return [card]

    def _from_provider(self) -> tuple[Sequence[QWidget], Sequence[QWidget]]:
        """Return what the provider answered, and the third way to the mails."""
        if self._provider is None:
            return (), ()
        return self._provider.outcome(), self._provider.parts(self.snapshot)

    def _show_beside_job(self) -> None:
        """Make the parts anew; those of a job have neither folders nor a provider."""
        if not self._intake.is_running:
            self.rebuild()

    def _follow(self) -> None:
        if self._intake.is_running != self._was_running:
            self.rebuild()
            if self._intake.is_from_provider:  # pressed far below what is said now
                self.go_to_top()
        elif self._running is not None:
            self._running.show_numbers()

    def _choose_files(self) -> None:
        self.take_files(asked_files(self, self.tr("Which mail files?")))

    def _choose_folder(self) -> None:
        path = asked_folder(self, self.tr("Which folder?"), Use.READ)
        self.take_files([path] if path else [])

    def _read_again(self, back: LookBack) -> None:
        """Read what was read before from further back."""
        case, zone = self.snapshot.case, self.snapshot.at.tzinfo
        if case is not None and not self._intake.is_running:
            sources = _files_in(self.snapshot)
            since = beginning_of(back, case.answers.noticed, zone=zone)
            self._intake.start(case, sources, since=since)

    def _read_thunderbird(self) -> None:
        self.take_files(self._thunderbird)

    def _say(self) -> None:
        self.said.emit(Step.READ_MAIL)
        self.go_to_top()

    def _take_back(self) -> None:
        self.taken_back.emit(Step.READ_MAIL)

    def _see_faults(self) -> None:
        self.place_chosen.emit(Step.CHECK_EVIDENCE)

    def _go_on(self) -> None:
        if has_faults(self.snapshot):
            self._see_faults()
        else:
            is_over = has_no_mails(self.snapshot)
            self.place_chosen.emit(View.OVERVIEW if is_over else Step.SORT_ORDERS)


def _files_in(snapshot: Snapshot) -> Sequence[str]:
    """Return what was read on this computer, and not at a provider."""
    sources = (covered.source for covered in snapshot.covered)
    return [source for source in sources if not is_on_server(source)]
