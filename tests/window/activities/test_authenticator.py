"""The authenticator of the window, on a real store and a fake keychain."""

from collections.abc import Callable
from dataclasses import replace
from typing import cast

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from tests.contracts.cases import SHOP
from tests.fakes.clock import FRIDAY_NIGHT
from tests.fakes.keychain import FakeKeychain
from torimodosu.adapters.store import Store
from torimodosu.recovery.case.secrets import KeychainError, KeychainTrouble
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.twostep.account import OtpAccount, OtpType
from torimodosu.recovery.twostep.kept import KeptAccount
from torimodosu.window.activities.authenticator import Authenticator
from torimodosu.window.ports import Ports

AMAZON = OtpAccount(
    type=OtpType.TOTP, issuer="Amazon", name="taro@example.com", secret=b"0123456789"
)
BANK = OtpAccount(
    type=OtpType.HOTP, issuer="Bank", name="", secret=b"x", period=0, counter=1
)


class Ear(QObject):
    """Hears what is called back."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[object] = []

    def hear(self, result: object) -> None:
        self.heard.append(result)


class Desk:
    """An authenticator, and what a test does with it."""

    def __init__(self, ports: Ports, qtbot: QtBot) -> None:
        self.authenticator = Authenticator(ports)
        self.keychain = cast("FakeKeychain", ports.lock.keychain)
        self.ear, self.refused = Ear(), Ear()
        self.authenticator.failed.connect(self.refused.hear)
        self._qtbot = qtbot

    def listed(self) -> tuple[KeptAccount, ...]:
        return self.authenticator.accounts

    def wait(self, condition: Callable[[], object]) -> None:
        self._qtbot.waitUntil(lambda: bool(condition()))

    def answer(self) -> object:
        self.wait(lambda: self.ear.heard)
        return self.ear.heard.pop()

    def refusal(self) -> object:
        self.wait(lambda: self.refused.heard)
        return self.refused.heard.pop()

    def add(
        self, *accounts: OtpAccount, **places: KeptAccount
    ) -> tuple[KeptAccount, ...]:
        replacing = {int(place[1:]): kept for place, kept in places.items()}
        self.authenticator.add(accounts, replacing=replacing, on_added=self.ear.hear)
        return cast("tuple[KeptAccount, ...]", self.answer())


@pytest.fixture
def desk(ports: Ports, qtbot: QtBot) -> Desk:
    return Desk(ports, qtbot)


def test_who_is_told_of_new_accounts_finds_them_listed(desk: Desk) -> None:
    (kept,) = desk.add(AMAZON)
    assert desk.listed() == (kept,)
    assert desk.authenticator.account(kept.id) == kept
    assert desk.authenticator.account("") is None


def test_an_account_is_read_with_its_secret(desk: Desk) -> None:
    (kept,) = desk.add(AMAZON)
    desk.authenticator.read(kept, desk.ear.hear)
    assert desk.answer() == AMAZON


def test_duplicates_are_told_and_can_be_replaced(desk: Desk) -> None:
    (kept,) = desk.add(AMAZON)
    desk.authenticator.find_duplicates([BANK, AMAZON], desk.ear.hear)
    assert desk.answer() == {1: kept}
    renamed = replace(AMAZON, name="hanako")
    bank, new = desk.add(BANK, renamed, _1=kept)
    assert desk.listed() == (new, bank)


def test_a_removed_account_is_gone(desk: Desk) -> None:
    (kept,) = desk.add(AMAZON)
    desk.authenticator.remove(kept)
    desk.wait(lambda: not desk.listed())
    assert desk.keychain.secrets == {}


def test_quick_presses_count_one_after_the_other(desk: Desk) -> None:
    (kept,) = desk.add(BANK)
    for _ in range(5):
        desk.authenticator.count_up(kept, desk.ear.hear)
    desk.wait(lambda: len(desk.ear.heard) == 5)
    counters = [cast("OtpAccount", one).counter for one in desk.ear.heard]
    assert counters == [2, 3, 4, 5, 6]


def test_a_locked_keychain_is_told_and_nothing_is_listed(desk: Desk) -> None:
    desk.keychain.trouble = KeychainTrouble.LOCKED
    own = Ear()
    desk.authenticator.add([AMAZON], on_added=desk.ear.hear, on_failed=own.hear)
    error = desk.refusal()
    assert isinstance(error, KeychainError)
    assert error.trouble is KeychainTrouble.LOCKED
    assert (own.heard, desk.ear.heard) == ([error], [])
    assert desk.listed() == ()


def test_what_was_kept_before_it_failed_is_listed(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep = desk.keychain.keep

    def keep_one(name: str, secret: str) -> None:
        keep(name, secret)
        desk.keychain.trouble = KeychainTrouble.GONE

    monkeypatch.setattr(desk.keychain, "keep", keep_one)
    desk.authenticator.add([AMAZON, BANK])
    desk.refusal()
    desk.wait(desk.listed)
    assert [one.issuer for one in desk.listed()] == ["Amazon"]


def of(store: Store, *, is_practice: bool) -> Snapshot:
    case = store.open(SHOP, at=FRIDAY_NIGHT, is_practice=is_practice)
    return store.snapshot(case, at=FRIDAY_NIGHT)


def test_practice_shows_its_own_accounts(desk: Desk, store: Store) -> None:
    (real,) = desk.add(AMAZON)
    desk.authenticator.open(of(store, is_practice=True))
    assert desk.listed() == ()
    (practised,) = desk.add(BANK)
    assert practised.is_practice
    desk.authenticator.open(of(store, is_practice=False))
    desk.wait(desk.listed)
    assert desk.listed() == (real,)


def test_a_look_at_the_other_sort_comes_too_late(desk: Desk, store: Store) -> None:
    desk.add(AMAZON)
    desk.authenticator.load()
    desk.authenticator.open(of(store, is_practice=True))
    (practised,) = desk.add(BANK)
    assert desk.listed() == (practised,)


def test_the_secrets_of_practice_are_forgotten_with_it(
    desk: Desk, store: Store
) -> None:
    desk.authenticator.open(of(store, is_practice=True))
    desk.add(BANK)
    store.clear_practice()
    desk.authenticator.open(Snapshot(at=FRIDAY_NIGHT))
    desk.wait(lambda: not store.lock_records.leaving_accounts())
    assert desk.keychain.secrets == {}


def test_a_locked_keychain_forgets_them_later(desk: Desk, store: Store) -> None:
    desk.authenticator.open(of(store, is_practice=True))
    (kept,) = desk.add(BANK)
    store.clear_practice()
    desk.keychain.trouble = KeychainTrouble.LOCKED
    desk.authenticator.open(Snapshot(at=FRIDAY_NIGHT))
    desk.authenticator.read(kept, desk.ear.hear)
    desk.refusal()
    assert desk.refused.heard == []
    desk.keychain.trouble = None
    desk.authenticator.load()
    desk.wait(lambda: not desk.keychain.secrets)
