"""The page that finds out why the sign-in fails."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from torimodosu.recovery.catalogue.catalogue import Catalogue
from torimodosu.recovery.plan.mail_view import ShownMails
from torimodosu.recovery.plan.preparation import AT_HAND, MINUTES
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.steps import Phase, Step
from torimodosu.window.activities.login_scan import LoginScan
from torimodosu.window.activities.mail_reader import MailReader
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.header import Heading
from torimodosu.window.kit.icons import IconName
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.states import Empty
from torimodosu.window.mail_sheet import mail_sheet
from torimodosu.window.notes.sign_in import SignInNotes
from torimodosu.window.page import Action, Buttons, Page
from torimodosu.window.steps.sign_in.parts import Parts, Scene
from torimodosu.window.steps.sign_in.running import look_parts
from torimodosu.window.steps.sign_in.sight import Sight, Stand
from torimodosu.window.steps.sign_in.stand_words import stand_title, stand_why
from torimodosu.window.words.way import at_hand_list, minutes_words, phase_name

_FIRST_LOOK: IconName = "search"
_NEXT_LOOK: IconName = "renew"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tools:
    """What the page works with.

    Attributes:
        catalogue: Tells what browsers are called, and how to find the entry.
        scan: The look at the browsers.
        notes: Where results are kept.
        mails: Fetches the mails behind a moment.
        open_in_browser: Makes a browser open one of its own addresses, and tells
            whether it could be started.

    """

    catalogue: Catalogue
    scan: LoginScan
    notes: SignInNotes
    mails: MailReader
    open_in_browser: Callable[[str, str], bool]


class SignInPage(Page):
    """Shows what was found, how to put it right, and what else it may be.

    `said` and `taken_back` tell the Step.
    """

    said = Signal(object)
    taken_back = Signal(object)

    def __init__(self, look: Look, snapshot: Snapshot, tools: Tools) -> None:
        super().__init__(look, snapshot)
        self._tools = tools
        self._sight = Sight.of(snapshot)
        self._asks_further = False
        self._mails: ShownMails | None = None
        self._told: tuple[bool, Exception | None] = (False, None)
        self._shown: tuple[bool, Exception | None] = (False, None)
        self._parts = Parts(look, tools.catalogue, tools.notes)
        self._parts.fold(snapshot.tried)
        for part in (self._parts, tools.mails):
            part.setParent(self)
        self._connect()
        tools.scan.changed.connect(self._follow)
        tools.mails.shown.connect(self._show_mails)

    def heading(self) -> Heading:
        """Say what was found."""
        if self._mails is not None:
            title = self.tr("The mail behind it")
            why = self.tr("As it came. Nothing in it is loaded or opened.")
            return Heading(phase=phase_name(Phase.GET_BACK_IN), title=title, why=why)
        title = stand_title(self._sight)
        now = self.snapshot.at
        why = stand_why(self._sight, self._tools.catalogue, now=now)
        if self._asks_further:
            title = self.tr("What else it may be")
            why = self.tr("One thing after the other. Note what came of each try.")
        return Heading(
            phase=phase_name(Phase.GET_BACK_IN),
            title=title,
            why=why,
            minutes=minutes_words(MINUTES[Step.SIGN_IN]),
            hand=at_hand_list(AT_HAND[Step.SIGN_IN]),
        )

    def help_words(self) -> str:
        """Say what is looked at, and what is not."""
        return self.tr(
            "We look at which logins your browsers have saved for the shop, and from"
            " when they are. The passwords themselves are never read. While an old one"
            " is there we look again by ourselves, and the step is done once it is"
            " gone."
        )

    def parts(self) -> Sequence[QWidget]:
        """Show where the person stands, or the mail behind a moment."""
        if self._mails is not None:
            return [mail_sheet(self.look, shown) for shown in self._mails.mails]
        if self._sight.stand is Stand.NO_CASE:
            return [self._no_case()]
        is_first = self.snapshot.scan is None
        self._shown = self._seen_of_look()
        running = look_parts(self.look, self._tools.scan, is_first=is_first)
        return [*running, *self._stand_parts()]

    def buttons(self) -> Buttons:
        """Look, look again, or lead on."""
        if self._mails is not None:
            back = Action(words=self.tr("Back to the finding"), run=self._close_mails)
            return Buttons(primary=back)
        if self._sight.stand is Stand.NO_CASE:
            return Buttons()
        if self._asks_further:
            back = Action(words=self.tr("Back to the finding"), run=self._come_back)
            return Buttons(primary=self._look_again(), secondary=back)
        return self._stand_buttons()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show what is known now; nothing of another case stays unfolded."""
        is_same = snapshot.case == self.snapshot.case
        before = self._sight.stand
        self.snapshot, self._sight = snapshot, Sight.of(snapshot)
        if not is_same:
            self._mails = None
            self._parts.fold(snapshot.tried)
        is_news = self._sight.stand is not before
        if is_news or not is_same:
            self._asks_further = False
        self.rebuild()
        if is_news and self.isVisible():
            # The finding stands in the title, which may be out of sight by now.
            self.go_to_top()

    def _connect(self) -> None:
        parts = self._parts
        parts.changed.connect(self.rebuild)
        parts.mail_asked.connect(self._open_mail)
        parts.place_chosen.connect(self.place_chosen)
        parts.opening_asked.connect(self._open_in_browser)

    def _stand_parts(self) -> Sequence[QWidget]:
        scene = Scene(snapshot=self.snapshot, sight=self._sight)
        diagnosis, is_first = self._sight.diagnosis, not self._asks_further
        if diagnosis is None:
            return self._parts.before_a_look(scene)
        match self._sight.stand:
            case Stand.CONFLICT | Stand.SAID if diagnosis.conflict and is_first:
                return self._parts.conflict(scene, diagnosis)
            case Stand.FIXED | Stand.SAID if is_first:
                return self._parts.fixed(scene, diagnosis)
            case _:
                return self._parts.causes(scene)

    def _stand_buttons(self) -> Buttons:
        go_on = partial(self.place_chosen.emit, Step.TAKE_BACK)
        following = Action(words=self.tr("Next"), run=go_on, icon="arrow")
        further = Action(words=self.tr("I still cannot sign in"), run=self._ask_further)
        got_in = Action(words=self.tr("I can sign in now"), run=self._say)
        match self._sight.stand:
            case Stand.CONFLICT:
                return Buttons(primary=self._look_again(), secondary=further)
            case Stand.FIXED:
                return Buttons(primary=following, secondary=further)
            case Stand.SAID:
                undo = Action(words=self.tr("Not done after all"), run=self._take_back)
                return Buttons(primary=following, secondary=undo)
            case _:
                return Buttons(primary=self._look_again(), secondary=got_in)

    def _look_again(self) -> Action:
        words, icon = self.tr("Look at my browsers"), _FIRST_LOOK
        if self._sight.diagnosis is not None:
            words, icon = self.tr("Look once more"), _NEXT_LOOK
        scan, why = self._tools.scan, ""
        if scan.is_running and scan.was_asked_for:
            why = self.tr("Your browsers are being looked at")
        return Action(words=words, run=self._look, icon=icon, held_back=why)

    def _follow(self) -> None:
        """Show that a look began or ended; what is found comes as a snapshot."""
        scan = self._tools.scan
        is_told = scan.is_running, scan.error
        if not scan.was_asked_for or is_told == self._told:
            return
        self._told = is_told
        if self._seen_of_look() == self._shown:
            # Making all parts anew would hold up what the person does meanwhile.
            self.buttons_changed.emit()
        else:
            self.rebuild()

    def _seen_of_look(self) -> tuple[bool, Exception | None]:
        """Return what the parts show of the look; only the first has its progress."""
        scan = self._tools.scan
        return self.snapshot.scan is None and scan.is_running, scan.error

    def _no_case(self) -> QWidget:
        go = Button(self.look, self.tr("Answer five questions"), "secondary")
        go.clicked.connect(partial(self.place_chosen.emit, Step.QUESTIONS))
        title = self.tr("The answer will be here")
        words = self.tr("First we need to know which service it is.")
        return Empty(self.look, "key", title, words, go)

    def _look(self) -> None:
        if self.snapshot.case is not None:
            self._tools.scan.start(self.snapshot.case)

    def _open_in_browser(self, browser: str, address: str) -> None:
        if not self._tools.open_in_browser(browser, address):
            self._parts.give_up_opening()

    def _open_mail(self, mail: str) -> None:
        if self.snapshot.case is not None:
            self._tools.mails.fetch(self.snapshot.case, (mail,))

    def _show_mails(self, mails: ShownMails) -> None:
        self._mails = mails
        self.rebuild()
        self.go_to_top()

    def _close_mails(self) -> None:
        self._mails = None
        self.rebuild()

    def _ask_further(self) -> None:
        self._asks_further = True
        self.rebuild()
        self.go_to_top()

    def _come_back(self) -> None:
        self._asks_further = False
        self.rebuild()
        self.go_to_top()

    def _say(self) -> None:
        self.said.emit(Step.SIGN_IN)

    def _take_back(self) -> None:
        self.taken_back.emit(Step.SIGN_IN)
