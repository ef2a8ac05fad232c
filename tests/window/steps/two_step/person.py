"""Somebody who sets the two-step check up, in front of the real page."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial

from PySide6.QtWidgets import QAbstractButton, QLineEdit
from pytestqt.qtbot import QtBot

from tests.fakes.clock import JAPAN
from tests.fakes.keychain import FakeKeychain
from tests.fakes.moving_clock import MovingClock
from tests.fakes.time_servers import TellingTime
from tests.window.scene import ports_on
from tests.window.seen import words_in_sight
from torimodosu.adapters.packs import load_catalogue
from torimodosu.adapters.store import Store
from torimodosu.bootstrap.lock import lock_ports
from torimodosu.recovery.case.case import Answers
from torimodosu.recovery.plan.asking_time import TimeTools, ask_time
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.twostep.account import OtpAccount
from torimodosu.recovery.twostep.kept import KeptAccount
from torimodosu.recovery.twostep.otpauth import read_uri
from torimodosu.recovery.twostep.vault import Vault
from torimodosu.resources import resource
from torimodosu.window.activities.authenticator import Authenticator
from torimodosu.window.activities.clock_check import ClockCheck
from torimodosu.window.backup.drill import BackupDrill
from torimodosu.window.case_file import CaseFile
from torimodosu.window.clipboard import SecretClipboard
from torimodosu.window.codes.code_lock import CodeLock
from torimodosu.window.codes.code_view import CodeView
from torimodosu.window.codes.settings import CodeSettings
from torimodosu.window.jobs import JobRunner
from torimodosu.window.kit.look import Look
from torimodosu.window.notes.two_step import TwoStepNotes
from torimodosu.window.qr.capture import QrCapture
from torimodosu.window.steps.two_step.page import TwoStepPage
from torimodosu.window.steps.two_step.sight import Stand
from torimodosu.window.steps.two_step.tools import Tools

PATIENCE = 120_000
EVENING = datetime(2026, 11, 21, 21, 6, 10, tzinfo=JAPAN)
SHOP = read_uri(
    "otpauth://totp/Amazon%3Ataro%40mail.example"
    "?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Amazon"
)
CATALOGUE = load_catalogue(resource("catalogue"))


class Person:
    """Sits in front of the page of a new case; each press is waited for."""

    def __init__(self, qtbot: QtBot, look: Look, store: Store, jobs: JobRunner) -> None:
        self._qtbot, self.look, self.store, self._jobs = qtbot, look, store, jobs
        self.clock = MovingClock(EVENING)
        self.keychain, self.server = FakeKeychain(), TellingTime()
        lock = lock_ports(store, self.keychain)
        asking = TimeTools(server=self.server, outgoing=lock.outgoing, clock=self.clock)
        lock = replace(lock, ask_time=partial(ask_time, tools=asking))
        ports = ports_on(store, jobs=jobs, clock=self.clock)
        self.ports = replace(ports, lock=lock)
        self.vault = Vault(
            keychain=self.keychain,
            account_list=lock.account_list,
            clock=self.clock,
            new_id=lock.new_id,
        )

    def open_case(self, answers: Answers) -> None:
        """Begin a case, and open the page."""
        self.store.open(answers, at=self.clock.now(), is_practice=False)
        self.open()

    def keep(self, account: OtpAccount = SHOP) -> KeptAccount:
        """Have had *account* in the authenticator before."""
        return self.vault.add(account)

    def open(self) -> None:
        """Open the page, with all that is kept."""
        ports, lock = self.ports, self.ports.lock
        self.case_file = CaseFile(ports)
        self.case_file.resume()
        self.authenticator = Authenticator(ports)
        self.tools = Tools(
            catalogue=CATALOGUE,
            authenticator=self.authenticator,
            backup=BackupDrill(ports, self.authenticator, self.case_file.keeping),
            capture=QrCapture(self.look, self._jobs, lock.sight),
            clipboard=SecretClipboard(),
            clock=self.clock,
            clock_check=ClockCheck(self._jobs, lock.ask_time),
            notes=TwoStepNotes(lock.two_steps, self.case_file.keep),
            settings=self.store,
            lock=CodeLock(ports, CodeSettings(self.store)),
        )
        snapshot = self.case_file.snapshot
        self.page = TwoStepPage(self.look, snapshot, self.tools)
        tools = self.tools
        for part in (self.case_file, self.authenticator, tools.clipboard, tools.lock):
            part.setParent(self.page)
        self._qtbot.addWidget(self.page)
        self.case_file.changed.connect(self.page.show_snapshot)
        with self._qtbot.waitSignal(self.authenticator.changed, timeout=PATIENCE):
            self.authenticator.open(snapshot)
        self.page.show_snapshot(snapshot)
        self.page.show()

    @property
    def snapshot(self) -> Snapshot:
        """Return what is known now."""
        return self.case_file.snapshot

    @property
    def words(self) -> str:
        """Return everything that stands on the page, and on its buttons."""
        buttons = self.page.findChildren(QAbstractButton)
        names = [one.accessibleName() for one in buttons if one.isVisibleTo(self.page)]
        return "\n".join((words_in_sight(self.page), *names))

    def wait(self, condition: Callable[[], bool]) -> None:
        """Wait until *condition* holds."""
        self._qtbot.waitUntil(condition, timeout=PATIENCE)

    def wait_for(self, words: str) -> None:
        """Wait until *words* stand on the page."""
        self.wait(lambda: words in self.words)

    def wait_for_code(self) -> str:
        """Wait until a code is shown, and return it."""

        def is_shown() -> bool:
            view = self._code_view()
            return view is not None and view.code is not None

        self.wait(is_shown)
        view = self._code_view()
        assert view is not None
        assert view.code is not None
        return view.code.code

    def show_qr(self, *accounts: OtpAccount) -> None:
        """Let the page read these accounts."""
        self.tools.capture.take(accounts)

    def say(self, *, is_accepted: bool) -> None:
        """Say what the shop said to the code."""
        self.wait_for_code()
        before = len(self.snapshot.two_step.tries)
        buttons = self.page.buttons()
        action = buttons.primary if is_accepted else buttons.secondary
        assert action is not None
        assert not action.held_back
        action.run()
        self.wait(lambda: len(self.snapshot.two_step.tries) > before)

    def press(self, words: str) -> None:
        """Press the button with *words* or of that object name."""
        (button,) = self.buttons(words)
        assert button.isEnabled()
        button.click()

    def field(self, name: str) -> QLineEdit:
        """Return the field of that object name."""
        (field,) = [
            field
            for field in self.page.findChildren(QLineEdit, name)
            if field.isVisibleTo(self.page)
        ]
        return field

    def type(self, name: str, text: str) -> None:
        """Type *text* into the field of that object name."""
        self.field(name).setText(text)
        self.field(name).textEdited.emit(text)

    def buttons(self, words: str) -> Sequence[QAbstractButton]:
        """Return the buttons with *words*."""
        return [
            button
            for button in self.page.findChildren(QAbstractButton)
            if button.isVisibleTo(self.page)
            and words in {button.accessibleName(), button.objectName()}
        ]

    def stands(self, stand: Stand) -> None:
        """Wait until the page shows *stand*."""
        desk = self.page.desk
        self.wait(lambda: desk.sight.stand is stand)

    def _code_view(self) -> CodeView | None:
        card = self.page.cards.code_card
        return None if card is None else card.view
