"""The practice incident with its orders sorted and its statements read."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.window.scene import (
    SaturdayEvening,
    ports_on,
    read_statements,
    sort_orders,
)
from torimodosu.adapters.packs import load_catalogue
from torimodosu.adapters.store import Store
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.catalogue.catalogue import Catalogue
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.statements.words import CardWords
from torimodosu.resources import resource
from torimodosu.window.activities.mail_reader import MailReader
from torimodosu.window.card_desk import CardDesk
from torimodosu.window.case_file import CaseFile
from torimodosu.window.jobs import JobRunner
from torimodosu.window.kit.look import Look
from torimodosu.window.steps.which_card.page import Tools, WhichCardPage
from torimodosu.window.words.card_names import CardNames

Build = Callable[[Snapshot], WhichCardPage]
Words = Callable[[], CardWords]


@pytest.fixture(scope="session")
def read_incident(incident: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("read") / "data"
    shutil.copytree(incident, folder)
    store = Store.at(folder / "cases.sqlite")
    (case,) = store.all()
    sort_orders(store, case, at=SaturdayEvening().now())
    read_statements(store, case)
    return folder


@pytest.fixture
def practice(read_incident: Path, tmp_path: Path) -> Store:
    """Return a store of its own; what `tests.incident` gives follows from it."""
    folder = tmp_path / "data"
    shutil.copytree(read_incident, folder)
    return Store.at(folder / "cases.sqlite")


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return load_catalogue(resource("catalogue"))


@pytest.fixture
def names(snapshot: Snapshot, catalogue: Catalogue) -> CardNames:
    return CardNames(snapshot, catalogue)


@pytest.fixture
def case_file(practice: Store, worker: JobRunner) -> CaseFile:
    case_file = CaseFile(ports_on(practice, jobs=worker, clock=SaturdayEvening()))
    case_file.resume()
    return case_file


@pytest.fixture
def desk(practice: Store, worker: JobRunner, case_file: CaseFile) -> CardDesk:
    ports = ports_on(practice, jobs=worker, clock=SaturdayEvening())
    return CardDesk(ports, case_file)


@pytest.fixture
def tools(desk: CardDesk, worker: JobRunner, catalogue: Catalogue) -> Tools:
    return Tools(catalogue=catalogue, desk=desk, mails=MailReader(worker))


@pytest.fixture
def said(practice: Store, practice_case: Case) -> Callable[[], CardWords]:
    """Return what tells the words of the person as they are kept."""
    return lambda: practice.card_records.card_words(practice_case)


@pytest.fixture
def build(qtbot: QtBot, look: Look, tools: Tools, case_file: CaseFile) -> Build:
    def build(snapshot: Snapshot) -> WhichCardPage:
        page = WhichCardPage(look, snapshot, tools)
        qtbot.addWidget(page)
        page.show_snapshot(snapshot)
        case_file.changed.connect(page.show_snapshot)
        return page

    return build
