from dataclasses import replace

from pytestqt.qtbot import QtBot

from torimodosu.window.library import Library
from torimodosu.window.ports import Ports


def test_everything_is_read_ahead(qtbot: QtBot, ports: Ports) -> None:
    library = Library(replace(ports, find_thunderbird=lambda: ["/mail"]))
    assert library.version is None
    with qtbot.waitSignal(library.read):
        library.prepare()
    qtbot.waitUntil(lambda: list(library.thunderbird) == ["/mail"])
    assert library.version == library.catalogue.version


def test_a_page_that_comes_too_early_waits_for_the_packs(ports: Ports) -> None:
    library = Library(ports)
    assert "amazon.co.jp" in library.catalogue.services
    assert library.version == library.catalogue.version
