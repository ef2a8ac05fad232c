from pytestqt.qtbot import QtBot

from torimodosu.window.activities.password_desk import PasswordDesk, Recipe
from torimodosu.window.jobs import Job
from torimodosu.window.ports import Ports

SHORT, LONG = Recipe(language="", count=20), Recipe(language="", count=30)


def test_who_asks_again_gets_only_what_was_asked_for_last(
    qtbot: QtBot, ports: Ports
) -> None:
    desk, made = PasswordDesk(ports.jobs, ports.lock), list[str]()
    desk.made.connect(made.append)
    desk.make(SHORT, None)
    desk.make(LONG, None)
    qtbot.waitUntil(lambda: not ports.jobs.findChildren(Job))
    assert [len(password) for password in made] == [LONG.count]


def test_nothing_is_made_for_a_page_that_was_left(qtbot: QtBot, ports: Ports) -> None:
    desk, made = PasswordDesk(ports.jobs, ports.lock), list[str]()
    desk.made.connect(made.append)
    desk.make(SHORT, None)
    desk.forget()
    qtbot.waitUntil(lambda: not ports.jobs.findChildren(Job))
    assert made == []
