"""Whether it is safe to stop for tonight."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from torimodosu.recovery.plan.advice import state_of
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.tonight import tonight
from torimodosu.window.deeds import done_words, step_deed
from torimodosu.window.kit.blocks import IconLine
from torimodosu.window.kit.boxes import Box, divider
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.marks import sign_of
from torimodosu.window.kit.text import Icon, Text
from torimodosu.window.page import TONIGHT

_MOST_DONE = 4


class RestCard(Box):
    """Answers the question, and says what is done and what can wait."""

    def __init__(self, look: Look, snapshot: Snapshot) -> None:
        super().__init__(look, "card", pad=20, gap=10)
        self._look, self._snapshot = look, snapshot
        self._answer = tonight(snapshot)
        self.setObjectName(TONIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._add_answer()
        if self._answer.tomorrow:
            self.add(divider())
            self.add(Text(look, self.tr("For tomorrow"), "smallstrong", "muted"))
        for step in self._answer.tomorrow:
            self.add(IconLine(look, "open", "muted", step_deed(step)))
        self.body.addStretch()

    def _add_answer(self) -> None:
        look, urgent = self._look, self._answer.urgent
        title = self.tr("You can stop here")
        why = self.tr("What was urgent is done. Rest well.")
        if urgent:
            title = self.tr("%n thing(s) before you stop", "", len(urgent))
            why = self.tr("Then the rest can wait until tomorrow.")
        self.setAccessibleName(title)
        self.setAccessibleDescription(why)
        head = QHBoxLayout()
        head.setSpacing(look.px(10))
        head.addWidget(Icon(look, "moon", "attention" if urgent else "ok", 24))
        head.addWidget(Text(look, title, "heading"), 1)
        self.add(head, Text(look, why, "body", "muted"))
        for step in urgent:
            self.add(IconLine(look, "arrow", "attention", step_deed(step)))
        for step in self._answer.done[-_MOST_DONE:]:
            icon, tone = sign_of(state_of(step, self._snapshot))
            self.add(IconLine(look, icon, tone, done_words(step, self._snapshot)))
