from dataclasses import replace
from threading import Event

from pytestqt.qtbot import QtBot

from tests.contracts.cases import SHOP
from tests.window.scene import opened
from tests.window.seen import words_in
from torimodosu.recovery.plan.steps import Step
from torimodosu.window.appearance import Appearance
from torimodosu.window.library import Library
from torimodosu.window.ports import Ports

PATIENCE = 120  # seconds


def test_everything_is_read_ahead(qtbot: QtBot, ports: Ports) -> None:
    library = Library(replace(ports, find_thunderbird=lambda: ["/mail"]))
    assert library.version is None
    with qtbot.waitSignal(library.read):
        library.prepare()
    qtbot.waitUntil(lambda: library.thunderbird == ("/mail",))
    assert library.version == library.catalogue.version


def test_what_was_asked_of_the_library_changes_in_nobodys_hands(
    qtbot: QtBot, ports: Ports
) -> None:
    library = Library(replace(ports, find_thunderbird=lambda: ["/mail"]))
    before = library.thunderbird
    with qtbot.waitSignal(library.found_thunderbird) as told:
        library.prepare()
    assert (before, told.args) == ((), [("/mail",)])


def test_what_is_found_after_the_page_came_is_offered_there(
    qtbot: QtBot, ports: Ports, appearance: Appearance
) -> None:
    may_find = Event()

    def find() -> list[str]:
        assert may_find.wait(PATIENCE)
        return ["/mail"]

    slow = replace(ports, find_thunderbird=find)
    case = slow.cases.open(SHOP, at=slow.clock.now(), is_practice=False)
    with opened(slow, appearance) as frame:
        assert frame.case_file.case == case
        frame.navigation.go_to(Step.READ_MAIL)
        page = frame.navigation.page
        assert "Read Thunderbird" not in words_in(page)
        may_find.set()
        qtbot.waitUntil(lambda: "Read Thunderbird" in words_in(page))
        slow.jobs.shut_down()


def test_a_page_that_comes_too_early_waits_for_the_packs(ports: Ports) -> None:
    library = Library(ports)
    assert "amazon.co.jp" in library.catalogue.services
    assert library.version == library.catalogue.version
