import pytest
from pytestqt.qtbot import QtBot

from tests.window.card_scene import SNAPSHOT
from tests.window.steps.statements.desk import Desk
from torimodosu.adapters.store import Store
from torimodosu.window.jobs import JobRunner
from torimodosu.window.kit.look import Look
from torimodosu.window.steps.statements.page import StatementsPage


@pytest.fixture
def desk(store: Store, jobs: JobRunner) -> Desk:
    return Desk(store, jobs)


@pytest.fixture
def page(qtbot: QtBot, look: Look, desk: Desk) -> StatementsPage:
    page = StatementsPage(look, SNAPSHOT, desk.tools)
    qtbot.addWidget(page)
    page.show_snapshot(SNAPSHOT)
    return page
