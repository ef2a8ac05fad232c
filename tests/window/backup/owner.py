"""Somebody who makes a backup of their accounts and reads it back, on real parts."""

import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from tests.fakes.clock import JAPAN
from tests.fakes.keychain import FakeKeychain
from tests.fakes.moving_clock import MovingClock
from tests.recovery.twostep.backup.accounts import ALL
from tests.window.scene import ports_on
from tests.window.seen import words_in_sight
from torimodosu.adapters.store import Store
from torimodosu.bootstrap.lock import lock_ports
from torimodosu.recovery.case.case import Answers, MailPlace, SignIn
from torimodosu.recovery.keepass.writing import Lock
from torimodosu.recovery.twostep.account import OtpAccount
from torimodosu.recovery.twostep.backup.encrypted_file import encrypted_file
from torimodosu.recovery.twostep.proof import Backup
from torimodosu.recovery.twostep.vault import Vault
from torimodosu.window.activities.authenticator import Authenticator
from torimodosu.window.backup.drill import BackupDrill
from torimodosu.window.backup.panel import BackupPanel
from torimodosu.window.case_file import CaseFile
from torimodosu.window.jobs import JobRunner
from torimodosu.window.kit.look import Look

PATIENCE = 120_000
EVENING = datetime(2026, 11, 21, 21, 6, 10, tzinfo=JAPAN)
ANSWERS = Answers(
    service="amazon.co.jp",
    noticed=date(2026, 11, 21),
    sign_in=SignIn.YES,
    mail_place=MailPlace.WEBMAIL,
)
PASSWORD = "a made up password"  # noqa: S105 -- as it says


def save_to(patch: pytest.MonkeyPatch, path: Path | str) -> None:
    """Choose *path* in the dialog of the system."""
    patch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))


def write_encrypted(path: Path, accounts: Sequence[OtpAccount]) -> Path:
    """Write the file with a password of somebody who has *accounts*."""
    lock = Lock(password=PASSWORD, chance=os.urandom)
    path.write_bytes(encrypted_file(accounts, lock, at=EVENING))
    return path


class Owner:
    """Has some accounts, and sits in front of the room; each step is waited for."""

    def __init__(
        self,
        qtbot: QtBot,
        look: Look,
        store: Store,
        jobs: JobRunner,
        accounts: Sequence[OtpAccount] = ALL,
    ) -> None:
        self._qtbot = qtbot
        self.clock, self.keychain = MovingClock(EVENING), FakeKeychain()
        lock = lock_ports(store, self.keychain)
        ports = ports_on(store, jobs=jobs, clock=self.clock)
        self.ports = replace(ports, lock=lock)
        self.vault = Vault(
            keychain=self.keychain,
            account_list=lock.account_list,
            clock=self.clock,
            new_id=lock.new_id,
        )
        self.kept = [self.vault.add(account) for account in accounts]
        store.open(ANSWERS, at=EVENING, is_practice=False)
        self.case_file = CaseFile(self.ports)
        self.case_file.resume()
        self.authenticator = Authenticator(self.ports)
        keeping = self.case_file.keeping
        self.drill = BackupDrill(self.ports, self.authenticator, keeping)
        self.panel = BackupPanel(look, self.drill, self.case_file.snapshot)
        for part in (self.drill, self.authenticator, self.case_file):
            part.setParent(self.panel)
        qtbot.addWidget(self.panel)
        self.case_file.changed.connect(self.panel.show_snapshot)
        with qtbot.waitSignal(self.authenticator.changed, timeout=PATIENCE):
            self.authenticator.open(self.case_file.snapshot)
        self.panel.show()

    @property
    def backups(self) -> tuple[Backup, ...]:
        """Return the backups that are known of."""
        return self.case_file.snapshot.two_step.backups

    @property
    def words(self) -> str:
        """Return what stands in the room, and on its buttons."""
        buttons = self.panel.findChildren(QAbstractButton)
        names = [one.accessibleName() for one in buttons if one.isVisibleTo(self.panel)]
        return "\n".join((words_in_sight(self.panel), *names))

    def wait(self, condition: Callable[[], bool]) -> None:
        """Wait until *condition* holds."""
        self._qtbot.waitUntil(condition, timeout=PATIENCE)

    def wait_for(self, words: str) -> None:
        """Wait until *words* stand in the room."""
        self.wait(lambda: words in self.words)

    def press(self, words: str) -> None:
        """Press the button with *words*, as soon as it is there."""

        def there() -> Sequence[QAbstractButton]:
            return [
                one
                for one in self.panel.findChildren(QAbstractButton)
                if one.isVisibleTo(self.panel) and one.accessibleName() == words
            ]

        self.wait(lambda: len(there()) == 1 and there()[0].isEnabled())
        there()[0].click()

    def type(self, name: str, text: str) -> None:
        """Type *text* into the field of that object name, as soon as it is there."""

        def there() -> Sequence[QLineEdit]:
            return [
                one
                for one in self.panel.findChildren(QLineEdit, name)
                if one.isVisibleTo(self.panel)
            ]

        self.wait(lambda: len(there()) == 1)
        there()[0].setText(text)
        there()[0].textEdited.emit(text)

    def wait_for_backup(self) -> Backup:
        """Wait until a backup is kept, and return it."""
        self.wait(lambda: len(self.backups) == 1)
        return self.backups[0]

    def wait_until_restored(self) -> None:
        """Wait until it is kept that the newest backup was read back."""
        self.wait(lambda: self.backups[-1].restored_at is not None)

    def bring(self, *paths: Path) -> None:
        """Drop files into the room."""
        self.panel.take_files(tuple(map(str, paths)))
