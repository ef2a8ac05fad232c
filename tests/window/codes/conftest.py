"""An authenticator with three accounts, real or of the practice incident."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.fakes.keychain import FakeKeychain
from tests.fakes.moving_clock import MovingClock
from tests.window.scene import ports_on
from torimodosu.adapters.store import Store
from torimodosu.bootstrap.lock import lock_ports
from torimodosu.recovery.twostep.account import OtpAccount, OtpType
from torimodosu.recovery.twostep.vault import Vault
from torimodosu.window.activities.authenticator import Authenticator
from torimodosu.window.clipboard import SecretClipboard
from torimodosu.window.codes.desk import CodesDesk
from torimodosu.window.codes.window import CodesWindow
from torimodosu.window.jobs import JobRunner
from torimodosu.window.kit.look import Look
from torimodosu.window.ports import Ports

# Milliseconds; a hash takes its time, and the computer may be busy.
PATIENCE = 120_000

WORDS = "tanuki no mittsu boshi"

# The secret of RFC 4226 and RFC 6238; the moment is one of the latter's examples.
SECRET = b"12345678901234567890"
MOMENT = datetime(2009, 2, 13, 23, 31, 30, tzinfo=UTC)
SHOP = OtpAccount(
    type=OtpType.TOTP, issuer="Amazon", name="hanako@example.jp", secret=SECRET
)
GAMES = OtpAccount(
    type=OtpType.STEAM, issuer="Steam", name="hanako", secret=SECRET, digits=5
)
BANK = OtpAccount(
    type=OtpType.HOTP, issuer="みずいろ銀行", name="", secret=SECRET, period=0
)


@pytest.fixture
def clock() -> MovingClock:
    return MovingClock(MOMENT)


@pytest.fixture
def keychain() -> FakeKeychain:
    return FakeKeychain()


@pytest.fixture
def ports(
    store: Store, jobs: JobRunner, clock: MovingClock, keychain: FakeKeychain
) -> Ports:
    ports = ports_on(store, jobs=jobs, clock=clock)
    return replace(ports, lock=lock_ports(store, keychain))


@pytest.fixture
def vault(ports: Ports) -> Vault:
    lock = ports.lock
    return Vault(lock.keychain, lock.account_list, ports.clock, lock.new_id)


@pytest.fixture
def clipboard(qapp: QApplication) -> Iterator[SecretClipboard]:
    del qapp
    clipboard = SecretClipboard()
    yield clipboard
    clipboard.stop()


@pytest.fixture
def authenticator(ports: Ports) -> Authenticator:
    return Authenticator(ports)


@pytest.fixture
def desk(
    look: Look, ports: Ports, authenticator: Authenticator, clipboard: SecretClipboard
) -> Iterator[CodesDesk]:
    desk = CodesDesk(look, ports, authenticator, clipboard)
    yield desk
    desk.leave()
    ports.jobs.shut_down()
    shiboken6.delete(desk)


@pytest.fixture
def window(qtbot: QtBot, vault: Vault, desk: CodesDesk) -> CodesWindow:
    """Return the window, opened on the three accounts."""
    for account in (SHOP, GAMES, BANK):
        vault.add(account)
    desk.open()
    assert desk.window is not None
    window = desk.window
    qtbot.waitUntil(lambda: len(window.page.list.accounts.rows) == 3, timeout=PATIENCE)
    return window


@pytest.fixture
def guarded(qtbot: QtBot, window: CodesWindow, desk: CodesDesk) -> CodesWindow:
    """Return the window, with a passphrase and not locked yet."""
    desk.lock.close_with(WORDS)
    qtbot.waitUntil(lambda: desk.lock.is_on, timeout=PATIENCE)
    return window


@pytest.fixture
def locked(guarded: CodesWindow, desk: CodesDesk) -> CodesWindow:
    """Return the window, locked."""
    desk.lock.lock()
    return guarded
