"""One thing that is due: where it leads, and what can be answered."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from torimodosu.recovery.reminders.reminder import About, Reminder
from torimodosu.window.kit.blocks import Beside, pair
from torimodosu.window.kit.boxes import Row, Wrapped
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.text import Icon
from torimodosu.window.kit.tokens import Colour
from torimodosu.window.steps.reminders.reply import Reply
from torimodosu.window.words.reminders import reminder_icon


class DueLine(QWidget):
    """`opened` tells the Reminder whose place the person wants to see.

    `answered` tells the Reminder and their Reply.
    """

    opened = Signal(object)
    answered = Signal(object, object)

    def __init__(self, look: Look, reminder: Reminder, title: str, why: str) -> None:
        super().__init__()
        self._look, self._reminder = look, reminder
        go = Button(look, self.tr("Look at it"), "secondary", "next")
        go.setAccessibleName(self.tr("Look at it: {what}").format(what=title))
        go.clicked.connect(self._open)
        self.more = Button(look, self.tr("Later, done …"), "quiet")
        words = self.tr("Later, done, or not again: {what}").format(what=title)
        self.more.setAccessibleName(words)
        self.more.clicked.connect(self._open_menu)
        told = pair(look, title, why, small=True)
        row = Row(look, told, Wrapped(look, self.more, go), gap=12, below=620)
        row.line.setStretch(0, 1)
        tint: Colour = "attention" if reminder.about is About.LIMIT_NEAR else "accent"
        icon = Icon(look, reminder_icon(reminder.about), tint, 22)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look.px(4), 0, look.px(4))
        column.addWidget(Beside(look, icon, row))

    @property
    def about(self) -> About:
        """Return what it is about."""
        return self._reminder.about

    def menu(self) -> QMenu:
        """Return the answers that can be given, made anew."""
        menu = QMenu(self)
        answers = (
            (Reply.TOMORROW, self.tr("Remind me tomorrow")),
            (Reply.NEXT_WEEK, self.tr("Remind me in a week")),
            (Reply.DONE, self.tr("I have done this")),
            (Reply.NOT_FOR_ME, self.tr("No more reminders of this kind")),
        )
        for reply, words in answers:
            action = menu.addAction(words)
            action.setData(reply)
        menu.triggered.connect(self._answer)
        return menu

    def _open_menu(self) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def _answer(self, action: QAction) -> None:
        self.answered.emit(self._reminder, action.data())

    def _open(self) -> None:
        self.opened.emit(self._reminder)
