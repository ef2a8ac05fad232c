"""The page on a real store, with passwords that are weighed by their length."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest
from pytestqt.qtbot import QtBot

from tests.window.scene import SaturdayEvening, ports_on
from tests.window.steps.password.acting import AT, Weighing
from torimodosu.adapters.store import Store
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.steps import Step
from torimodosu.window.activities.login_scan import LoginScan
from torimodosu.window.activities.password_desk import PasswordDesk
from torimodosu.window.clipboard import SecretClipboard
from torimodosu.window.jobs import JobRunner
from torimodosu.window.kit.look import Look
from torimodosu.window.notes.sign_in import SignInNotes
from torimodosu.window.steps.password.page import PasswordPage, Tools


@pytest.fixture
def weighing() -> Weighing:
    return Weighing()


@pytest.fixture
def page(  # noqa: PLR0913, PLR0917 -- all but the weighing is real
    qtbot: QtBot,
    look: Look,
    snapshot: Snapshot,
    practice: Store,
    worker: JobRunner,
    weighing: Weighing,
) -> PasswordPage:
    """Return the page, not shown yet; it shows at once what was kept."""

    def keep(note: Callable[[Case, datetime], None]) -> None:
        case = made.snapshot.case
        assert case is not None
        note(case, AT)
        made.show_snapshot(practice.snapshot(case, at=AT))

    def say(step: Step) -> None:
        keep(lambda case, at: practice.say(case, step, at=at))

    def take_back(step: Step) -> None:
        keep(lambda case, at: practice.take_back(case, step, at=at))

    ports = ports_on(practice, jobs=worker, clock=SaturdayEvening())
    lock = replace(ports.lock, weigh_password=weighing)
    tools = Tools(
        catalogue=ports.load_catalogue(),
        desk=PasswordDesk(worker, lock),
        clipboard=SecretClipboard(),
        scan=LoginScan(worker, lambda _case: ""),
        notes=SignInNotes(practice, keep, remove_stale=lambda _case: None),
        clock=ports.clock,
    )
    made = PasswordPage(look, snapshot, tools)
    qtbot.addWidget(made)
    made.said.connect(say)
    made.taken_back.connect(take_back)
    made.show_snapshot(snapshot)
    return made
