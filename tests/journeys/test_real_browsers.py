"""I reset the password, cannot sign in, and learn that my browser sends the old one."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.browsers.looking import logins, now
from tests.browsers.openers import OPENERS
from tests.browsers.patience import until
from tests.browsers.shop import INSIDE, OUTSIDE, open_shop
from tests.browsers.watched import FIXED, HOME, SAVED, SENT, watched
from tests.cli.running import start

NAME, OLD, NEW = "taro@example.jp", "Perilla-and-Plum-2014", "brand-new-2"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The folder of the program, with the home folder of the person below it."""
    path = tmp_path / "data"
    (path / HOME).mkdir(parents=True)
    return path


@pytest.mark.parametrize("name", OPENERS)
def test_the_step_proves_itself_once_the_entry_is_gone(
    name: str, data: Path, qtbot: QtBot, qapp: QApplication
) -> None:
    home = data / HOME
    with (
        open_shop(data, password=OLD) as shop,
        OPENERS[name](home, shop) as browser,
        watched(qtbot, qapp, data) as me,
    ):
        browser.save(NAME, OLD)
        until(lambda: logins(home))
        shop.password, reset_at = NEW, now()
        browser.visit()
        until(lambda: browser.form().password)
        assert browser.sign_in() == OUTSIDE

        me.tell_reset(reset_at)
        me.look()
        me.wait_for(SAVED, SENT)
        browser.remove(NAME)
        # Nothing is pressed.
        me.wait_for(FIXED)

        browser.visit()
        assert browser.sign_in(NAME, NEW) == INSIDE


@pytest.mark.parametrize("name", OPENERS)
def test_the_command_tells_the_same(name: str, data: Path) -> None:
    home = data / HOME
    with open_shop(data, password=OLD) as shop, OPENERS[name](home, shop) as browser:
        browser.save(NAME, OLD)
        until(lambda: logins(home))
        words = ["signin", "scan", "--json", "--service", "amazon.co.jp"]
        words += ["--home", str(home), "--reset-at", now().isoformat()]
        found = start(*words)
        assert found.status == 1
        assert found.summary["conflict"] is True
        (row,) = found.rows
        assert (row["browser"], row["finding"]) == (name, "stale")
        assert "remove_entry" in row["advice"]
        browser.remove(NAME)
        until(lambda: not logins(home))
        gone = start(*words)
        assert gone.status == 0
        assert gone.summary["conflict"] is False
        assert gone.rows == []
