"""The work of the page between its widgets, which are made anew at any time."""

from collections.abc import Sequence
from datetime import timedelta

from PySide6.QtCore import QObject, Signal

from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.twostep.account import USUAL_PERIOD, OtpAccount, OtpType
from torimodosu.recovery.twostep.clock import stand_of, step_at
from torimodosu.recovery.twostep.kept import KeptAccount
from torimodosu.recovery.twostep.refusal import KnownOfClock, Refusal, explain_refusal
from torimodosu.window.steps.two_step.choosing import only_one_of
from torimodosu.window.steps.two_step.code_desk import CodeDesk
from torimodosu.window.steps.two_step.sight import Sight, Stand
from torimodosu.window.steps.two_step.spare_desk import SpareDesk
from torimodosu.window.steps.two_step.taking_in import TakingIn
from torimodosu.window.steps.two_step.tools import Tools


class Desk(QObject):
    """Takes accounts in, makes their codes, and notes what the shop said.

    `changed` tells that the parts of the page have to be made anew.
    """

    changed = Signal()

    def __init__(self, tools: Tools, snapshot: Snapshot) -> None:
        super().__init__()
        self._tools = tools
        self.sight = Sight.of(snapshot, tools.catalogue)
        self.error: Exception | None = None
        self._is_shown = False
        self._case, self._taken_for = snapshot.case, snapshot.case
        self._newest: Sequence[KeptAccount] = ()
        self.codes = CodeDesk(tools.authenticator)
        self.taking_in = TakingIn(tools.authenticator)
        self.spare = SpareDesk(tools.authenticator)
        for part in (self.codes, self.taking_in, self.spare):
            part.setParent(self)
        self.spare.changed.connect(self.changed)
        self.codes.changed.connect(self.changed)
        self.taking_in.kept.connect(self._note_kept)
        self.taking_in.failed.connect(self._fail)
        tools.capture.taken.connect(self._take)
        tools.authenticator.changed.connect(self._follow_accounts)
        tools.authenticator.waiting.connect(self.changed)
        tools.clock_check.changed.connect(self.changed)

    @property
    def kept(self) -> KeptAccount | None:
        """Return the account that makes the codes for the shop, if it is still kept."""
        return self._tools.authenticator.account(self.sight.state.account)

    @property
    def period(self) -> timedelta:
        """Return for how long a code of the account is good."""
        account = self.codes.account
        seconds = account.period if account is not None else 0
        return timedelta(seconds=seconds or USUAL_PERIOD)

    def follow(self, snapshot: Snapshot) -> None:
        """See what is known now."""
        self.sight = Sight.of(snapshot, self._tools.catalogue)
        self._case = snapshot.case
        self._want()

    def open(self) -> None:
        """Read what is needed to make codes; the page is in front."""
        self._is_shown = True
        self.taking_in.come_back()
        self._choose_newest()
        self._want()

    def leave(self) -> None:
        """Hold no secret any more."""
        self._is_shown, self.error = False, None
        self.codes.forget()
        self.taking_in.forget()
        self.spare.forget()
        self._tools.capture.forget()
        self._tools.backup.forget()

    def choose(self, id_: str) -> None:
        """Let the account with this id make the codes for the shop."""
        self.error = None
        self._tools.clock_check.forget()
        self._tools.notes.choose(id_)

    def begin_anew(self) -> None:
        """Read the QR code of the shop again; what was tried before is forgotten."""
        self._tools.clock_check.forget()
        self._tools.notes.begin_anew()

    def note(self, *, is_accepted: bool) -> None:
        """Keep what the shop said to the code that is shown."""
        step = self._step()
        if step is None:
            return
        account = self.sight.state.account
        self._tools.notes.note_try(account, step, is_accepted=is_accepted)
        if is_accepted and self._is_counted():
            self.codes.count_up()

    def is_used(self) -> bool:
        """Tell whether the shop has accepted the very code that is shown."""
        return self._step() in self.sight.state.accepted_steps

    def refusal(self) -> Refusal | None:
        """Explain why the newest code was refused."""
        kept, found = self.kept, self._tools.clock_check.found
        if kept is None:
            return None
        stand = None
        if found.error is not None:
            stand = stand_of(found.error, self.period)
        known = KnownOfClock(stand=stand, is_other_secret=found.is_other_secret)
        return explain_refusal(self.sight.tries, kept.type, known)

    def compare_code(self, shown: str) -> None:
        """Compare the clock with that of another device, which shows this code."""
        account = self.codes.account
        if account is not None:
            now = self._tools.clock.now()
            self._tools.clock_check.compare_code(account, shown, now)

    def try_again(self) -> None:
        """Ask the keychain once more."""
        self.error = None
        if self.taking_in.is_holding:
            self.taking_in.try_again()
        else:
            self.codes.try_again()
        self.changed.emit()

    def _want(self) -> None:
        needs_codes = self._is_shown and self.sight.stand.asks_for_a_code
        self.codes.want(self.kept if needs_codes else None)

    def _step(self) -> int | None:
        """Return the number of the code that is shown: its time step or counter."""
        account: OtpAccount | None = self.codes.account
        if account is None:
            return None
        if self._is_counted():
            return account.counter
        return step_at(self._tools.clock.now(), self.period)

    def _is_counted(self) -> bool:
        account = self.codes.account
        return account is not None and account.type is OtpType.HOTP

    def _take(self, accounts: Sequence[OtpAccount]) -> None:
        self.error, self._taken_for = None, self._case
        self.taking_in.take(accounts)

    def _note_kept(self, accounts: Sequence[KeptAccount]) -> None:
        self._newest = accounts
        if self._is_shown:
            self._choose_newest()

    def _choose_newest(self) -> None:
        """Let the account that was kept last make the codes, in its own case."""
        newest, self._newest = self._newest, ()
        theirs = only_one_of(newest, self.sight.service)
        is_theirs = self._taken_for == self._case
        if theirs is not None and is_theirs and self.sight.stand is Stand.SET_UP:
            self.choose(theirs.id)

    def _follow_accounts(self) -> None:
        self._want()
        self.changed.emit()

    def _fail(self, error: Exception) -> None:
        self.error = error
        self.changed.emit()
