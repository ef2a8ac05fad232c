"""I reset the password, cannot sign in, and learn that my browser sends the old one."""

from datetime import datetime
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


def by_command(home: Path, reset_at: datetime) -> tuple[int, object, list[object]]:
    """Return what the command says: its status, the conflict and every finding."""
    words = ("signin", "scan", "--json", "--service", "amazon.co.jp", "--home", home)
    done = start(*words, "--reset-at", reset_at.isoformat())
    findings = [row["finding"] for row in done.rows]
    return done.status, done.summary["conflict"], findings


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
        assert by_command(home, reset_at) == (1, True, ["stale"])
        browser.remove(NAME)
        # Nothing is pressed.
        me.wait_for(FIXED)
        assert by_command(home, reset_at) == (0, False, [])

        browser.visit()
        assert browser.sign_in(NAME, NEW) == INSIDE
