"""The practice incident as fixtures: taken in once, and copied for each test."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.warm_worker import Command, warm_workers
from tests.window.scene import SaturdayEvening, practice_store
from torimodosu.adapters.store import Store
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.window.jobs import JobRunner


@pytest.fixture(scope="session")
def incident(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("incident")
    practice_store(folder)
    return folder


@pytest.fixture
def practice(incident: Path, tmp_path: Path) -> Store:
    folder = tmp_path / "data"
    shutil.copytree(incident, folder)
    return Store.at(folder / "cases.sqlite")


@pytest.fixture
def practice_case(practice: Store) -> Case:
    (case,) = practice.all()
    return case


@pytest.fixture
def snapshot(practice: Store, practice_case: Case) -> Snapshot:
    return practice.snapshot(practice_case, at=SaturdayEvening().now())


@pytest.fixture(scope="session")
def warm_worker() -> Iterator[Command]:
    """Yield what tells the command that starts a worker on a folder, at once."""
    with warm_workers() as command:
        yield command


@pytest.fixture
def worker(
    practice: Store, qapp: QApplication, warm_worker: Command
) -> Iterator[JobRunner]:
    del qapp
    runner = JobRunner(worker=warm_worker(practice.path.parent))
    yield runner
    runner.shut_down()
