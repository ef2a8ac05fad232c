"""Money that must come back, by where it comes back to and how far it is."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.statements.returns import ExpectedReturn, Means, ReturnState
from torimodosu.window.kit.blocks import Beside, pair, section
from torimodosu.window.kit.boxes import Box, Row, chip_of, divider
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.text import Icon, Money, Text
from torimodosu.window.steps.schedule.words import (
    means_icon,
    means_words,
    return_reason,
)
from torimodosu.window.words.amounts import amount_words
from torimodosu.window.words.card_names import CardNames
from torimodosu.window.words.counts import Counts
from torimodosu.window.words.dates import day_words

_ORDER = tuple(ReturnState)
_CHIP = 132


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Sums of one kind that are equally far on their way back."""

    means: Means
    card: int
    state: ReturnState
    currency: str
    returns: tuple[ExpectedReturn, ...]

    @property
    def keys(self) -> tuple[str, ...]:
        """Return the keys of the sums."""
        return tuple(expected.key for expected in self.returns)

    @property
    def amount(self) -> str:
        """Return the sum in words, and how many amounts are not known."""
        known = [one.amount for one in self.returns if one.amount is not None]
        if not known:
            return QCoreApplication.translate("Orders", "Not known")
        open_ones = Counts().sums_without_amount(len(self.returns) - len(known))
        words = amount_words(sum(known, Decimal()), self.currency)
        if len(known) == len(self.returns):
            return words
        return f"{words} + {open_ones}"


def groups_of(returns: Iterable[ExpectedReturn]) -> tuple[Group, ...]:
    """Return the sums in groups, those still to come first."""
    groups: dict[tuple[Means, int, ReturnState, str], list[ExpectedReturn]] = {}
    for one in returns:
        key = (one.means, one.card, one.state, one.currency)
        groups.setdefault(key, []).append(one)
    made = [
        Group(means=means, card=card, state=state, currency=currency, returns=(*sums,))
        for (means, card, state, currency), sums in groups.items()
    ]
    return tuple(sorted(made, key=lambda group: _ORDER.index(group.state)))


def same_group(group: Group | None, snapshot: Snapshot) -> Group | None:
    """Return the sums of *group* as they are now, however far each is."""
    work = snapshot.card_work
    if group is None or work is None:
        return None
    keys = set(group.keys)
    now = tuple(one for one in work.returns if one.key in keys)
    if not now:
        return None
    return Group(
        means=group.means,
        card=group.card,
        state=now[0].state,
        currency=group.currency,
        returns=now,
    )


def group_name(group: Group, names: CardNames) -> str:
    """Return where the money of *group* comes back to."""
    if group.means is Means.CARD and group.card:
        return names.of(group.card)
    return means_words(group.means)


class ReturnsCard(Box):
    """`opened` tells the Group that the person wants to look into."""

    opened = Signal(object)

    def __init__(
        self, look: Look, returns: Sequence[ExpectedReturn], names: CardNames
    ) -> None:
        super().__init__(look, "card", gap=10)
        self._look, self._names = look, names
        self._groups = groups_of(returns)
        self._buttons = QButtonGroup(self)
        self._buttons.idClicked.connect(self._open)
        self.add(section(look, self.tr("Money that must come back")))
        for number, group in enumerate(self._groups):
            if number:
                self.add(divider())
            self.add(self._line(number, group))
        if not returns:
            words = self.tr(
                "Nothing so far. Once an order that is not yours was paid, its money is"
                " followed here until you have it back."
            )
            self.add(Text(look, words, "body", "muted"))
        self.body.addStretch()

    def _line(self, number: int, group: Group) -> QWidget:
        look, name = self._look, group_name(group, self._names)
        button = Button(look, self.tr("See: {fact}").format(fact=name), "tool")
        button.show_icon_only("next")
        self._buttons.addButton(button, number)
        told = pair(look, name, _reason(group), small=True)
        amount = Money(group.amount, "strong")
        # Of one width, so that the amounts stand below each other.
        state = Row(look, chip_of(look, group.state))
        state.line.addStretch()
        state.setMinimumWidth(look.px(_CHIP))
        figures = Row(look, amount, state, gap=12).share(1)
        row = Row(look, told, figures, gap=12, below=380)
        row.line.setStretch(0, 1)
        return Beside(look, Icon(look, means_icon(group.means)), row, button)

    def _open(self, number: int) -> None:
        self.opened.emit(self._groups[number])


def _reason(group: Group) -> str:
    """Return why it is that far, and when to look again."""
    words = return_reason(group.returns[0])
    if group.state is ReturnState.CREDITED_PART and len(group.returns) > 1:
        words = QCoreApplication.translate("Returns", "A part of it is on a statement")
    days = [one.look_again for one in group.returns if one.look_again is not None]
    if group.state.is_closed or not days:
        return words
    form = QCoreApplication.translate("Returns", "{reason}. Look on {day}")
    return form.format(reason=words, day=day_words(min(days)))
