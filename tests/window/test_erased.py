from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.window.seen import words_in
from torimodosu.window.erased import Erased
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.tokens import LIGHT, Tokens


def test_it_says_that_all_is_gone_and_what_remains(qtbot: QtBot, look: Look) -> None:
    page = Erased(look, secrets=0, left=())
    qtbot.addWidget(page)
    words = words_in(page)
    assert "Everything is deleted" in words
    assert "Copies, exports and backups that you saved yourself" in words
    assert "keychain did not let go" not in words


def test_what_could_not_be_deleted_is_named(qtbot: QtBot, look: Look) -> None:
    page = Erased(look, secrets=2, left=(Path("/data/cases.sqlite"),))
    qtbot.addWidget(page)
    words = words_in(page)
    assert "2 secret(s) may still lie in the keychain" in words
    assert str(Path("/data/cases.sqlite")) in words


def test_it_never_scrolls_sideways(qtbot: QtBot, qapp: QApplication) -> None:
    del qapp
    page = Erased(Look(Tokens(colours=LIGHT, scale=2.0)), secrets=1, left=())
    qtbot.addWidget(page)
    page.resize(1024, 640)
    with qtbot.waitExposed(page):
        page.show()
    sheet = page.widget()
    assert sheet is not None
    assert sheet.width() <= page.viewport().width()
