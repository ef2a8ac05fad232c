"""The card of why a code was refused."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from torimodosu.recovery.twostep.refusal import Refusal, RefusalCause
from torimodosu.window.kit.blocks import Callout, StepLine, section
from torimodosu.window.kit.boxes import Box
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.look import Look
from torimodosu.window.steps.two_step.cause_words import cause_help, cause_title


class CausesCard(Box):
    """Says what it was, or what it may be, the likeliest first.

    `anew_asked` tells that the person wants to read the shop's QR code again.
    """

    anew_asked = Signal()

    def __init__(self, look: Look, refusal: Refusal) -> None:
        super().__init__(look, gap=12)
        self._look = look
        title = self.tr("What it may be")
        if refusal.settled is not None:
            title = self.tr("If it is refused again")
            # The card of the clock tells of that itself.
            if refusal.settled is not RefusalCause.CLOCK:
                self.add(section(look, self.tr("What it was")))
                self.add(self._settled(refusal.settled))
        self.add(section(look, title))
        for number, cause in enumerate(refusal.likely, start=1):
            self.add(self._line(number, cause))

    def _settled(self, cause: RefusalCause) -> QWidget:
        words = cause_help(cause)
        action = self._anew() if cause is RefusalCause.OLD_SET_UP else None
        return Callout(self._look, "attention", cause_title(cause), words, action)

    def _line(self, number: int, cause: RefusalCause) -> QWidget:
        actions = [self._anew()] if cause is RefusalCause.OLD_SET_UP else []
        words = cause_help(cause)
        return StepLine(self._look, number, cause_title(cause), words, *actions)

    def _anew(self) -> Button:
        button = Button(self._look, self.tr("Read it again"), "link", "renew")
        button.setObjectName("set-up-anew")
        button.clicked.connect(self.anew_asked)
        return button
