"""What the person is reminded of no more, and can take back."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from torimodosu.recovery.reminders.agenda import Agenda
from torimodosu.window.kit.blocks import Beside, section
from torimodosu.window.kit.boxes import Box, Row
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.text import Icon, Text
from torimodosu.window.steps.reminders.names import ReminderNames


class SilencedCard(Box):
    """`taken_back` tells the key that the person said something about."""

    taken_back = Signal(str)

    def __init__(self, look: Look, agenda: Agenda, names: ReminderNames) -> None:
        super().__init__(look, "card", gap=6)
        self._look = look
        self.add(section(look, self.tr("You are not reminded of these any more")))
        for key, words in _muted(agenda, names):
            self.add(self._line(key, words, self.tr("Remind me again")))
        for key, words in _done(agenda, names):
            self.add(self._line(key, words, self.tr("Not done after all")))

    def _line(self, key: str, words: str, undo: str) -> QWidget:
        look = self._look
        button = Button(look, undo, "link")
        button.setAccessibleName(f"{undo}: {words}")
        button.clicked.connect(lambda: self.taken_back.emit(key))
        row = Row(look, Text(look, words), button, gap=12, below=480)
        row.line.setStretch(0, 1)
        return Beside(look, Icon(look, "said", "muted", 22), row)


def _muted(agenda: Agenda, names: ReminderNames) -> Iterable[tuple[str, str]]:
    return ((word.key, names.series(word.key)) for word in agenda.muted)


def _done(agenda: Agenda, names: ReminderNames) -> Iterable[tuple[str, str]]:
    # A limit has several reminders, and they were all done at once.
    by_task = {one.task: names.title(one) for one in agenda.done}
    return by_task.items()
