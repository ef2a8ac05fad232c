"""The page, with and without a real server behind it."""

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.bootstrap.working import ANSWERS
from tests.window.steps.provider.scene import NOW, Scene
from torimodosu.adapters.store import Store
from torimodosu.bootstrap.program import worker_command
from torimodosu.recovery.case.case import Case
from torimodosu.window.jobs import JobRunner
from torimodosu.window.kit.look import Look

if TYPE_CHECKING:
    from tests.dovecot import Dovecot


@pytest.fixture
def case(store: Store) -> Case:
    return store.open(ANSWERS, at=NOW, is_practice=False)


@pytest.fixture
def scene(qtbot: QtBot, look: Look, store: Store, case: Case, jobs: JobRunner) -> Scene:
    scene = Scene(look, store, case, jobs)
    qtbot.addWidget(scene.page)
    return scene


@pytest.fixture
def dovecot() -> "Iterator[Dovecot]":
    if sys.platform != "linux":
        pytest.skip("Dovecot runs on Linux")
    from tests.dovecot import serving  # noqa: PLC0415 -- on Linux

    with serving(special=["Junk"]) as server:
        yield server


@pytest.fixture
def working(
    qapp: QApplication,
    store: Store,
    dovecot: "Dovecot",
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[JobRunner]:
    del qapp
    # The worker trusts whom the system trusts: OpenSSL reads them from there.
    monkeypatch.setenv("SSL_CERT_FILE", dovecot.authorities)
    runner = JobRunner(worker=worker_command(store.path.parent))
    yield runner
    runner.shut_down()


@pytest.fixture
def connected(
    qtbot: QtBot, look: Look, store: Store, case: Case, working: JobRunner
) -> Scene:
    scene = Scene(look, store, case, working)
    qtbot.addWidget(scene.page)
    return scene
