"""One group of sums that must come back: the orders, what shows it, and a word."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QWidget

from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.statements.log import LoggedCharge
from torimodosu.recovery.statements.returns import ExpectedReturn, Means, ReturnState
from torimodosu.window.kit.blocks import IconLine, section
from torimodosu.window.kit.boxes import Box, Wrapped
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.fields import Labelled
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.rows import Cell, Column, TableRow
from torimodosu.window.kit.table import Table
from torimodosu.window.kit.text import Text
from torimodosu.window.steps.schedule.returns import Group
from torimodosu.window.steps.schedule.words import return_reason
from torimodosu.window.words.amounts import amount_words
from torimodosu.window.words.dates import day_words, short_day_words

_LONGEST_NOTE = 500
_SEEN_IN_BALANCE = (Means.GIFT_CARD, Means.POINTS)


class OneReturn(Box):
    """The orders of a group.

    `said` tells the keys, the state (None takes the word back) and a note; `opened`
    the SHA-256 of the mails of an order.
    """

    said = Signal(tuple, object, str)
    opened = Signal(tuple)

    def __init__(self, look: Look, group: Group, snapshot: Snapshot) -> None:
        super().__init__(look, "card", gap=10)
        self._look, self._group, self._snapshot = look, group, snapshot
        self._table = Table(look, _columns(), self.tr("Orders"))
        self._table.show_rows([self._row(one) for one in group.returns])
        self._table.opened.connect(self._open)
        self._note = QLineEdit()
        self._note.setMaxLength(_LONGEST_NOTE)
        self._note.setObjectName("note")
        self.add(section(look, self.tr("The orders that it is for")), self._table)
        self.add(*_sightings(look, group, snapshot))
        words = self.tr(
            "Your word counts for the selected orders, for all of them if none is"
            " selected. It is noted with the date."
        )
        self.add(Text(look, words, "small", "muted"))
        self.add(Labelled(look, self.tr("Your note, if you like"), self._note))
        self.add(Wrapped(look, *self._buttons()))

    def _buttons(self) -> list[Button]:
        answers = self._answers()
        self._states = tuple(answers)
        group = QButtonGroup(self)
        group.idClicked.connect(self._say)
        buttons = [Button(self._look, words) for words in answers.values()]
        for number, button in enumerate(buttons):
            group.addButton(button, number)
        return buttons

    def _answers(self) -> Mapping[ReturnState | None, str]:
        """Return what can be said of this money."""
        answers: dict[ReturnState | None, str] = {}
        if self._group.means in _SEEN_IN_BALANCE:
            answers[ReturnState.RESTORED] = self.tr("I saw it in the balance")
        else:
            answers[ReturnState.SAID] = self.tr("It is back")
        answers[ReturnState.WRITTEN_OFF] = self.tr("It will not come back")
        if set(self._group.keys) & self._snapshot.card_words.returns.keys():
            answers[None] = self.tr("Take my word back")
        return answers

    def _row(self, one: ExpectedReturn) -> TableRow:
        order = self._snapshot.orders.get(one.order)
        number = one.order if order is None else order.order_number or "–"
        at = None if order is None else order.placed_at
        day = "–" if at is None else short_day_words(at.astimezone().date())
        amount = QCoreApplication.translate("Orders", "Not known")
        if one.amount is not None:
            amount = amount_words(one.amount, one.currency)
        cells = (
            Cell(day, order=None if at is None else at.timestamp()),
            Cell(number),
            Cell(return_reason(one)),
            Cell(amount, order=one.amount),
            Cell(QCoreApplication.translate("Orders", "See the mail")),
        )
        return TableRow(key=one.key, cells=cells)

    def _open(self, key: str, _column: int) -> None:
        by_key = {one.key: one for one in self._group.returns}
        order = self._snapshot.orders.get(by_key[key].order)
        promised = by_key[key].mails
        self.opened.emit(promised or (() if order is None else order.mails))

    def _say(self, number: int) -> None:
        keys = self._table.selected_keys() or self._group.keys
        self.said.emit(keys, self._states[number], self._note.text().strip())


def _columns() -> tuple[Column, ...]:
    translate = QCoreApplication.translate
    return (
        Column(title=translate("Orders", "Ordered at"), width=112),
        Column(title=translate("OneReturn", "Order"), width=196),
        Column(title=translate("Orders", "State")),
        Column(title=translate("Orders", "Amount"), width=112, kind="money"),
        Column(title=translate("Orders", "Source"), width=124, kind="link"),
    )


def _sightings(look: Look, group: Group, snapshot: Snapshot) -> list[QWidget]:
    """Return the charges that show the money, and what the person noted."""
    known = {} if snapshot.card_work is None else snapshot.card_work.charges
    keys = dict.fromkeys(key for one in group.returns for key in one.charges)
    parts: list[QWidget] = [
        IconLine(look, "paper", "ok", *_charge_words(known[key], snapshot))
        for key in keys
        if key in known
    ]
    words = snapshot.card_words.returns
    noted = dict.fromkeys(words[key] for key in group.keys if key in words)
    for word in noted:
        if word.note:
            day = day_words(word.at.astimezone().date())
            parts.append(IconLine(look, "said", "unknown", word.note, day))
    return parts


def _charge_words(logged: LoggedCharge, snapshot: Snapshot) -> tuple[str, str]:
    """Return a charge in words, and in which file and row it stands."""
    charge = logged.charge
    amount = QCoreApplication.translate("Orders", "Not known")
    if charge.amount is not None:
        amount = amount_words(charge.amount, charge.currency)
    day = "" if charge.date is None else short_day_words(charge.date)
    names = {one.number: one.name for one in snapshot.statements}
    form = QCoreApplication.translate("OneReturn", "{file}, row {row}")
    places = [
        form.format(file=names.get(sighting.statement, "?"), row=sighting.row)
        for sighting in logged.sightings
    ]
    return f"{day}  {charge.merchant}  {amount}".strip(), "  ·  ".join(places)
