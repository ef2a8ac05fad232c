import pytest
from pytestqt.qtbot import QtBot

from tests.window.steps.schedule.desk import Build, Desk
from torimodosu.adapters.store import Store
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.window.jobs import JobRunner
from torimodosu.window.kit.look import Look
from torimodosu.window.steps.schedule.page import SchedulePage


@pytest.fixture
def desk(store: Store, jobs: JobRunner) -> Desk:
    return Desk(store, jobs)


@pytest.fixture
def build(qtbot: QtBot, look: Look, desk: Desk) -> Build:
    def build(snapshot: Snapshot) -> SchedulePage:
        page = SchedulePage(look, snapshot, desk.tools)
        qtbot.addWidget(page)
        page.show_snapshot(snapshot)
        return page

    return build
