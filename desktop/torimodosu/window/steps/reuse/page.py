"""The page of passwords that are used again."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from torimodosu.recovery.plan.preparation import AT_HAND, MINUTES
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.steps import Phase, Step
from torimodosu.window.dropped import FileKind
from torimodosu.window.guide_sheet import guide_sheets
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.file_choice import asked_file, asked_files
from torimodosu.window.kit.files import DropZone
from torimodosu.window.kit.header import Heading
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.states import Empty
from torimodosu.window.page import Action, Buttons, Page
from torimodosu.window.place import View
from torimodosu.window.steps.reuse.bringing import HowToExport
from torimodosu.window.steps.reuse.brought import Brought
from torimodosu.window.steps.reuse.leaks import LeaksCard
from torimodosu.window.steps.reuse.title import title_of, why_of
from torimodosu.window.steps.reuse.tools import Tools
from torimodosu.window.steps.reuse.work import Work
from torimodosu.window.words.way import at_hand_list, minutes_words, phase_name

_SUFFIXES = "*.csv *.json *.kdbx *.xml *.1pux *.zip *.txt"
_FILES = f"CSV, JSON, KeePass, 1Password ({_SUFFIXES})"


class ReusePage(Page):
    """Looks through exports, and leads through what is to be changed.

    `said` and `taken_back` tell Step.REUSE, for who does it with paper and pencil.
    """

    said = Signal(object)
    taken_back = Signal(object)
    takes = FileKind.PASSWORDS

    def __init__(self, look: Look, snapshot: Snapshot, tools: Tools) -> None:
        super().__init__(look, snapshot)
        self._tools, self._audit = tools, tools.audit
        tools.passwords.setParent(self)
        self._brought = Brought(look, self, tools)
        self._brought.changed.connect(self.rebuild)
        self._work = Work(look, tools)
        self._work.setParent(self)
        self._work.changed.connect(self.rebuild)
        self._work.moved.connect(self._show_from_top)
        self._zone: DropZone | None = None
        self._browser = ""

    def heading(self) -> Heading:
        """Say how many are to be changed."""
        return Heading(
            phase=phase_name(Phase.LOCK),
            title=title_of(self.snapshot, is_reading=self._audit.is_running),
            why=why_of(self.snapshot),
            minutes=minutes_words(MINUTES[Step.REUSE]),
            hand=at_hand_list(AT_HAND[Step.REUSE]),
        )

    def help_words(self) -> str:
        """Say what is kept, and what proves a change."""
        return self.tr(
            "Passwords are read out of the export and forgotten at once. Kept are the"
            " sites and the sign-in names, and a mark that tells whether the next"
            " export holds another password."
        )

    def parts(self) -> Sequence[QWidget]:
        """Show what is to be changed, or how to find that out."""
        self._zone = None
        if self.snapshot.case is None:
            return [self._nothing()]
        if self._audit.is_running:
            return [self._brought.running()]
        queue, troubled = self.snapshot.password_queue, self._brought.troubled()
        if queue is None:
            how = HowToExport(self.look, self._tools.catalogue, self._browser)
            how.chosen.connect(self._choose_browser)
            guide = guide_sheets(self.look, Step.REUSE)
            return [*troubled, self._bring(), how, *guide]
        leaks = LeaksCard(self.look, queue, can_compare=bool(self._brought.readable))
        leaks.list_asked.connect(self._choose_list)
        leaks.online_asked.connect(self._brought.ask)
        work = self._work.parts(self.snapshot, queue)
        return [*self._brought.to_delete(), *troubled, *work, leaks, self._bring()]

    def buttons(self) -> Buttons:
        """Let exports be chosen; lead on when nothing is left to change."""
        if self.snapshot.case is None or self._audit.is_running:
            return Buttons()
        following = Action(words=self.tr("Next"), run=self._go_on, icon="arrow")
        queue = self.snapshot.password_queue
        if queue is not None:
            if self._work.is_asking(self.snapshot):
                return Buttons()
            is_done = not queue.open_on(self.snapshot.at.date())
            return Buttons(primary=following) if is_done else Buttons()
        choose = Action(words=self.tr("Choose files"), run=self._choose, icon="drop")
        if Step.REUSE in self.snapshot.said:
            undo = Action(words=self.tr("Not done after all"), run=self._take_back)
            return Buttons(primary=following, secondary=undo)
        by_hand = Action(words=self.tr("I did it by hand"), run=self._say)
        return Buttons(primary=choose, secondary=by_hand)

    def take_files(self, paths: Sequence[str]) -> None:
        """Look through dropped exports."""
        if self.snapshot.case is not None:
            self._brought.read(self.snapshot.case, paths)

    def hover_files(self, *, is_over: bool) -> None:
        """Show in the zone that exports may be let go."""
        if self._zone is not None:
            self._zone.welcome(is_over=is_over)

    def hideEvent(self, event: QHideEvent) -> None:
        """Forget the new password when the page is left."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._work.desk.forget()

    def _nothing(self) -> QWidget:
        go = Button(self.look, self.tr("Five questions"), "secondary", "flag")
        go.clicked.connect(self._ask)
        title = self.tr("The passwords to change will be here")
        words = self.tr("Answer the five questions first. Then bring an export.")
        return Empty(self.look, "key", title, words, go)

    def _bring(self) -> QWidget:
        choose = Button(self.look, self.tr("Choose files"), "secondary", "folder")
        choose.clicked.connect(self._choose)
        title = self.tr("Drop an export of your passwords here")
        words = self.tr(
            "CSV, JSON or KeePass, of a browser or a password manager, several at once"
        )
        queue = self.snapshot.password_queue
        if queue is not None:
            title = self.tr("Drop the next export here")
            words = self.tr("It proves which passwords are changed by now")
        if queue is not None and not queue.is_keyed:
            words = self.tr(
                "Without a keychain on this computer it cannot prove what is changed"
            )
        self._zone = DropZone(self.look, title, words, choose)
        self._zone.dropped.connect(self.take_files)
        return self._zone

    def _choose(self) -> None:
        title = self.tr("Which exports?")
        paths = asked_files(self, title, _FILES)
        if paths:
            self.take_files(paths)

    def _choose_list(self) -> None:
        title = self.tr("Which list of leaked passwords?")
        path = asked_file(self, title)
        if path:
            self._brought.compare(path)

    def _choose_browser(self, browser: str) -> None:
        self._browser = browser
        self.rebuild()

    def _show_from_top(self) -> None:
        self.rebuild()
        self.go_to_top()

    def _say(self) -> None:
        self.said.emit(Step.REUSE)

    def _take_back(self) -> None:
        self.taken_back.emit(Step.REUSE)

    def _ask(self) -> None:
        self.place_chosen.emit(Step.QUESTIONS)

    def _go_on(self) -> None:
        self.place_chosen.emit(View.OVERVIEW)
