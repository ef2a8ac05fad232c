"""The four things to try: one is open, and its result is kept with one press."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from torimodosu.recovery.signin.trial import Trial, Tried
from torimodosu.window.kit.blocks import Beside, badge, pair, section
from torimodosu.window.kit.boxes import Box, Chip, Row, divider
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.fields import Choice
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.text import Text
from torimodosu.window.words.dates import moment_words
from torimodosu.window.words.trials import (
    OUTCOMES,
    outcome_words,
    trial_name,
    trial_task,
)

_INSET = 36
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class TrialsCard(Box):
    """Shows the trials and their results, and the answers of the one that is open.

    `opened` tells the Trial to open, or None to fold it; `noted` the Trial and its
    Outcome, or None where the result is taken back.
    """

    opened = Signal(object)
    noted = Signal(object, object)

    def __init__(
        self, look: Look, tried: Mapping[Trial, Tried], *, shown: Trial | None
    ) -> None:
        super().__init__(look, gap=8)
        self.add(section(look, self.tr("Four short tries")))
        words = self.tr("One is often enough. Try each of them once, not more.")
        self.add(Text(look, words, "small", "muted"))
        for trial in Trial:
            self.add(divider())
            part = TrialPart(look, trial, tried.get(trial), is_open=trial is shown)
            part.opened.connect(self.opened)
            part.noted.connect(self.noted)
            self.add(part)


class TrialPart(Box):
    """One thing to try: its result on a line, or open with how to and its answers."""

    opened = Signal(object)
    noted = Signal(object, object)

    def __init__(
        self, look: Look, trial: Trial, tried: Tried | None, *, is_open: bool
    ) -> None:
        super().__init__(look, "plain", pad=0, gap=6)
        self._look, self._trial, self._tried = look, trial, tried
        self.add(self._line(is_open=is_open))
        if is_open:
            inset = Box(look, "plain", pad=0, gap=8)
            inset.body.setContentsMargins(look.px(_INSET), 0, 0, look.px(4))
            self.add(inset.add(Text(look, trial_task(trial)), self._answers()))

    def _line(self, *, is_open: bool) -> QWidget:
        look, tried, name = self._look, self._tried, trial_name(self._trial)
        small, words = "", self.tr("Note it")
        if tried is not None:
            small = self.tr("Noted on {moment}").format(moment=moment_words(tried.at))
            words = self.tr("Change")
        if is_open:
            words = self.tr("Fold")
        told = Row(look, pair(look, name, small, small=True), gap=8, below=360).share(1)
        if tried is not None:
            said = Chip(look, outcome_words(tried.outcome), "said", "unknown")
            told.line.addWidget(said, 0, _MIDDLE)
        button = Button(look, words, "link")
        button.setObjectName(f"open-{self._trial.value}")
        button.setAccessibleName(f"{words}: {name}")
        button.clicked.connect(self._fold if is_open else self._open)
        number = badge(look, list(Trial).index(self._trial) + 1)
        return Beside(look, number, told, button)

    def _answers(self) -> QWidget:
        outcomes = OUTCOMES[self._trial]
        name = trial_name(self._trial)
        answers = Choice(self._look, name, list(map(outcome_words, outcomes)))
        answers.chosen.connect(self._note)
        if self._tried is None:
            return answers
        if self._tried.outcome in outcomes:
            answers.choose(outcomes.index(self._tried.outcome))
        undo = Button(self._look, self.tr("Take the result back"), "link")
        undo.clicked.connect(self._forget)
        return Box(self._look, "plain", pad=0, gap=4).add(answers, undo)

    def _open(self) -> None:
        self.opened.emit(self._trial)

    def _fold(self) -> None:
        self.opened.emit(None)

    def _note(self, number: int) -> None:
        self.noted.emit(self._trial, OUTCOMES[self._trial][number])

    def _forget(self) -> None:
        self.noted.emit(self._trial, None)
