from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.contracts.cases import SHOP
from tests.fakes.clock import FRIDAY_NIGHT
from tests.fakes.keychain import FakeKeychain
from tests.warm_worker import Command
from tests.window.scene import SaturdayEvening, house_on
from tests.window.seen import words_in, words_in_sight
from torimodosu.adapters.store import Store
from torimodosu.recovery.case.ports import StoreError, StoreTrouble
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.progress import Progress
from torimodosu.window.activities.departure import Departure
from torimodosu.window.house_ports import HousePorts
from torimodosu.window.jobs import JobRunner
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.question import Question
from torimodosu.window.steps.everything.page import EverythingPage

NOTHING = Snapshot(at=SaturdayEvening().now())


class Opened:
    """Opens folders in no file manager, and knows which."""

    def __init__(self) -> None:
        self.folders: list[Path] = []

    def __call__(self, folder: Path) -> bool:
        self.folders.append(folder)
        return True


@pytest.fixture
def manager() -> Opened:
    return Opened()


@pytest.fixture
def house(store: Store, manager: Opened) -> HousePorts:
    return replace(house_on(store, FakeKeychain()), open_folder=manager)


@pytest.fixture
def working(store: Store, warm_worker: Command) -> Iterator[JobRunner]:
    runner = JobRunner(worker=warm_worker(store.path.parent))
    yield runner
    runner.shut_down()


@pytest.fixture
def build(
    qtbot: QtBot, look: Look, house: HousePorts, working: JobRunner
) -> Callable[..., EverythingPage]:
    def build(*, is_busy: bool = False, house: HousePorts = house) -> EverythingPage:
        page = EverythingPage(
            look,
            NOTHING,
            house=house,
            departure=Departure(working, house),
            is_busy=lambda: is_busy,
        )
        qtbot.addWidget(page)
        page.rebuild()
        return page

    return build


Build = Callable[..., EverythingPage]


def press(page: EverythingPage, words: str) -> None:
    buttons = page.findChildren(Button)
    next(b for b in buttons if b.accessibleName() == words).click()


def ask(page: EverythingPage) -> Question:
    press(page, "Delete everything")
    (question,) = page.findChildren(Question)
    return question


def test_it_shows_where_everything_lies(
    build: Build, store: Store, manager: Opened
) -> None:
    page = build()
    assert str(store.path.parent) in words_in(page)
    press(page, "Open the folder of the program")
    assert manager.folders == [store.path.parent]


def test_everything_is_written_where_the_person_says(  # noqa: PLR0913, PLR0917 -- fixtures
    build: Build,
    store: Store,
    manager: Opened,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    store.open(SHOP, at=FRIDAY_NIGHT, is_practice=False)
    stick = tmp_path / "stick"
    stick.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(stick))
    page = build()
    press(page, "Choose a folder")
    assert "Writing everything into a folder" in words_in_sight(page)
    qtbot.waitUntil(lambda: "Begin with index.html" in words_in(page))
    (out,) = stick.iterdir()
    assert (out / "index.html").exists()
    press(page, "Open the folder")
    assert manager.folders == [out]


def test_a_place_that_cannot_be_written_is_told(
    build: Build, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = str(tmp_path / "pulled out")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: gone)
    page = build()
    press(page, "Choose a folder")
    qtbot.waitUntil(lambda: "It could not be written" in words_in(page))
    assert "What is kept in the program is safe." in words_in(page)


def test_who_chooses_no_folder_after_all_takes_nothing_out(
    build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    page = build()
    press(page, "Choose a folder")
    assert "Writing everything" not in words_in_sight(page).partition("Where it")[0]


def test_deleting_is_asked_first_and_says_what_remains(
    build: Build, store: Store
) -> None:
    store.open(SHOP, at=FRIDAY_NIGHT, is_practice=False)
    page = build()
    assert "What remains then" in words_in(page)
    assert "Your mailbox, your browsers" in words_in(page)
    question = ask(page)
    words = [button.accessibleName() for button in question.buttons]
    assert words == ["Keep it", "Delete everything", "Write it into a folder first"]
    question.buttons[0].click()
    assert len(store.all()) == 1


def test_everything_is_forgotten_when_confirmed(
    build: Build, store: Store, qtbot: QtBot
) -> None:
    store.open(SHOP, at=FRIDAY_NIGHT, is_practice=False)
    page = build()
    with qtbot.waitSignal(page.departure.forgotten) as told:
        ask(page).buttons[1].click()
    assert told.args == [0]
    assert list(store.all()) == []


def test_nothing_is_deleted_while_something_is_worked_on(build: Build) -> None:
    page = build(is_busy=True)
    press(page, "Delete everything")
    assert page.findChildren(Question) == []
    assert "Something is still being worked on" in words_in(page)


@pytest.mark.logs
def test_a_store_that_does_not_forget_is_told(
    build: Build, house: HousePorts, qtbot: QtBot
) -> None:
    def fail(_progress: Progress) -> int:
        raise StoreError(StoreTrouble.NOT_WRITABLE, "")

    page = build(house=replace(house, forget_all=fail))
    with qtbot.waitSignal(page.departure.failed):
        ask(page).buttons[1].click()
