"""What is still open, and why, each with the way to it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal

from torimodosu.recovery.plan.reasons import Why, reason_for
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.steps import Step
from torimodosu.window.deeds import step_deed
from torimodosu.window.kit.blocks import Beside, pair, section
from torimodosu.window.kit.boxes import Box
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.icons import IconName
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.text import Icon
from torimodosu.window.kit.tokens import Colour
from torimodosu.window.words.reasons import why_words


class Remaining(Box):
    """Lists *steps* below *title*; `place_chosen` tells the one to go to."""

    place_chosen = Signal(object)

    def __init__(
        self,
        look: Look,
        title: str,
        steps: Sequence[Step],
        snapshot: Snapshot,
        *,
        is_news: bool,
    ) -> None:
        super().__init__(look, "card", gap=10)
        self.add(section(look, title))
        icon: IconName = "finding" if is_news else "open"
        tint: Colour = "attention" if is_news else "muted"
        for step in steps:
            deed, why = step_deed(step), self._why(step, snapshot, is_news=is_news)
            go = Button(look, self.tr("Go there"), "link", "next")
            go.setAccessibleName(self.tr("Go there: {step}").format(step=deed))
            go.clicked.connect(partial(self.place_chosen.emit, step))
            told = pair(look, deed, why, small=True)
            self.add(Beside(look, Icon(look, icon, tint, 22), told, go))

    def _why(self, step: Step, snapshot: Snapshot, *, is_news: bool) -> str:
        reason = reason_for(step, snapshot)
        if reason is not Why.NEXT_ON_THE_WAY:
            return why_words(reason)
        return self.tr("It was not open when you closed.") if is_news else ""
