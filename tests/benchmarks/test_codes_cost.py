"""What the small window with the codes costs: hidden, shown, opened and searched.

The processor time is that of the whole program while its event loop runs and nobody
does anything. The peer is the same program before the window was ever opened.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from statistics import median

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.benchmarks.pairs import say
from tests.fakes.keychain import FakeKeychain
from tests.window.scene import ports_on, undressed_after
from torimodosu.adapters.clock import SystemClock
from torimodosu.adapters.store import Store
from torimodosu.bootstrap.lock import lock_ports
from torimodosu.recovery.twostep.account import OtpAccount, OtpType
from torimodosu.recovery.twostep.vault import Vault
from torimodosu.window.activities.authenticator import Authenticator
from torimodosu.window.appearance import Appearance
from torimodosu.window.clipboard import SecretClipboard
from torimodosu.window.codes.codes_page import CodesPage
from torimodosu.window.codes.desk import CodesDesk
from torimodosu.window.jobs import JobRunner

ACCOUNTS = 300
# Milliseconds of the processor in a second, more than without the window.
MOST_HIDDEN, MOST_SHOWN = 0.5, 10.0
# Milliseconds: the eye takes it for at once, and a frame of 60 in a second.
LONGEST_OPENING, LONGEST_SEARCH = 100.0, 16.0


@contextmanager
def codes(app: QApplication, store: Store, jobs: JobRunner) -> Iterator[CodesDesk]:
    """Yield what opens the window, with accounts that have never been read."""
    clock, keychain = SystemClock(), FakeKeychain()
    lock = lock_ports(store, keychain)
    vault = Vault(keychain, lock.account_list, clock, lock.new_id)
    for number in range(ACCOUNTS):
        vault.add(
            OtpAccount(
                type=OtpType.TOTP,
                issuer=f"Shop {number}",
                name=f"hanako{number}@example.jp",
                secret=bytes(20),
            )
        )
    with undressed_after(app):
        look = Appearance(app, store).look
        ports = replace(ports_on(store, jobs=jobs, clock=clock), lock=lock)
        authenticator, clipboard = Authenticator(ports), SecretClipboard()
        yield CodesDesk(look, ports, authenticator, clipboard)
        jobs.shut_down()


def milliseconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def load(qtbot: QtBot, seconds: float) -> float:
    """Return the milliseconds of the processor that a second takes."""
    began = time.process_time()
    qtbot.wait(round(seconds * 1000))
    return (time.process_time() - began) * 1000 / seconds


def open_and_show(app: QApplication, desk: CodesDesk) -> None:
    desk.open()
    app.processEvents()


def search(app: QApplication, page: CodesPage, number: int) -> None:
    page.search.setText(f"shop {number}")
    app.processEvents()


def test_codes_cost(
    qtbot: QtBot, qapp: QApplication, store: Store, jobs: JobRunner, *, long_form: bool
) -> None:
    seconds, rounds = (10.0, 20) if long_form else (0.2, 2)
    with codes(qapp, store, jobs) as desk:
        opening = partial(open_and_show, qapp, desk)
        without, first = load(qtbot, seconds), milliseconds(opening)
        assert desk.window is not None
        window, page = desk.window, desk.window.page
        qtbot.waitUntil(lambda: len(page.list.accounts.rows) == ACCOUNTS)
        page.panel.ask()
        qtbot.waitUntil(lambda: page.panel.is_shown)
        shown = load(qtbot, seconds)
        searches = [milliseconds(partial(search, qapp, page, n)) for n in range(rounds)]
        window.close()
        hidden = load(qtbot, seconds)
        again = []
        for _ in range(rounds):
            again.append(milliseconds(opening))
            window.close()
        desk.leave()
    kept = hidden - without <= MOST_HIDDEN and shown - without <= MOST_SHOWN
    kept &= median(again) <= LONGEST_OPENING and median(searches) <= LONGEST_SEARCH
    say(
        f"{'ok  ' if kept else 'OVER'} codes of {ACCOUNTS} accounts: processor"
        f" {without:.1f} ms/s without the window, {hidden:.1f} hidden, {shown:.1f}"
        f" showing a code; first opened in {first:.0f} ms, again in"
        f" {median(again):.0f} (limit {LONGEST_OPENING:g}); a letter searched in"
        f" {median(searches):.1f} ms (limit {LONGEST_SEARCH:g})"
    )
    assert kept or not long_form
