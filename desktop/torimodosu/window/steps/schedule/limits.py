"""Until when each loss can be reported, and whether it was."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from torimodosu.recovery.plan.cards import NEAR
from torimodosu.recovery.statements.deadline import Deadline
from torimodosu.window.kit.blocks import Beside, pair, section
from torimodosu.window.kit.boxes import Box, Chip, Row, divider
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.marks import Sign
from torimodosu.window.kit.text import Icon, Text
from torimodosu.window.steps.schedule.words import left_words, limit_reason
from torimodosu.window.words.card_names import CardNames
from torimodosu.window.words.dates import day_words


class LimitsCard(Box):
    """`opened` tells the number of the card whose letter the person wants to see."""

    opened = Signal(int)

    def __init__(
        self, look: Look, limits: Sequence[Deadline], names: CardNames, today: date
    ) -> None:
        super().__init__(look, "card", gap=10)
        self._look, self._names, self._today = look, names, today
        self._buttons = QButtonGroup(self)
        self._buttons.idClicked.connect(self.opened)
        self.add(section(look, self.tr("Until when to report each loss")))
        for number, limit in enumerate(first_limits(limits)):
            if number:
                self.add(divider())
            self.add(self._line(limit))
        words = self.tr(
            "Where a company has two limits, the earlier one counts. On a day of rest"
            " its desk is closed, so we name the working day before."
        )
        self.add(Text(look, words, "small", "muted"))

    def _line(self, limit: Deadline) -> QWidget:
        look, name = self._look, self._names.of(limit.card)
        words = self.tr("What to tell {card}").format(card=name)
        button = Button(look, self.tr("What to tell"), "secondary")
        button.setAccessibleName(words)
        self._buttons.addButton(button, limit.card)
        told = pair(look, name, self._days(limit), small=True)
        row = Row(look, told, self._chip(limit), button, gap=12, below=560)
        row.line.setStretch(0, 1)
        return Beside(look, Icon(look, "card", "muted"), row)

    def _days(self, limit: Deadline) -> str:
        form = self.tr("By {last}. {reason}")
        if limit.act_by != limit.ends_on:
            form = self.tr("By {last}; call by {working_day}. {reason}")
        return form.format(
            last=day_words(limit.ends_on),
            working_day=day_words(limit.act_by),
            reason=limit_reason(limit),
        )

    def _chip(self, limit: Deadline) -> Chip:
        sign = limit_sign(limit, self._today)
        if limit.reported_on is not None:
            day = day_words(limit.reported_on)
            words = self.tr("Reported {day}").format(day=day)
        else:
            words = left_words((limit.ends_on - self._today).days)
        return Chip(self._look, words, sign.icon, sign.tone)


def first_limits(limits: Sequence[Deadline]) -> tuple[Deadline, ...]:
    """Return the limit of each card that ends first."""
    first: dict[int, Deadline] = {}
    for limit in sorted(limits, key=lambda limit: limit.ends_on):
        first.setdefault(limit.card, limit)
    return tuple(first.values())


def limit_sign(limit: Deadline, today: date) -> Sign:
    """Return the shape of a limit: noted as met, near or past, or far away."""
    if limit.reported_on is not None:
        return Sign("said", "unknown")
    if limit.act_by - today <= NEAR:
        return Sign("finding", "attention")
    return Sign("clock", "unknown")
