"""The bar below a page: back, a calm question, and at most two actions."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from torimodosu.window.kit.boxes import Box, Row
from torimodosu.window.kit.button import Button, ButtonKind
from torimodosu.window.kit.look import Look
from torimodosu.window.page import Action, Buttons

# Absolute: a button with its arrow behind the words has a direction of its own.
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute


class Bar(Box):
    """Shows the buttons of a page; the quiet ones fold to icons where it is tight."""

    back_asked = Signal()
    tonight_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, "bar", pad=0)
        self._look = look
        self._buttons, self._can_go_back = Buttons(), False
        self._content = QWidget()
        self.add(self._content)
        self.quiet: tuple[Button, ...] = ()
        self.secondary: Button | None = None
        self.primary: Button | None = None
        look.rescaled.connect(self.rebuild)

    def show_buttons(self, buttons: Buttons, *, can_go_back: bool) -> None:
        """Show the buttons of the page that is in front."""
        self._buttons, self._can_go_back = buttons, can_go_back
        self.rebuild()

    def press_primary(self) -> bool:
        """Do the primary action, and tell whether there was one to do."""
        if self.primary is None or not self.primary.isEnabled():
            return False
        self.primary.click()
        return True

    def focus_first(self) -> None:
        """Give the focus to the button that leads on, else to the first one."""
        buttons = (self.primary, self.secondary, *self.quiet)
        for button in buttons:
            if button is not None and button.isEnabled():
                button.setFocus()
                return

    def rebuild(self) -> None:
        """Make all buttons anew, and give the focus back to the one that had it."""
        focused = QApplication.focusWidget()
        is_here = focused is not None and self.isAncestorOf(focused)
        name = focused.accessibleName() if focused is not None and is_here else ""
        before, self._content = self._content, QWidget()
        self.body.replaceWidget(before, self._content)
        before.hide()
        before.deleteLater()
        self._fill()
        self._content.show()
        self.setVisible(self._buttons.has_bar)
        for button in (*self.quiet, self.secondary, self.primary):
            if name and button is not None and button.accessibleName() == name:
                button.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the language that was chosen."""
        if event.type() is QEvent.Type.LanguageChange:
            self.rebuild()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the quiet buttons to icons where there is no room for words."""
        self._fold(event.size().width())
        super().resizeEvent(event)

    def _fill(self) -> None:
        look = self._look
        self.setAccessibleName(self.tr("Actions"))
        line = QHBoxLayout(self._content)
        line.setSpacing(look.px(8))
        margins = (look.px(26), look.px(12), look.px(40), look.px(12))
        line.setContentsMargins(*margins)
        words = self.tr("Safe to stop for tonight?")
        tonight = Button(look, words, "quiet", "moon")
        tonight.clicked.connect(self.tonight_asked)
        self.quiet = (tonight,)
        if self._can_go_back:
            back = Button(look, self.tr("Back"), "quiet", "back")
            back.clicked.connect(self.back_asked)
            self.quiet = (back, tonight)
        for button in self.quiet:
            line.addWidget(button)
        line.addStretch()
        actions = Row(look, gap=8, below=1)
        self.secondary = self._add(actions, self._buttons.secondary, "secondary")
        self.primary = self._add(actions, self._buttons.primary, "primary")
        line.addWidget(actions)
        self._fold(self.width())

    def _fold(self, width: int) -> None:
        """Show the words of the quiet buttons where all buttons have room for them."""
        for button in self.quiet:
            button.say(button.accessibleName())
            button.setToolTip("")
        if self._content.sizeHint().width() > width:
            for button in self.quiet:
                button.setText("")
                button.setToolTip(button.accessibleName())

    def _add(
        self, actions: Row, action: Action | None, kind: ButtonKind
    ) -> Button | None:
        if action is None:
            return None
        button = Button(self._look, action.words, kind, action.icon)
        button.hold_back(action.held_back)
        # Queued: the press may make the page anew, and this button with it.
        button.clicked.connect(action.run, Qt.ConnectionType.QueuedConnection)
        actions.line.addWidget(button, 0, _RIGHT)
        return button
