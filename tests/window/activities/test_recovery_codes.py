"""The recovery codes of the window, on a real store and a fake keychain."""

from collections.abc import Callable
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
from torimodosu.recovery.twostep.recovery_codes import KeptCodes
from torimodosu.window.activities.authenticator import Authenticator
from torimodosu.window.ports import Ports

CODES = ("4830 5834", "2938 3920")


class Desk(QObject):
    """The recovery codes, and who hears of them."""

    def __init__(self, ports: Ports, qtbot: QtBot) -> None:
        super().__init__()
        self.authenticator = Authenticator(ports)
        self.codes = self.authenticator.recovery_codes
        self.keychain = cast("FakeKeychain", ports.lock.keychain)
        self.heard: list[object] = []
        self.refused: list[object] = []
        self.codes.failed.connect(self.refuse)
        self._qtbot = qtbot

    def hear(self, result: object) -> None:
        self.heard.append(result)

    def refuse(self, error: object) -> None:
        self.refused.append(error)

    def wait(self, condition: Callable[[], object]) -> None:
        self._qtbot.waitUntil(lambda: bool(condition()))

    def add(self) -> KeptCodes:
        self.codes.add(CODES, issuer="Google", name="taro", on_added=self.hear)
        self.wait(lambda: self.heard)
        return cast("KeptCodes", self.heard.pop())

    def listed(self) -> tuple[KeptCodes, ...]:
        return self.codes.lists


@pytest.fixture
def desk(ports: Ports, qtbot: QtBot) -> Desk:
    return Desk(ports, qtbot)


def test_codes_are_listed_and_read(desk: Desk) -> None:
    kept = desk.add()
    assert desk.listed() == (kept,)
    desk.codes.read(kept, desk.hear)
    desk.wait(lambda: desk.heard)
    assert desk.heard == [CODES]


def test_a_used_code_is_struck_out_and_can_be_taken_back(desk: Desk) -> None:
    kept = desk.add()
    desk.codes.use(kept, 1)
    desk.wait(lambda: desk.listed()[0].left == 1)
    assert list(desk.listed()[0].used) == [1]
    desk.codes.take_back(kept, 1)
    desk.wait(lambda: desk.listed()[0].left == 2)


def test_a_removed_list_is_gone(desk: Desk) -> None:
    desk.codes.remove(desk.add())
    desk.wait(lambda: not desk.listed())
    assert desk.keychain.secrets == {}


def test_a_locked_keychain_is_told_here_and_not_by_the_authenticator(
    desk: Desk,
) -> None:
    desk.authenticator.failed.connect(desk.hear)
    desk.keychain.trouble = KeychainTrouble.LOCKED
    desk.codes.add(CODES, issuer="Google")
    desk.wait(lambda: desk.refused)
    (error,) = desk.refused
    assert isinstance(error, KeychainError)
    assert (desk.heard, desk.listed()) == ([], ())


def test_practice_has_its_own_and_leaves_none_behind(desk: Desk, store: Store) -> None:
    real = desk.add()
    case = store.open(SHOP, at=FRIDAY_NIGHT, is_practice=True)
    desk.authenticator.open(store.snapshot(case, at=FRIDAY_NIGHT))
    assert desk.add().is_practice
    store.clear_practice()
    desk.authenticator.open(Snapshot(at=FRIDAY_NIGHT))
    desk.wait(lambda: len(desk.keychain.secrets) == 1)
    desk.wait(desk.listed)
    assert desk.listed() == (real,)
