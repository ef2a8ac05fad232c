"""The page on a real store, with the audit in the real worker."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.window.scene import SaturdayEvening, ports_on
from tests.window.steps.reuse.acting import AT, Desk
from torimodosu.adapters.store import Store
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.steps import Step
from torimodosu.window.activities.password_audit import PasswordAudit
from torimodosu.window.activities.password_desk import PasswordDesk
from torimodosu.window.clipboard import SecretClipboard
from torimodosu.window.jobs import JobRunner
from torimodosu.window.kit.look import Look
from torimodosu.window.notes.passwords import PasswordNotes
from torimodosu.window.steps.reuse.page import ReusePage
from torimodosu.window.steps.reuse.tools import Tools


@dataclass(kw_only=True)
class World:
    """What the page reaches for: which pages were opened, and whether that works."""

    opened: list[str] = field(default_factory=list)
    can_open: bool = True
    can_delete: bool = True

    def open_page(self, address: str) -> bool:
        self.opened.append(address)
        return self.can_open

    def delete_file(self, path: Path) -> bool:
        if self.can_delete:
            path.unlink()
        return self.can_delete


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def page(  # noqa: PLR0913, PLR0917 -- nearly everything is real
    qtbot: QtBot,
    look: Look,
    snapshot: Snapshot,
    practice: Store,
    worker: JobRunner,
    world: World,
) -> ReusePage:
    """Return the page, which shows at once what was kept."""
    ports = ports_on(practice, jobs=worker, clock=SaturdayEvening())

    def refresh() -> None:
        made.show_snapshot(practice.snapshot(made.snapshot.case, at=AT))

    def keep(note: Callable[[Case, datetime], None]) -> None:
        case = made.snapshot.case
        assert case is not None
        note(case, AT)
        refresh()

    def say(step: Step) -> None:
        keep(lambda case, at: practice.say(case, step, at=at))

    tools = Tools(
        catalogue=ports.load_catalogue(),
        audit=PasswordAudit(worker),
        notes=PasswordNotes(ports.lock.queues, keep),
        passwords=PasswordDesk(worker, ports.lock),
        clipboard=SecretClipboard(),
        jobs=worker,
        delete_file=world.delete_file,
        open_page=world.open_page,
    )
    made = ReusePage(look, snapshot, tools)
    qtbot.addWidget(made)
    tools.audit.ended.connect(refresh)
    made.said.connect(say)
    made.show_snapshot(snapshot)
    made.show()
    return made


@pytest.fixture
def desk(page: ReusePage, practice: Store, practice_case: Case) -> Desk:
    return Desk(page, practice, practice_case)
