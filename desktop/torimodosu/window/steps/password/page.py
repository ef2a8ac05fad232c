"""The page of a new password."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLocale, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from torimodosu.recovery.case.ports import Clock
from torimodosu.recovery.catalogue.catalogue import Catalogue
from torimodosu.recovery.catalogue.service import Service
from torimodosu.recovery.plan.new_password import PasswordStand, password_stand
from torimodosu.recovery.plan.preparation import AT_HAND, MINUTES
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.steps import Phase, Step
from torimodosu.window.activities.login_scan import LoginScan
from torimodosu.window.activities.password_desk import PasswordDesk
from torimodosu.window.clipboard import SecretClipboard
from torimodosu.window.guide_sheet import guide_sheets
from torimodosu.window.kit.blocks import Callout
from torimodosu.window.kit.header import Heading
from torimodosu.window.kit.look import Look
from torimodosu.window.notes.sign_in import SignInNotes
from torimodosu.window.page import Action, Buttons, Page
from torimodosu.window.steps.password.changing import ChangingCard
from torimodosu.window.steps.password.draft import Draft
from torimodosu.window.steps.password.draft_words import draft_title, draft_why
from torimodosu.window.steps.password.field import FieldCard
from torimodosu.window.steps.password.names import NamesCard
from torimodosu.window.steps.password.old import OldCard
from torimodosu.window.steps.password.recipe import RecipeCard
from torimodosu.window.steps.password.stands import (
    stand_panel,
    title_of,
    undo_row,
    why_of,
)
from torimodosu.window.steps.password.weak import weak_question
from torimodosu.window.words.catalogue import name_words
from torimodosu.window.words.way import at_hand_list, minutes_words, phase_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Tools:
    """What the page works with."""

    catalogue: Catalogue
    desk: PasswordDesk
    clipboard: SecretClipboard
    scan: LoginScan
    notes: SignInNotes
    clock: Clock


class PasswordPage(Page):
    """Makes or weighs a password, and has its change confirmed; none leaves the page.

    `said` and `taken_back` tell Step.PASSWORD.
    """

    said = Signal(object)
    taken_back = Signal(object)

    def __init__(self, look: Look, snapshot: Snapshot, tools: Tools) -> None:
        super().__init__(look, snapshot)
        self._tools = tools
        tools.desk.setParent(self)
        is_japanese = QLocale().language() is QLocale.Language.Japanese
        language = "ja" if is_japanese else "en"
        self._draft = Draft(tools.desk, tools.clock, language=language)
        self._draft.setParent(self)
        self._makes_another = False
        self._verdict: tuple[bool, bool | None] = (False, None)
        self._draft.weighed.connect(self._follow_draft)
        tools.scan.changed.connect(self.buttons_changed)

    def heading(self) -> Heading:
        """Say what is thought of the password, or how far its change is."""
        title, why = title_of(self._stand), why_of(self._stand)
        if self._is_making:
            title, why = draft_title(self._draft), draft_why(self._draft)
        return Heading(
            phase=phase_name(Phase.LOCK),
            title=title,
            why=why,
            minutes=minutes_words(MINUTES[Step.PASSWORD]),
            hand=at_hand_list(AT_HAND[Step.PASSWORD]),
        )

    def help_words(self) -> str:
        """Say what is never kept, and what proves the step."""
        return self.tr(
            "What stands in the field stays in this page and goes when you leave it."
            " Once you have changed the password at the shop, the date of the login"
            " that your browser saves proves it."
        )

    def parts(self) -> Sequence[QWidget]:
        """Show the field with what belongs to it, or how far the change is."""
        if not self._is_making:
            panel = stand_panel(self.look, self.snapshot, self._stand)
            more = undo_row(
                self.look, take_back=self._take_back, another=self._make_another
            )
            return [panel, more, *guide_sheets(self.look, Step.PASSWORD)]
        look, draft = self.look, self._draft
        field = FieldCard(look, draft, self._tools.clipboard, shop=self._shop)
        note = Callout(
            look,
            "info",
            self.tr("This program keeps no password"),
            self.tr("Write it down or put it into your password manager."),
        )
        recipe, old = RecipeCard(look, draft), OldCard(look, draft)
        changing, guide = (
            ChangingCard(look, self._service),
            guide_sheets(look, Step.PASSWORD),
        )
        return [field, recipe, note, changing, NamesCard(look, draft), old, *guide]

    def buttons(self) -> Buttons:
        """Take the word that it is changed, then have it confirmed."""
        if self.snapshot.case is None:
            return Buttons()
        if self._is_making:
            changed = Action(words=self.tr("I changed it"), run=self._hear)
            before = Action(words=self.tr("I changed it before"), run=self._say_before)
            return Buttons(primary=changed, secondary=before)
        following = Action(words=self.tr("Next"), run=self._go_on, icon="arrow")
        again = self._look_again()
        match self._stand:
            case PasswordStand.SAVED:
                return Buttons(primary=following)
            case PasswordStand.OLD_LEFT:
                words = self.tr("Find the old entry")
                find = Action(words=words, run=self._find_old, icon="arrow")
                return Buttons(primary=find, secondary=again)
            case PasswordStand.NOT_SEEN:
                return Buttons(primary=following, secondary=again)
            case _:
                return Buttons(primary=again, secondary=following)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show what is known now; what is typed stays under the hand."""
        before = self.snapshot.case, self._stand
        self.snapshot = snapshot
        service = self._service
        self._draft.rules = None if service is None else service.password
        self._draft.shop_words = _own_words(service)
        if not self._is_making or before != (snapshot.case, self._stand):
            self.rebuild()

    def showEvent(self, event: QShowEvent) -> None:
        """Have one made where there is none yet."""
        super().showEvent(event)
        if self._is_making and not self._draft.text:
            self._draft.make()

    def hideEvent(self, event: QHideEvent) -> None:
        """Forget the password when the page is left, not when the window shrinks."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._makes_another = False
            self._draft.forget()

    @property
    def _stand(self) -> PasswordStand:
        return password_stand(self.snapshot)

    @property
    def _is_making(self) -> bool:
        return self._makes_another or self._stand is PasswordStand.OPEN

    @property
    def _service(self) -> Service | None:
        case = self.snapshot.case
        known = self._tools.catalogue.services
        return None if case is None else known.get(case.answers.service)

    @property
    def _shop(self) -> str:
        service = self._service
        return self.tr("The shop") if service is None else name_words(service.name)

    def _follow_draft(self) -> None:
        verdict = self._draft.is_made, self._draft.is_good
        # While it is weighed anew the title stays, so that nothing flickers.
        is_news = self._draft.judged is not None or not self._draft.text
        if is_news and verdict != self._verdict and self._is_making:
            self._verdict = verdict
            self.renew_header()

    def _look_again(self) -> Action:
        words, why = self.tr("Look at my browsers"), ""
        if self._tools.scan.is_running:
            why = self.tr("Your browsers are being looked at")
        return Action(words=words, run=self._look, icon="search", held_back=why)

    def _look(self) -> None:
        if self.snapshot.case is not None:
            self._tools.scan.start(self.snapshot.case)

    def _hear(self) -> None:
        """Take the word, of a password that would be guessed only after a question."""
        if self._draft.is_good is not False:
            self._say()
            return
        question = weak_question(self.look, self.window())
        question.answered.connect(self._say)
        question.declined.connect(self._draft.make)
        question.open()

    def _say(self) -> None:
        """Keep the word, and since when a saved login counts as new."""
        since = self._draft.began_at
        if since is not None:
            self._tools.notes.correct_reset(since)
        self._say_before()

    def _say_before(self) -> None:
        self._makes_another = False
        self._draft.forget()
        self.said.emit(Step.PASSWORD)
        self._look()

    def _take_back(self) -> None:
        self.taken_back.emit(Step.PASSWORD)
        self._draft.make()

    def _make_another(self) -> None:
        self._makes_another = True
        self.rebuild()
        self.go_to_top()
        self._draft.make()

    def _find_old(self) -> None:
        self.place_chosen.emit(Step.SIGN_IN)

    def _go_on(self) -> None:
        self.place_chosen.emit(Step.TWO_STEP)


def _own_words(service: Service | None) -> Sequence[str]:
    """Return what a guesser tries first for a password of *service*."""
    if service is None:
        return ()
    return (service.id.split(".", maxsplit=1)[0], service.name.en, *service.mail_names)
