"""The page on a real store."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest
from pytestqt.qtbot import QtBot

from tests.window.steps.sign_in.looks import (
    AT,
    CATALOGUE,
    CHANGED,
    World,
)
from torimodosu.adapters.store import Store
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.window.activities.login_scan import LoginScan
from torimodosu.window.activities.mail_reader import MailReader
from torimodosu.window.jobs import JobRunner
from torimodosu.window.kit.look import Look
from torimodosu.window.notes.sign_in import SignInNotes
from torimodosu.window.steps.sign_in.page import SignInPage, Tools


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def page(  # noqa: PLR0913, PLR0917 -- everything is real
    qtbot: QtBot,
    look: Look,
    snapshot: Snapshot,
    practice: Store,
    worker: JobRunner,
    world: World,
) -> SignInPage:
    """Return the page on a real store, which shows at once what was kept."""

    def keep(note: Callable[[Case, datetime], None]) -> None:
        case = made.snapshot.case
        assert case is not None
        note(case, AT)
        now = practice.snapshot(case, at=AT)
        made.show_snapshot(replace(now, events=(CHANGED,)))

    tools = Tools(
        catalogue=CATALOGUE,
        scan=LoginScan(worker, lambda _case: "stamp"),
        notes=SignInNotes(practice, keep, remove_stale=world.removed.append),
        mails=MailReader(worker),
        open_in_browser=world.open_in_browser,
    )
    made = SignInPage(look, snapshot, tools)
    qtbot.addWidget(made)
    made.show_snapshot(replace(snapshot, events=(CHANGED,)))
    made.show()
    return made
