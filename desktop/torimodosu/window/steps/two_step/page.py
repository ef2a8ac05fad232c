"""The page that sets the two-step check up, and proves it."""

from collections.abc import Sequence
from contextlib import suppress

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from torimodosu.recovery.case.ports import StoreError
from torimodosu.recovery.plan.preparation import AT_HAND, MINUTES
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.steps import Phase, Step
from torimodosu.window.dropped import FileKind
from torimodosu.window.kit.header import Heading
from torimodosu.window.kit.look import Look
from torimodosu.window.page import Action, Buttons, Page
from torimodosu.window.place import View
from torimodosu.window.steps.two_step.desk import Desk
from torimodosu.window.steps.two_step.doubles import Doubles
from torimodosu.window.steps.two_step.parts import TIME_SERVER, Parts
from torimodosu.window.steps.two_step.practice_shop import PracticeShop
from torimodosu.window.steps.two_step.sight import Stand
from torimodosu.window.steps.two_step.stand_words import stand_title, stand_why
from torimodosu.window.steps.two_step.tools import Tools
from torimodosu.window.words.way import at_hand_list, minutes_words, phase_name


class TwoStepPage(Page):
    """Leads from the QR code of the shop to two accepted codes and a tried backup.

    `said` and `taken_back` tell the Step. No secret is held while it is not in front.
    """

    said = Signal(object)
    taken_back = Signal(object)

    def __init__(self, look: Look, snapshot: Snapshot, tools: Tools) -> None:
        super().__init__(look, snapshot)
        self._tools = tools
        self._shop: PracticeShop | None = None
        self.desk = Desk(tools, snapshot)
        self.cards = Parts(look, tools, self.desk)
        own = (tools.backup, tools.capture, tools.clock_check, tools.notes)
        for part in (self.desk, self.cards, *own):
            part.setParent(self)
        self.desk.changed.connect(self.rebuild)
        tools.lock.changed.connect(self.rebuild)
        Doubles(look, self, self.desk.taking_in)
        self.cards.asked_for_questions.connect(self._ask)
        self.cards.shop_asked.connect(self._show_shop)
        self.cards.renewed.connect(self._follow_code)
        self.cards.host_asked.connect(self._ask_time)

    def heading(self) -> Heading:
        """Say where the person is."""
        sight = self.desk.sight
        return Heading(
            phase=phase_name(Phase.LOCK),
            title=stand_title(sight),
            why=stand_why(sight),
            minutes=minutes_words(MINUTES[Step.TWO_STEP]),
            hand=at_hand_list(AT_HAND[Step.TWO_STEP]),
        )

    def help_words(self) -> str:
        """Say where the secret is, and when the step is done."""
        return self.tr(
            "The key of the shop is kept by your system's keychain and nowhere else."
            " The step is done when the shop accepted two codes and a backup was read"
            " back once. What the shop said to a code you tell us yourself."
        )

    def parts(self) -> Sequence[QWidget]:
        """Show what is to be done now."""
        parts = self.cards.of(self.snapshot)
        takes_files = self.cards.panel is not None or self.cards.backup is not None
        self.takes = FileKind.TWO_STEP if takes_files else None
        self._follow_code()
        return parts

    def buttons(self) -> Buttons:
        """Take what the shop said, or lead on."""
        if self._tools.lock.is_locked:
            return Buttons()
        following = Action(words=self.tr("Next"), run=self._go_on, icon="arrow")
        match self.desk.sight.stand:
            case Stand.NO_CASE:
                return Buttons()
            case Stand.SET_UP:
                words = self.tr("I did it on my phone")
                return Buttons(secondary=Action(words=words, run=self._say))
            case Stand.NO_APP:
                done = Action(words=self.tr("I have done this"), run=self._say)
                return Buttons(primary=done)
            case Stand.SAID:
                undo = Action(words=self.tr("Not done after all"), run=self._take_back)
                return Buttons(primary=following, secondary=undo)
            case Stand.BACKUP:
                later = Action(words=self.tr("Later"), run=self._go_on)
                return Buttons(secondary=later)
            case Stand.PROVEN:
                return Buttons(primary=following)
            case _:
                return self._verdicts()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show what is known now; nothing of another case stays typed."""
        before, is_same = self.desk.sight.stand, snapshot.case == self.snapshot.case
        if not is_same:
            self._forget()
            self._close_shop()
        self.snapshot = snapshot
        self.desk.follow(snapshot)
        stays = is_same and self.desk.sight.stand is before
        self.rebuild()
        if not stays and self.isVisible():
            self.go_to_top()

    def take_files(self, paths: Sequence[str]) -> None:
        """Read pictures and exports that were dropped on the window."""
        for panel in (self.cards.panel, self.cards.backup):
            if panel is not None:
                panel.take_files(tuple(paths))

    def hover_files(self, *, is_over: bool) -> None:
        """Show in the panel that they may be let go."""
        for panel in (self.cards.panel, self.cards.backup):
            if panel is not None:
                panel.hover_files(is_over=is_over)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to make codes."""
        self._tools.lock.note_use()
        self.desk.open()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Hold no secret that nobody sees; what is sought on the screen goes on."""
        super().hideEvent(event)
        if not self._tools.capture.is_aside:
            self._forget()
            self._grow_stale()

    def _verdicts(self) -> Buttons:
        why = ""
        if self.desk.codes.account is None:
            why = self.tr("There is no code to type yet")
        elif self.desk.is_used():
            why = self.tr("This code was accepted. Wait for the next one")
        accepted = Action(
            words=self.tr("It was accepted"), run=self._accept, held_back=why
        )
        refused = Action(
            words=self.tr("It was refused"), run=self._refuse, held_back=why
        )
        return Buttons(primary=accepted, secondary=refused)

    def _follow_code(self) -> None:
        """Say whether the code that is shown was used, and take no word about it."""
        card = self.cards.code_card
        if card is not None:
            words = self.tr("Type it at the shop, then tell us what it said.")
            if self.desk.is_used():
                words = self.tr("This one is used up. Wait for the next one.")
            card.say(words)
            self.buttons_changed.emit()

    def _accept(self) -> None:
        self._tools.lock.note_use()
        self.desk.note(is_accepted=True)

    def _refuse(self) -> None:
        self._tools.lock.note_use()
        self.desk.note(is_accepted=False)

    def _ask_time(self, host: str) -> None:
        if self.snapshot.case is not None:
            # It is there to be offered again; whether it may be asked is kept anew.
            with suppress(StoreError):
                self._tools.settings.set(TIME_SERVER, host)
            self._tools.clock_check.ask(self.snapshot.case, host)

    def _show_shop(self) -> None:
        """Show the practice shop, in a window of its own."""
        self._close_shop()
        self._shop = PracticeShop(self.look, self.window(), self._tools.clock)
        self._shop.show()

    def _close_shop(self) -> None:
        if self._shop is not None:
            self._shop.close()
            self._shop.deleteLater()
            self._shop = None

    def _forget(self) -> None:
        self.desk.leave()
        self.cards.forget()
        if self.isVisible():
            self.desk.open()

    def _say(self) -> None:
        self.said.emit(Step.TWO_STEP)

    def _take_back(self) -> None:
        self.taken_back.emit(Step.TWO_STEP)

    def _ask(self) -> None:
        self.place_chosen.emit(Step.QUESTIONS)

    def _go_on(self) -> None:
        self.place_chosen.emit(View.OVERVIEW)
