from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.window.backup.owner import Owner
from torimodosu.adapters.store import Store
from torimodosu.window.jobs import JobRunner
from torimodosu.window.kit.look import Look


@pytest.fixture
def owner(qtbot: QtBot, look: Look, store: Store, jobs: JobRunner) -> Iterator[Owner]:
    yield Owner(qtbot, look, store, jobs)
    jobs.shut_down()
