from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.window.steps.two_step.person import Person
from torimodosu.adapters.store import Store
from torimodosu.window.jobs import JobRunner
from torimodosu.window.kit.look import Look


@pytest.fixture
def person(qtbot: QtBot, look: Look, store: Store, jobs: JobRunner) -> Iterator[Person]:
    yield Person(qtbot, look, store, jobs)
    jobs.shut_down()
