"""The menu, the icon in the tray, and what happens when the window is closed."""

import os
import subprocess
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from torimodosu.adapters.store import Store
from torimodosu.window.appearance import Appearance, Language, Theme
from torimodosu.window.memory import Memory
from torimodosu.window.menu import Menu
from torimodosu.window.place import View

# Shows the icon on a real desktop, opens the window from it and quits from it.
TRAY = """
import sys
from PySide6.QtWidgets import QApplication
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.tokens import DARK, LIGHT, Tokens
from torimodosu.window.tray import Tray

def actions_of(tray):
    return [one for one in tray.icon.contextMenu().actions() if one.text()]

app = QApplication([])
app.setQuitOnLastWindowClosed(False)
look = Look(Tokens(colours=LIGHT, scale=1.0))
tray = Tray(look)
assert tray.is_there
assert tray.icon.isVisible()
assert tray.icon.geometry().width() >= 0
look.use(Tokens(colours=DARK, scale=1.0))
tray.open_asked.connect(lambda: print("open"))
tray.quit_asked.connect(app.quit)
tray.codes_asked.connect(lambda: print("codes"))
tray.next_asked.connect(lambda: print("next"))
tray.message_clicked.connect(lambda: print("message"))
tray.pause_asked.connect(lambda is_paused: print("pause", is_paused))
print(*(one.text() for one in actions_of(tray)), sep=" / ")
pause_words = actions_of(tray)[3].text()
assert tray.icon.toolTip() == "Torimodosu"
tray.show_waiting(2, is_paused=True)
print(tray.icon.toolTip().replace("\\n", " - "))
assert [one.text() for one in actions_of(tray) if one.isChecked()] == [pause_words]
assert tray.remind()
tray.icon.activated.emit(tray.icon.ActivationReason.Trigger)
tray.icon.activated.emit(tray.icon.ActivationReason.Context)
tray.icon.messageClicked.emit()
open_, next_, codes, pause, leave = actions_of(tray)
open_.trigger()
next_.trigger()
codes.trigger()
pause.trigger()
from PySide6.QtCore import QTimer
QTimer.singleShot(0, leave.trigger)
app.exec()
tray.leave()
assert not tray.icon.isVisible()
"""


def actions(menu: QMenu) -> Iterator[QAction]:
    """Yield everything that can be chosen, with its sub-menus."""
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            yield from actions(inner)
        elif not action.isSeparator():
            yield action


def find(menu: QMenu, words: str) -> QAction:
    return next(action for action in actions(menu) if action.text() == words)


@pytest.fixture
def menu(appearance: Appearance, store: Store) -> Menu:
    appearance.choose_language(Language.ENGLISH)
    return Menu(appearance, Memory(store))


def test_it_changes_theme_language_and_size(menu: Menu, appearance: Appearance) -> None:
    built = menu.build()
    find(built, "Dark").trigger()
    find(built, "日本語").trigger()
    find(built, "150 %").trigger()
    assert appearance.theme is Theme.DARK
    assert appearance.language is Language.JAPANESE
    assert appearance.text_size == 150
    checked = {a.text() for a in actions(menu.build()) if a.isChecked()}
    assert checked == {"日本語", "暗い", "150 %"}


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("Start, and other cases", View.WELCOME),
        ("Reminders", View.REMINDERS),
        ("Whom you turned to", View.CONTACTS),
        ("What left this computer", View.SENT),
        ("About and licence", View.ABOUT),
    ],
)
def test_it_leads_to_pages(qtbot: QtBot, menu: Menu, words: str, place: View) -> None:
    built = menu.build()
    with qtbot.waitSignal(menu.place_chosen) as chosen:
        find(built, words).trigger()
    assert chosen.args == [place]


def test_it_helps_shows_codes_and_quits(qtbot: QtBot, menu: Menu) -> None:
    built = menu.build()
    with qtbot.waitSignal(menu.help_asked):
        find(built, "Help on this page").trigger()
    with qtbot.waitSignal(menu.codes_asked):
        find(built, "Codes").trigger()
    with qtbot.waitSignal(menu.quit_asked):
        find(built, "Quit").trigger()


def test_closing_the_window_can_be_made_to_keep_the_program_running(
    menu: Menu, appearance: Appearance, store: Store
) -> None:
    words = "Keep running when closed"
    built = menu.build()
    seen = [find(built, words).isChecked()]
    find(built, words).trigger()
    again = Menu(appearance, Memory(store)).build()
    seen.append(find(again, words).isChecked())
    assert seen == [False, True]


@pytest.mark.skipif(sys.platform != "linux", reason="the display is one of X11")
def test_the_icon_opens_and_quits_on_a_real_desktop(display: str) -> None:
    environment = {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    done = subprocess.run(
        [sys.executable, "-c", TRAY],
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    said = [
        "Open Torimodosu / What to do next / Codes / Pause reminders for a day / Quit",
        "Torimodosu - 2 item(s) to check",
        *("open", "message", "open", "next", "codes", "pause False", ""),
    ]
    assert done.stdout.split("\n") == said
    assert done.returncode == 0
