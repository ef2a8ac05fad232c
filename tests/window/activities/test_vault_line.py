"""Questions to the keychain, on the jobs of the window."""

import threading
from collections.abc import Callable

import pytest
import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from torimodosu.recovery.case.ports import StoreError, StoreTrouble
from torimodosu.recovery.case.secrets import KeychainError, KeychainTrouble
from torimodosu.window.activities import vault_line
from torimodosu.window.activities.vault_line import VaultLine
from torimodosu.window.jobs import JobRunner

LOCKED = KeychainError(KeychainTrouble.LOCKED)
PATIENCE = 120  # seconds


class Ear(QObject):
    """Hears what is called back."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[object] = []

    def hear(self, result: object) -> None:
        self.heard.append(result)


@pytest.fixture
def line(jobs: JobRunner) -> VaultLine:
    return VaultLine(jobs)


def ask(line: VaultLine, work: Callable[[], object], ear: Ear) -> None:
    line.ask(work, lambda result: result, on_done=ear.hear)


def locked() -> str:
    raise LOCKED


def test_the_answer_comes_back(line: VaultLine, qtbot: QtBot) -> None:
    ear = Ear()
    ask(line, lambda: threading.current_thread().name, ear)
    qtbot.waitUntil(lambda: bool(ear.heard))
    assert ear.heard != [threading.current_thread().name]


def test_one_question_waits_for_the_other(line: VaultLine, qtbot: QtBot) -> None:
    ear, go = Ear(), threading.Event()
    ask(line, lambda: go.wait(PATIENCE), ear)
    ask(line, go.is_set, ear)
    go.set()
    qtbot.waitUntil(lambda: len(ear.heard) == 2)
    assert ear.heard == [True, True]


def test_a_locked_keychain_is_told_to_both_and_the_next_has_its_turn(
    line: VaultLine, qtbot: QtBot
) -> None:
    answered, refused, other = Ear(), Ear(), Ear()
    for work in (locked, lambda: 1):
        listeners = [refused.hear, other.hear]
        line.ask(work, str, on_done=answered.hear, on_failed=listeners)
    qtbot.waitUntil(lambda: bool(answered.heard))
    assert answered.heard == ["1"]
    assert refused.heard == other.heard == [LOCKED]


@pytest.mark.logs
def test_a_disk_that_fails_is_told_in_the_same_way(
    line: VaultLine, qtbot: QtBot
) -> None:
    refused, error = Ear(), StoreError(StoreTrouble.FULL, "disk is full")

    def fail() -> None:
        raise error

    line.ask(fail, str, on_failed=[refused.hear])
    qtbot.waitUntil(lambda: bool(refused.heard))
    assert refused.heard == [error]


def test_what_is_settled_comes_before_the_answer(line: VaultLine, qtbot: QtBot) -> None:
    ear = Ear()

    def settle(number: int) -> str:
        ear.heard.append(number)
        return str(number)

    line.ask(lambda: 7, settle, on_done=ear.hear)
    qtbot.waitUntil(lambda: len(ear.heard) == 2)
    assert ear.heard == [7, "7"]


def test_who_has_died_is_not_called(line: VaultLine, qtbot: QtBot) -> None:
    dead, ear, go = Ear(), Ear(), threading.Event()
    ask(line, lambda: go.wait(PATIENCE), dead)
    ask(line, lambda: 1, ear)
    shiboken6.delete(dead)
    go.set()
    qtbot.waitUntil(lambda: bool(ear.heard))


def test_a_keychain_that_is_slow_is_told_until_it_answers(
    line: VaultLine, qtbot: QtBot
) -> None:
    ear, go = Ear(), threading.Event()
    line.waiting.connect(ear.hear)
    with qtbot.waitSignal(line.waiting):
        ask(line, lambda: go.wait(PATIENCE), Ear())
    assert line.is_waiting
    go.set()
    qtbot.waitUntil(lambda: len(ear.heard) == 2)
    assert ear.heard == [True, False]
    assert not line.is_waiting


def test_a_quick_answer_is_no_wait(
    jobs: JobRunner, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Quick is what comes before then, however busy this computer is.
    monkeypatch.setattr(vault_line, "MILLISECONDS_UNTIL_SLOW", PATIENCE * 1000)
    line, ear = VaultLine(jobs), Ear()
    line.waiting.connect(ear.hear)
    ask(line, lambda: 1, ear)
    qtbot.waitUntil(lambda: bool(ear.heard))
    assert ear.heard == [1]
