"""The cards of the page, put together for each stand."""

from collections.abc import Sequence

from PySide6.QtCore import QLocale, QObject, Signal
from PySide6.QtWidgets import QWidget

from torimodosu.recovery.plan.asking_time import KNOWN_HOSTS, read_host
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.steps import Step
from torimodosu.recovery.twostep.refusal import RefusalCause
from torimodosu.window.backup.panel import BackupPanel
from torimodosu.window.codes.code_view import CodeView
from torimodosu.window.codes.locked_card import locked_card
from torimodosu.window.guide_sheet import guide_sheets
from torimodosu.window.kit.blocks import Callout
from torimodosu.window.kit.boxes import Row
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.states import Empty, Failure
from torimodosu.window.kit.tokens import Tokens
from torimodosu.window.qr.panel import QrPanel
from torimodosu.window.steps.two_step.causes import CausesCard
from torimodosu.window.steps.two_step.choosing import ChoosingCard
from torimodosu.window.steps.two_step.clock_card import (
    ClockCard,
    ClockTools,
    Drafts,
)
from torimodosu.window.steps.two_step.code_card import CodeCard
from torimodosu.window.steps.two_step.desk import Desk
from torimodosu.window.steps.two_step.first import FirstCard, MethodsCard, WhereCard
from torimodosu.window.steps.two_step.proven import proven_card
from torimodosu.window.steps.two_step.sight import Stand
from torimodosu.window.steps.two_step.spare_card import SpareCard
from torimodosu.window.steps.two_step.tools import Tools
from torimodosu.window.steps.two_step.trouble import trouble_part
from torimodosu.window.steps.two_step.way_card import way_card
from torimodosu.window.words.keychain import waiting_words

# The setting that holds the server which the person asks for the time.
TIME_SERVER = "time_server"
_NARROW = 800


