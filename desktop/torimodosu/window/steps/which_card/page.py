"""The page that tells which card was charged."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from torimodosu.recovery.catalogue.catalogue import Catalogue
from torimodosu.recovery.plan.mail_view import ShownMails
from torimodosu.recovery.plan.preparation import AT_HAND, MINUTES
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.steps import Phase, Step
from torimodosu.window.activities.card_work import CardWorker
from torimodosu.window.activities.mail_reader import MailReader
from torimodosu.window.card_desk import CardDesk
from torimodosu.window.dropped import FileKind
from torimodosu.window.guide_sheet import guide_sheets
from torimodosu.window.kit.blocks import IconLine
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.header import Heading
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.states import Empty
from torimodosu.window.mail_parts import NOT_SHOWN, mail_parts
from torimodosu.window.page import Action, Buttons, Page
from torimodosu.window.steps.which_card.answer import Answer
from torimodosu.window.steps.which_card.charge_sheet import charge_sheet
from torimodosu.window.steps.which_card.checking import Checking
from torimodosu.window.steps.which_card.foot import Foot
from torimodosu.window.steps.which_card.headline import title_words, why_words
from torimodosu.window.steps.which_card.reading import Reading
from torimodosu.window.steps.which_card.sight import Sight, Stand
from torimodosu.window.words.card_names import CardNames
from torimodosu.window.words.way import at_hand_list, minutes_words, phase_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Tools:
    """What the page works with: names, the desk of the cards, and mails."""

    catalogue: Catalogue
    desk: CardDesk
    mails: MailReader


class WhichCardPage(Page):
    """Shows the answer, the matches one by one, and what is behind each amount.

    `said` and `taken_back` tell Step.WHICH_CARD.
    """

    takes = FileKind.STATEMENT
    said = Signal(object)
    taken_back = Signal(object)

    def __init__(self, look: Look, snapshot: Snapshot, tools: Tools) -> None:
        super().__init__(look, snapshot)
        self._tools = tools
        self._sight = Sight.of(snapshot)
        self._mails: ShownMails | None = None
        self._charge = ""
        self._reading = Reading(look, tools.desk.statements)
        self._answer = Answer(look, tools.desk.notes)
        self._checking = Checking(look, snapshot, tools.desk.notes)
        for part in (self._reading, self._answer, self._checking, tools.mails):
            part.setParent(self)
        self._connect()

    def heading(self) -> Heading:
        """Say which card was charged, or what is looked at."""
        phase = phase_name(Phase.HAPPENED)
        if self._mails is not None or self._charge:
            why = self.tr("As it came. Nothing in it is loaded or opened.")
            title = self.tr("The mail behind it")
            if self._mails is None:
                title = self.tr("The row behind it")
                why = self.tr("As the statement prints it, and where it stands.")
            return Heading(phase=phase, title=title, why=why)
        if self._checking.is_open:
            why = self.tr(
                "Compare both sides, then say whether they belong together. You can"
                " take every word back."
            )
            return Heading(phase=phase, title=self._checking.title(), why=why)
        return Heading(
            phase=phase,
            title=title_words(self._sight, self._names()),
            why=why_words(self._sight),
            minutes=minutes_words(MINUTES[Step.WHICH_CARD]),
            hand=at_hand_list(AT_HAND[Step.WHICH_CARD]),
        )

    def help_words(self) -> str:
        """Say what is compared, and what the verdicts mean."""
        return self.tr(
            "We compare the orders, the card companies' mails about uses, and every row"
            " of your statements. A card counts as charged only where nothing else"
            " explains the charge. Press an amount to see where it comes from."
        )

    def parts(self) -> Sequence[QWidget]:
        """Show the answer, or what the person looks into."""
        self._reading.forget_zone()
        if self._mails is not None:
            return mail_parts(self.look, self._mails)
        work, names = self.snapshot.card_work, self._names()
        if work is not None and self._charge in work.charges:
            charge = work.charges[self._charge]
            return [charge_sheet(self.look, charge, self.snapshot, names)]
        if self._checking.is_open:
            return self._checking.parts(names)
        news = self._reading.news(names)
        if self._sight.stand in {Stand.NO_CASE, Stand.NO_CARDS}:
            return [*news, _no_cards(self.look, self._ask)]
        if work is None or self._sight.stand is Stand.NOTHING_READ:
            rest = self._answer.parts(work, self.snapshot, names) if work else ()
            guide = () if work else guide_sheets(self.look, Step.WHICH_CARD)
            under_way = _under_way(self.look, self._tools.desk.worker)
            zone = self._reading.zone()
            return [*news, zone, *under_way, *rest, *guide, self._foot()]
        answer = self._answer.parts(work, self.snapshot, names)
        return [*news, *answer, self._reading.zone(), self._foot()]

    def buttons(self) -> Buttons:
        """Add a statement, or lead on; lead back from what is looked into."""
        if self._mails is not None or self._charge:
            words = self.tr("Back to the finding")
            return Buttons(primary=Action(words=words, run=self._step_back))
        if self._checking.is_open:
            return self._checking.buttons()
        following = Action(words=self.tr("Next"), run=self._go_on, icon="arrow")
        match self._sight.stand:
            case Stand.NO_CASE | Stand.NO_CARDS:
                return Buttons()
            case Stand.NOTHING_READ:
                words = self.tr("Choose statements")
                choose = Action(words=words, run=self._reading.choose, icon="drop")
                later = Action(words=self.tr("Do it later"), run=self._go_on)
                return Buttons(primary=choose, secondary=later)
            case Stand.CHARGED | Stand.POSSIBLE:
                words = self.tr("Tell the card company")
                following = Action(words=words, run=self._tell, icon="arrow")
            case _:
                pass
        words = self.tr("Add a statement")
        add = Action(words=words, run=self._reading.choose, icon="drop")
        return Buttons(primary=following, secondary=add)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show what is known now; nothing of another case stays open."""
        if snapshot.case != self.snapshot.case:
            self._mails, self._charge = None, ""
            self._answer.forget()
        self._sight = Sight.of(snapshot)
        self._checking.follow(snapshot)
        super().show_snapshot(snapshot)

    def take_files(self, paths: Sequence[str]) -> None:
        """Read dropped statements."""
        if self.snapshot.case is not None and paths:
            self._tools.desk.statements.start(self.snapshot.case, paths)

    def hover_files(self, *, is_over: bool) -> None:
        """Show that the files may be let go."""
        self._reading.welcome(is_over=is_over)

    def _connect(self) -> None:
        self._reading.brought.connect(self.take_files)
        self._reading.asked.connect(self._open_log)
        self._reading.changed.connect(self.rebuild)
        self._answer.matches_asked.connect(self._check)
        self._answer.charge_asked.connect(self._open_charge)
        self._answer.order_asked.connect(self._open_order)
        self._answer.log_asked.connect(self._open_log)
        self._answer.mails_asked.connect(self._open_mails)
        self._answer.changed.connect(self.rebuild)
        self._checking.changed.connect(self._show_other)
        self._checking.closed.connect(self._stop_checking)
        self._checking.charge_asked.connect(self._open_charge)
        self._checking.mails_asked.connect(self._open_mails)
        self._tools.mails.shown.connect(self._show_mails)
        self._tools.mails.failed.connect(self._show_no_mails)

    def _names(self) -> CardNames:
        return CardNames(self.snapshot, self._tools.catalogue)

    def _foot(self) -> Foot:
        foot = Foot(self.look, self.snapshot)
        foot.cards_asked.connect(self._ask)
        foot.said.connect(partial(self.said.emit, Step.WHICH_CARD))
        foot.taken_back.connect(partial(self.taken_back.emit, Step.WHICH_CARD))
        return foot

    def _check(self, card: str) -> None:
        work = self.snapshot.card_work
        findings = () if work is None else work.matching.findings
        has_none = {str(one.card): not one.matches for one in findings}
        if has_none.get(card, False):
            self._open_log()
            return
        self._checking.begin(int(card) if card else None)
        self._show_other()

    def _show_other(self) -> None:
        self.rebuild()
        self.go_to_top()

    def _stop_checking(self) -> None:
        self._checking.close()
        self._show_other()

    def _open_charge(self, key: str) -> None:
        self._charge = key
        self._show_other()

    def _open_order(self, key: str) -> None:
        if key in self.snapshot.orders:
            self._open_mails(self.snapshot.orders[key].mails)

    def _open_mails(self, mails: tuple[str, ...]) -> None:
        if self.snapshot.case is not None:
            self._tools.mails.fetch(self.snapshot.case, mails)

    def _show_mails(self, mails: ShownMails) -> None:
        self._mails = mails
        self._show_other()

    def _show_no_mails(self, _error: Exception) -> None:
        self._show_mails(NOT_SHOWN)

    def _step_back(self) -> None:
        self._mails, self._charge = None, ""
        self._show_other()

    def _open_log(self) -> None:
        self.place_chosen.emit(Step.STATEMENTS)

    def _ask(self) -> None:
        self.place_chosen.emit(Step.QUESTIONS)

    def _tell(self) -> None:
        self.place_chosen.emit(Step.CARD_COMPANY)

    def _go_on(self) -> None:
        self.place_chosen.emit(Step.SIGN_IN)


def _no_cards(look: Look, ask: Callable[[], None]) -> QWidget:
    """Return what is shown while no card is named; *ask* leads to the questions."""
    translate = QCoreApplication.translate
    go = Button(look, translate("WhichCard", "Name your cards"), "secondary", "card")
    go.clicked.connect(ask)
    title = translate("WhichCard", "The answer will be here")
    words = translate(
        "WhichCard", "First name your cards, also those that the shop does not have."
    )
    return Empty(look, "card", title, words, go)


def _under_way(look: Look, worker: CardWorker) -> list[QWidget]:
    if not worker.is_running:
        return []
    words = QCoreApplication.translate(
        "WhichCard", "Rows and orders are being compared."
    )
    return [IconLine(look, "renew", "accent", words)]
