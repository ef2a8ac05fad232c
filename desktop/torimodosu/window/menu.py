"""The menu: language, theme, text size, codes, help, about, quit."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from torimodosu.window.appearance import Appearance, Language, Theme
from torimodosu.window.memory import Memory
from torimodosu.window.place import Place, View

T = TypeVar("T")

TEXT_SIZES = (None, 100, 125, 150, 175, 200)


class Menu(QObject):
    """The menu of the window; on macOS it stands in the menu bar.

    `place_chosen` tells a Place.
    """

    place_chosen = Signal(object)
    codes_asked = Signal()
    help_asked = Signal()
    quit_asked = Signal()

    def __init__(self, appearance: Appearance, memory: Memory) -> None:
        super().__init__()
        self._appearance, self._memory = appearance, memory

    def open_over(self, window: QWidget) -> None:
        """Open the menu at the top left of *window*."""
        menu = self.build()
        menu.setParent(window, menu.windowFlags())
        menu.aboutToHide.connect(menu.deleteLater)
        look = self._appearance.look
        menu.popup(window.mapToGlobal(QPoint(look.px(12), look.px(52))))

    def build(self) -> QMenu:
        """Return the menu, made anew in the language of the window."""
        menu = QMenu(self.tr("Menu"))
        self._add_languages(menu.addMenu(self.tr("Language")))
        self._add_themes(menu.addMenu(self.tr("Light or dark")))
        self._add_text_sizes(menu.addMenu(self.tr("Size of the words")))
        menu.addSeparator()
        self._add_place(menu, self.tr("Start, and other cases"), View.WELCOME)
        judge = self._add_place(menu, self.tr("Is a mail genuine?"), View.JUDGE)
        judge.setShortcut(QKeySequence("Ctrl+J"))
        self._add_place(menu, self.tr("Reminders"), View.REMINDERS)
        self._add_place(menu, self.tr("Whom you turned to"), View.CONTACTS)
        self._add_place(menu, self.tr("What left this computer"), View.SENT)
        self._add_place(menu, self.tr("Everything that is kept"), View.EVERYTHING)
        codes = menu.addAction(self.tr("Codes"))
        codes.setShortcut(QKeySequence("Ctrl+K"))
        codes.triggered.connect(self.codes_asked)
        stay = menu.addAction(self.tr("Keep running when closed"))
        stay.setCheckable(True)
        stay.setChecked(self._memory.stays_in_tray)
        stay.toggled.connect(self._memory.choose_staying)
        menu.addSeparator()
        help_ = menu.addAction(self.tr("Help on this page"))
        help_.setShortcut(QKeySequence("F1"))
        help_.triggered.connect(self.help_asked)
        self._add_place(menu, self.tr("Log"), View.LOG)
        about = self._add_place(menu, self.tr("About and licence"), View.ABOUT)
        about.setMenuRole(QAction.MenuRole.AboutRole)
        leave = menu.addAction(self.tr("Quit"))
        leave.setMenuRole(QAction.MenuRole.QuitRole)
        leave.triggered.connect(self.quit_asked)
        return menu

    def _add_place(self, menu: QMenu, words: str, place: Place) -> QAction:
        action = menu.addAction(words)
        action.triggered.connect(lambda: self.place_chosen.emit(place))
        return action

    def _add_languages(self, menu: QMenu) -> None:
        # Each language is named in itself, for whoever got here by accident.
        words = {
            Language.SYSTEM: self.tr("As the system"),
            Language.JAPANESE: "日本語",
            Language.ENGLISH: "English",
        }
        now = self._appearance.language
        _add_choices(menu, words.items(), now, self._appearance.choose_language)

    def _add_themes(self, menu: QMenu) -> None:
        words = {
            Theme.SYSTEM: self.tr("As the system"),
            Theme.LIGHT: self.tr("Light"),
            Theme.DARK: self.tr("Dark"),
        }
        now = self._appearance.theme
        _add_choices(menu, words.items(), now, self._appearance.choose_theme)

    def _add_text_sizes(self, menu: QMenu) -> None:
        words = {size: f"{size} %" for size in TEXT_SIZES}
        words[None] = self.tr("As the system")
        now = self._appearance.text_size
        _add_choices(menu, words.items(), now, self._appearance.choose_text_size)


def _add_choices(
    menu: QMenu,
    choices: Iterable[tuple[T, str]],
    now: T,
    choose: Callable[[T], None],
) -> None:
    group = QActionGroup(menu)
    for choice, words in choices:
        action = group.addAction(words)
        action.setCheckable(True)
        action.setChecked(choice == now)
        action.triggered.connect(lambda _checked, chosen=choice: choose(chosen))
        menu.addAction(action)
