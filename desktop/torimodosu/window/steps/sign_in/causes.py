"""The causes, the most likely first, each with its reasons and what to do."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from torimodosu.recovery.plan.steps import Step
from torimodosu.recovery.signin.cause import Cause, WeighedCause, Weight
from torimodosu.window.kit.blocks import IconLine, pair, section
from torimodosu.window.kit.boxes import Box, Chip, Row, Wrapped, divider
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.text import Text
from torimodosu.window.steps.sign_in.cause_words import (
    cause_name,
    cause_task,
    weight_sign,
    weight_words,
)
from torimodosu.window.steps.sign_in.reason_words import reason_words
from torimodosu.window.words.dates import near_words

_LESS = {Weight.UNLIKELY, Weight.RULED_OUT}


class CausesCard(Box):
    """Shows the likely causes in full, and the others with their reasons only.

    `place_chosen` tells the Step that helps with a cause, `retry_chosen` when to be
    reminded, or None for not at all.
    """

    place_chosen = Signal(object)
    retry_chosen = Signal(object)

    def __init__(
        self,
        look: Look,
        causes: Sequence[WeighedCause],
        *,
        now: datetime,
        retry_at: datetime | None,
    ) -> None:
        super().__init__(look, gap=8)
        self._look, self._now, self._retry_at = look, now, retry_at
        self._suggested: datetime | None = None
        self.add(section(look, self.tr("What it may be")))
        words = self.tr("The most likely first, by what you tried and what was seen.")
        self.add(Text(look, words, "small", "muted"))
        for weighed in causes:
            self.add(divider(), self._cause(weighed))

    def _cause(self, weighed: WeighedCause) -> QWidget:
        look, is_less = self._look, weighed.weight in _LESS
        part = Box(look, "plain", pad=0, gap=4)
        reasons = "\n".join(map(reason_words, weighed.reasons))
        small = reasons if is_less else ""
        told = pair(look, cause_name(weighed.cause), small, small=True)
        row = Row(look, told, gap=8, below=360).share(1)
        sign = weight_sign(weighed.weight)
        chip = Chip(look, weight_words(weighed.weight), sign.icon, sign.tone)
        row.line.addWidget(chip, 0, Qt.AlignmentFlag.AlignTop)
        part.add(row)
        if is_less:
            return part
        for reason in weighed.reasons:
            part.add(IconLine(look, "info", "muted", reason_words(reason)))
        part.add(IconLine(look, "arrow", "accent", cause_task(weighed.cause)))
        return part.add(*self._actions(weighed))

    def _actions(self, weighed: WeighedCause) -> list[QWidget]:
        match weighed.cause:
            case Cause.ADDRESS_CHANGED:
                return [self._leading(self.tr("How to reach the shop"), self._shop)]
            case Cause.WRONG_CODE:
                return [self._leading(self.tr("About the two-step check"), self._codes)]
            case Cause.SHOP_HOLD if weighed.retry_at is not None or self._retry_at:
                return [self._retry(weighed.retry_at)]
            case _:
                return []

    def _leading(self, words: str, press: object) -> QWidget:
        button = Button(self._look, words, "link", "next")
        button.clicked.connect(press)
        return Wrapped(self._look, button)

    def _retry(self, suggested: datetime | None) -> QWidget:
        """Return when to try again, with a reminder to set or to take back."""
        look, kept = self._look, self._retry_at
        at = kept or suggested
        if at is None:
            return Wrapped(look)
        self._suggested = at
        when = near_words(at, now=self._now)
        words = self.tr("Try once more from {moment}").format(moment=when)
        if at <= self._now:
            words = self.tr("You can try once more now.")
        button = Button(look, self.tr("Remind me"), "secondary", "bell")
        button.clicked.connect(self._remind)
        if kept is not None:
            button = Button(look, self.tr("No reminder"), "link")
            button.clicked.connect(self._leave_it)
            if at > self._now:
                words = self.tr("We remind you: {moment}").format(moment=when)
        if kept is None and at <= self._now:
            button.hide()
        line = IconLine(look, "bell" if kept else "clock", "accent", words)
        row = Row(look, gap=8, below=420)
        row.line.addWidget(line, 1, Qt.AlignmentFlag.AlignVCenter)
        row.line.addWidget(button)
        return row

    def _shop(self) -> None:
        self.place_chosen.emit(Step.SHOP)

    def _codes(self) -> None:
        self.place_chosen.emit(Step.TWO_STEP)

    def _remind(self) -> None:
        self.retry_chosen.emit(self._suggested)

    def _leave_it(self) -> None:
        self.retry_chosen.emit(None)
