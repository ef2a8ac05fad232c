"""The head of a page: phase, title, why, how long and what to have at hand."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from torimodosu.recovery.plan.advice import StepState
from torimodosu.window.kit.boxes import Chip, Row
from torimodosu.window.kit.flow import Flow
from torimodosu.window.kit.icons import IconName
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.marks import sign_of, words_of
from torimodosu.window.kit.text import Icon, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """The words of a header.

    Attributes:
        phase: The stretch of the way, or where the person is.
        title: The finding, not the name of the page.
        why: One sentence.
        minutes: How long it takes, in words, or "".
        hand: What to have at hand, or "".
        state: How the step stands where there is nothing to do about it now: it is
            done, not needed, or waits.

    """

    phase: str
    title: str
    why: str
    minutes: str = ""
    hand: str = ""
    state: StepState | None = None


class Header(QWidget):
    """Takes the focus first, so that a screen reader reads title and why."""

    def __init__(self, look: Look, heading: Heading) -> None:
        super().__init__()
        # Not by Tab, but so that Qt gives the focus back to it with the window.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(heading.title)
        self.setAccessibleDescription(heading.why)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(4))
        phase = Text(look, heading.phase, "smallstrong", "accent", wrap=False)
        eyebrow = Row(look, phase, gap=8, below=560)
        eyebrow.line.addStretch()
        if heading.state is not None:
            sign, words = sign_of(heading.state), words_of(heading.state)
            eyebrow.line.addWidget(Chip(look, words, sign.icon, sign.tone))
        elif heading.minutes or heading.hand:
            eyebrow.line.addWidget(Needs(look, heading.minutes, heading.hand))
        column.addWidget(eyebrow)
        column.addWidget(Text(look, heading.title, "title"))
        column.addWidget(Text(look, heading.why, "lead", "muted"))
        column.addSpacing(look.px(4))


class Needs(QWidget):
    """How long a step takes and what to have at hand, each with its icon."""

    def __init__(self, look: Look, minutes: str, hand: str) -> None:
        super().__init__()
        flow = Flow(self, gap=look.px(16))
        parts: tuple[tuple[IconName, str], ...] = (("clock", minutes), ("hand", hand))
        for icon, words in parts:
            if words:
                text = Text(look, words, "small", "muted", wrap=False)
                flow.addWidget(Row(look, Icon(look, icon, "muted", 18), text, gap=8))
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
