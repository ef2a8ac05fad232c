from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.window.words import words_in
from torimodosu.window.erased import Erased
from torimodosu.window.kit.look import Look


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
