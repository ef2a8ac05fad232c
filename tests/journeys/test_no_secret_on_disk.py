"""Secrets lie in the keychain and nowhere else: a search of all that is written."""

import logging
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from tests.contracts.cases import SHOP
from tests.fakes.clock import FRIDAY_NIGHT
from tests.leaks import leaks_in, leaks_of
from tests.window.scene import SaturdayEvening, ports_on
from torimodosu.adapters.store import Store
from torimodosu.adapters.system_keychain import SystemKeychain
from torimodosu.bootstrap.lock import lock_ports
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.case.secrets import KeychainError
from torimodosu.recovery.twostep.account import OtpAccount, OtpType
from torimodosu.recovery.twostep.codes import code_at
from torimodosu.recovery.twostep.proof import Backup, BackupForm, CodeTry
from torimodosu.window.activities.authenticator import Authenticator
from torimodosu.window.jobs import JobRunner

if TYPE_CHECKING:
    from tests.secret_service import SecretService

SHOP_ACCOUNT = OtpAccount(
    type=OtpType.TOTP, issuer="Amazon", name="taro@example.com", secret=b"nobody-knows"
)
BANK = OtpAccount(
    type=OtpType.HOTP,
    issuer="銀行",
    name="",
    secret=bytes(range(200, 220)),
    period=0,
    counter=1,
)
SECRETS = {"the shop": SHOP_ACCOUNT.secret, "the bank": BANK.secret}
CODES = ("4830 5834", "2938 3920")
EVERYTHING = {**SECRETS, **{code: code.encode() for code in CODES}}
EVERYTHING["a code"] = code_at(SHOP_ACCOUNT, FRIDAY_NIGHT).code.encode()


class Person(QObject):
    """Who uses the authenticator, and waits for what it tells."""

    def __init__(self, authenticator: Authenticator, qtbot: QtBot) -> None:
        super().__init__()
        self.authenticator, self._qtbot = authenticator, qtbot
        self.heard: list[object] = []
        self.refused: list[object] = []

    def hear(self, result: object) -> None:
        self.heard.append(result)

    def refuse(self, error: object) -> None:
        self.refused.append(error)

    def wait(self, condition: Callable[[], object]) -> None:
        self._qtbot.waitUntil(lambda: bool(condition()))

    def take_in(self, *accounts: OtpAccount) -> None:
        self.authenticator.add(accounts, on_added=self.hear, on_failed=self.refuse)
        self.wait(lambda: self.heard or self.refused)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder in which all that is written in this test lies."""
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setenv("TMPDIR", str(scratch))
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))
    return tmp_path


@pytest.fixture
def person(store: Store, jobs: JobRunner, qtbot: QtBot) -> Person:
    ports = ports_on(store, jobs=jobs, clock=SaturdayEvening())
    on_system = lock_ports(store, SystemKeychain())
    return Person(Authenticator(replace(ports, lock=on_system)), qtbot)


@pytest.fixture
def case(store: Store) -> Case:
    return store.open(SHOP, at=FRIDAY_NIGHT, is_practice=False)


class Search:
    """Looks through everything that the program has written."""

    def __init__(
        self, folder: Path, store: Store, log: pytest.LogCaptureFixture
    ) -> None:
        self._folder, self._store, self._log = folder, store, log
        log.set_level(logging.DEBUG)

    def leaks(self, case: Case) -> list[str]:
        journal = [entry.text for entry in self._store.entries(case)]
        known = repr(self._store.snapshot(case, at=FRIDAY_NIGHT))
        told = "\n".join([self._log.text, *journal, known]).encode()
        return [*leaks_in(self._folder, EVERYTHING), *leaks_of(told, EVERYTHING)]


@pytest.fixture
def search(folder: Path, store: Store, caplog: pytest.LogCaptureFixture) -> Search:
    return Search(folder, store, caplog)


def test_nothing_that_is_written_holds_a_secret(
    store: Store,
    case: Case,
    person: Person,
    secret_service: "SecretService",
    search: Search,
) -> None:
    person.take_in(SHOP_ACCOUNT, BANK)
    shop, bank = person.authenticator.accounts
    person.authenticator.count_up(bank, person.hear)
    person.authenticator.recovery_codes.add(CODES, issuer="Google")
    person.wait(lambda: person.authenticator.recovery_codes.lists)
    records = store.lock_records
    records.choose_account(case, shop.id, at=FRIDAY_NIGHT)
    for step in (1, 2):
        at = FRIDAY_NIGHT + timedelta(minutes=step)
        one = CodeTry(at=at, account=shop.id, step=step, is_accepted=True)
        records.keep_try(case, one)
    backup = Backup(
        form=BackupForm.SHEET, made_at=FRIDAY_NIGHT, accounts=(shop.id, bank.id)
    )
    records.keep_backup(case, backup)
    assert len(secret_service.labels()) == 3
    assert search.leaks(case) == []
    assert list(leaks_in(secret_service.folder, EVERYTHING)) == []


def test_what_a_locked_keychain_does_not_take_is_written_nowhere(
    store: Store,
    case: Case,
    person: Person,
    secret_service: "SecretService",
    search: Search,
) -> None:
    secret_service.lock()
    person.take_in(SHOP_ACCOUNT)
    (error,) = person.refused
    assert isinstance(error, KeychainError)
    assert search.leaks(case) == []
    assert list(store.lock_records.accounts()) == []


def test_what_is_removed_leaves_the_keychain_too(
    person: Person, secret_service: "SecretService"
) -> None:
    person.take_in(SHOP_ACCOUNT)
    (kept,) = person.authenticator.accounts
    person.authenticator.remove(kept)
    person.wait(lambda: not person.authenticator.accounts)
    assert secret_service.labels() == []
