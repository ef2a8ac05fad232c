"""A window on real parts, and the practice incident, taken in once for all tests."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QTranslator
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from tests.window.scene import SaturdayEvening, ports_on, practice_store
from torimodosu.adapters.store import Store
from torimodosu.bootstrap.program import worker_command
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.window.appearance import Appearance
from torimodosu.window.frame import Frame
from torimodosu.window.jobs import JobRunner
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.tokens import LIGHT, Tokens
from torimodosu.window.ports import Ports


@pytest.fixture
def look(qapp: QApplication) -> Look:
    del qapp
    return Look(Tokens(colours=LIGHT, scale=1.0))


@pytest.fixture
def ports(store: Store, jobs: JobRunner) -> Ports:
    return ports_on(store, jobs=jobs, clock=SaturdayEvening())


@pytest.fixture
def appearance(qapp: QApplication, store: Store) -> Iterator[Appearance]:
    font, locale = qapp.font(), QLocale()
    appearance = Appearance(qapp, store)
    yield appearance
    shiboken6.delete(appearance)
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(locale)
    qapp.setStyleSheet("")
    qapp.setPalette(QPalette())
    qapp.setFont(font)


@pytest.fixture
def frame(ports: Ports, appearance: Appearance) -> Iterator[Frame]:
    frame = Frame(ports=ports, appearance=appearance)
    frame.show()
    yield frame
    frame.close()
    ports.jobs.shut_down()
    shiboken6.delete(frame)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


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


@pytest.fixture
def worker(practice: Store, qapp: QApplication) -> Iterator[JobRunner]:
    del qapp
    runner = JobRunner(worker=worker_command(practice.path.parent))
    yield runner
    runner.shut_down()