class Parts(QObject):
    """Makes the cards anew, and keeps what was typed in them.

    `asked_for_questions` tells that the shop is to be named first, `shop_asked` that
    that of practice is to be shown, `renewed` that another code is shown, `host_asked`
    the server to ask for the time.
    """

    asked_for_questions = Signal()
    shop_asked = Signal()
    renewed = Signal()
    host_asked = Signal(str)

    def __init__(self, look: Look, tools: Tools, desk: Desk) -> None:
        super().__init__()
        self._look, self._tools, self._desk = look, tools, desk
        named = read_host(str(tools.settings.settings.get(TIME_SERVER, "")))
        self._drafts = Drafts(host=named or KNOWN_HOSTS[0])
        self.panel: QrPanel | None = None
        self.code_card: CodeCard | None = None
        self.backup: BackupPanel | None = None
        self._dress: tuple[str, Tokens] | None = None

    def forget(self) -> None:
        """Forget the code that is shown, and one that was typed."""
        self._drafts.code = ""
        if self.code_card is not None:
            self.code_card.view.forget()

    def of(self, snapshot: Snapshot) -> Sequence[QWidget]:
        """Return the cards for where the person stands."""
        self.panel = self.code_card = None
        look, sight = self._look, self._desk.sight
        if self._tools.lock.is_locked:
            return [locked_card(look, self._tools.lock)]
        match sight.stand:
            case Stand.NO_CASE:
                return [self._no_case()]
            case Stand.NO_APP:
                methods = [MethodsCard(look, sight.two_step)] if sight.two_step else []
                return [*methods, *self._where(), *self._guide()]
            case Stand.SAID:
                return [*self._where(), *self._guide()]
            case Stand.SET_UP:
                return [*self._head(snapshot), *self._set_up()]
            case Stand.BACKUP:
                return [*self._head(snapshot), self._backup(snapshot), self._spare()]
            case Stand.PROVEN:
                known = proven_card(look, sight, now=snapshot.at)
                rest = (self._backup(snapshot), self._spare())
                return [*self._head(snapshot), known, *rest]
            case Stand.REFUSED:
                return [*self._head(snapshot), *self._refused()]
            case Stand.FIRST_CODE | Stand.SECOND_CODE | Stand.CHANGED:
                return [*self._head(snapshot), *self._code()]

    def _head(self, snapshot: Snapshot) -> Sequence[QWidget]:
        """Return how far it is, what to practise with, and what stands in the way."""
        sight, case = self._desk.sight, snapshot.case
        parts: list[QWidget] = [way_card(self._look, sight)]
        needs_shop = sight.stand is Stand.SET_UP or sight.stand.asks_for_a_code
        if needs_shop and case is not None and case.is_practice:
            parts.append(self._practice())
        return [*parts, *self._troubles()]

    def _practice(self) -> QWidget:
        visit = Button(self._look, self.tr("Open the practice shop"), "secondary")
        visit.setObjectName("practice-shop")
        visit.clicked.connect(self.shop_asked)
        title = self.tr("This is practice")
        words = self.tr("A made-up shop shows a QR code and takes your codes.")
        return Callout(self._look, "info", title, words, visit)

    def _no_case(self) -> QWidget:
        go = Button(self._look, self.tr("Answer five questions"), "secondary")
        go.clicked.connect(self.asked_for_questions)
        title = self.tr("The way to it will be here")
        words = self.tr("First we need to know which service it is.")
        return Empty(self._look, "lock", title, words, go)

    def _set_up(self) -> Sequence[QWidget]:
        look, desk, tools = self._look, self._desk, self._tools
        self.panel = QrPanel(look, tools.capture)
        accounts: list[QWidget] = []
        if tools.authenticator.accounts:
            card = ChoosingCard(look, tools.authenticator.accounts, desk.sight.service)
            card.chosen.connect(desk.choose)
            accounts.append(card)
        first = Row(look, FirstCard(look, desk.sight), *self._where(), below=_NARROW)
        return [first.share(3, 2), self.panel, *accounts]

    def _backup(self, snapshot: Snapshot) -> QWidget:
        """Return the room, the same one while it is looked at.

        Something may be half typed there, or about to be printed.
        """
        dress = QLocale().name(), self._look.tokens
        if self.backup is None or dress != self._dress:
            self._dress = dress
            self.backup = BackupPanel(self._look, self._tools.backup, snapshot)
        else:
            self.backup.show_snapshot(snapshot)
        return self.backup

    def _guide(self) -> Sequence[QWidget]:
        return [*guide_sheets(self._look, Step.TWO_STEP), self._spare()]

    def _spare(self) -> QWidget:
        return SpareCard(self._look, self._desk.spare, self._tools.clipboard)

    def _where(self) -> Sequence[QWidget]:
        sight = self._desk.sight
        return [WhereCard(self._look, sight)] if WhereCard.is_known(sight) else []

    def _code(self) -> Sequence[QWidget]:
        """Show the code, or why there is none."""
        look, desk, tools = self._look, self._desk, self._tools
        kept = desk.kept
        if kept is None:
            return [self._lost()]
        view = CodeView(look, tools.clock, tools.clipboard)
        card = CodeCard(look, kept, view)
        if desk.codes.account is not None:
            view.show_account(desk.codes.account)
            if desk.sight.stand is Stand.FIRST_CODE:
                card.tell_of(desk.codes.account)
        card.doubt(kept, desk.sight.service)
        card.another_asked.connect(desk.begin_anew)
        view.next_asked.connect(desk.codes.count_up)
        view.renewed.connect(self.renewed)
        view.copy_button.clicked.connect(tools.lock.note_use)
        self.code_card = card
        return [card]

    def _lost(self) -> QWidget:
        anew = Button(self._look, self.tr("Read the QR code again"), "secondary")
        anew.clicked.connect(self._desk.begin_anew)
        what = self.tr("This account is no longer in your authenticator")
        safe = self.tr("At the shop nothing has changed. Set it up anew there.")
        return Failure(self._look, what, safe, anew)

    def _refused(self) -> Sequence[QWidget]:
        """Show the causes, the clock and the next code, what is settled first."""
        refusal = self._desk.refusal()
        if refusal is None:
            return self._code()
        causes = CausesCard(self._look, refusal)
        causes.anew_asked.connect(self._desk.begin_anew)
        if refusal.settled is RefusalCause.CLOCK:
            return [*self._clock(), *self._code(), causes]
        return [causes, *self._code(), *self._clock()]

    def _clock(self) -> Sequence[QWidget]:
        account, tools = self._desk.codes.account, self._tools
        if account is None or not account.period:
            return []
        card = ClockCard(
            self._look,
            ClockTools(
                check=tools.clock_check,
                clock=tools.clock,
                drafts=self._drafts,
                period=self._desk.period,
            ),
        )
        card.code_typed.connect(self._desk.compare_code)
        card.host_asked.connect(self.host_asked)
        return [card]

    def _troubles(self) -> Sequence[QWidget]:
        """Say why a secret could not be kept or read, and that one is waited for."""
        look, desk = self._look, self._desk
        error = desk.error or desk.codes.error
        if error is not None:
            again = Button(look, self.tr("Try again"), "secondary", "renew")
            again.clicked.connect(desk.try_again)
            return [trouble_part(look, error, again)]
        if self._tools.authenticator.is_waiting:
            title = self.tr("Waiting for the keychain")
            return [Callout(look, "info", title, waiting_words())]
        return []
