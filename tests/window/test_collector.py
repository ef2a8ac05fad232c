import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from torimodosu.window.collector import Collector, collect_due


class Loop:
    """Garbage that only a collector finds, once nothing else holds it."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def owner(qapp: object) -> Iterator[QObject]:
    del qapp
    was_enabled = gc.isenabled()
    yield QObject()
    KEPT.clear()
    if was_enabled:
        gc.enable()


KEPT: list[list[int]] = []


def _allocate_much() -> None:
    # What is freed again would not count.
    KEPT.extend([number] for number in range(50_000))


def test_garbage_is_never_collected_on_another_thread(owner: QObject) -> None:
    Collector(owner)
    threads: list[int] = []
    weakref.finalize(Loop(), lambda: threads.append(threading.get_ident()))
    other = threading.Thread(target=_allocate_much)
    other.start()
    other.join()
    assert not threads
    collect_due()
    assert threads == [threading.get_ident()]


def test_garbage_is_collected_in_time_by_itself(owner: QObject, qtbot: QtBot) -> None:
    Collector(owner)
    gone: list[bool] = []
    weakref.finalize(Loop(), lambda: gone.append(True))
    _allocate_much()
    qtbot.waitUntil(lambda: bool(gone))


def test_nothing_is_collected_while_little_was_allocated(owner: QObject) -> None:
    Collector(owner)
    gc.collect()
    gone: list[bool] = []
    weakref.finalize(Loop(), lambda: gone.append(True))
    collect_due()
    assert not gone
