"""What is known of the cards: the parts of the page below its headline."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from torimodosu.recovery.orders.order import Ownership
from torimodosu.recovery.plan.card_work import CardWork
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.window.card_months import CardMonths
from torimodosu.window.kit.blocks import section
from torimodosu.window.kit.boxes import Box, Wrapped
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.table import Table
from torimodosu.window.kit.text import Aside, Text
from torimodosu.window.notes.cards import CardNotes
from torimodosu.window.steps.which_card.coverage import coverage_table
from torimodosu.window.steps.which_card.forged import forged_card
from torimodosu.window.steps.which_card.open_charges import (
    charge_rows,
    charges_table,
    orders_table,
)
from torimodosu.window.steps.which_card.sight import (
    is_asked_about,
    is_in_question,
    orders_without_charge,
)
from torimodosu.window.steps.which_card.verdicts import sum_line, verdicts_table
from torimodosu.window.words.card_counts import CardCounts
from torimodosu.window.words.card_names import CardNames


class Answer(QObject):
    """Makes the parts, and keeps what the person says of charges.

    The signals tell what they want to see: the matches of a card by its number as text,
    "" for all; the row of a charge and the mails of an order by their keys; mails by
    their SHA-256; the log.
    `changed` tells that other parts are to be shown.
    """

    matches_asked = Signal(str)
    charge_asked = Signal(str)
    order_asked = Signal(str)
    mails_asked = Signal(tuple)
    log_asked = Signal()
    changed = Signal()

    def __init__(self, look: Look, notes: CardNotes) -> None:
        super().__init__()
        self._look, self._notes = look, notes
        self._charges: Table | None = None
        self._shows_all = False

    def parts(
        self, work: CardWork, snapshot: Snapshot, names: CardNames
    ) -> Sequence[QWidget]:
        """Return everything that is known, the verdicts first."""
        selected = () if self._charges is None else self._charges.selected_keys()
        self._charges = None
        parts = [self._verdicts(work, snapshot, names)]
        if work.matching.unexplained_charges:
            parts.append(self._open_charges(work, snapshot, names, selected))
        missing = orders_without_charge(work.matching, snapshot)
        if missing:
            parts.append(self._open_orders(missing, snapshot))
        forged = forged_card(self._look, work, self.mails_asked.emit)
        parts += [] if forged is None else [forged]
        if work.watch.cells:
            months = CardMonths(self._look, work.watch, names)
            months.opened.connect(self._ask_for_log)
            parts.append(months)
        if work.coverage:
            parts.append(self._coverage(work, names))
        return parts

    def forget(self) -> None:
        """Drop the parts, which are made anew or taken away."""
        self._charges, self._shows_all = None, False

    def _verdicts(
        self, work: CardWork, snapshot: Snapshot, names: CardNames
    ) -> QWidget:
        card = Box(self._look, "card", pad=20, gap=8)
        title = self.tr("Verdict for each card")
        left = sum(is_asked_about(one, snapshot) for one in work.matching.matches)
        links: list[QWidget] = []
        if any(one.is_disputed for one in work.matching.matches):
            words = self.tr("See each match")
            if left:
                words = CardCounts().check_matches(left)
            link = Button(self._look, words, "link", "next")
            link.clicked.connect(self._ask_for_all)
            links = [link]
        findings = work.matching.findings
        shown = [one for one in findings if self._shows_all or is_in_question(one)]
        table = verdicts_table(self._look, shown, work.matching, snapshot, names)
        table.opened.connect(self._ask_for_card)
        card.add(section(self._look, title, *links), table)
        if len(shown) < len(findings):
            words = CardCounts().cards_not_registered(len(findings) - len(shown))
            more = Button(self._look, words, "link", "down")
            more.clicked.connect(self._show_all)
            card.add(Wrapped(self._look, more))
        line = sum_line(self._look, snapshot)
        if line is not None:
            card.add(line)
        if work.matching.gave_up:
            words = self.tr(
                "There are too many ways to add the amounts up. What follows from them"
                " is only possible."
            )
            card.add(Text(self._look, words, "small", "muted"))
        return card

    def _open_charges(
        self,
        work: CardWork,
        snapshot: Snapshot,
        names: CardNames,
        selected: Sequence[str],
    ) -> QWidget:
        card = Box(self._look, "card", pad=20, gap=8)
        count = len(work.matching.unexplained_charges)
        keys = self.tr("Keys: M mine  ·  N not mine  ·  U take back")
        title = section(
            self._look, CardCounts().unexplained(count), Aside(self._look, keys)
        )
        table = charges_table(self._look)
        table.show_rows(charge_rows(work, snapshot, names))
        table.select(selected)
        table.judged.connect(self._judge)
        table.opened.connect(self._ask_for_charge)
        self._charges = table
        return card.add(title, table)

    def _open_orders(self, keys: Sequence[str], snapshot: Snapshot) -> QWidget:
        card = Box(self._look, "card", pad=20, gap=8)
        words = self.tr(
            "They may come on a later statement, or were never charged. We keep looking"
            " with each statement that you add."
        )
        table = orders_table(self._look, keys, snapshot)
        table.opened.connect(self._ask_for_order)
        title = section(self._look, CardCounts().orders_without_charge(len(keys)))
        return card.add(title, Text(self._look, words, "small", "muted"), table)

    def _coverage(self, work: CardWork, names: CardNames) -> QWidget:
        card = Box(self._look, "card", pad=20, gap=8)
        words = self.tr("Of a day that was not read, nothing is said above.")
        return card.add(
            section(self._look, self.tr("What was read")),
            Text(self._look, words, "small", "muted"),
            coverage_table(self._look, work, names),
        )

    def _show_all(self) -> None:
        self._shows_all = True
        self.changed.emit()

    def _judge(self, verdict: Ownership, keys: tuple[str, ...]) -> None:
        is_mine = {Ownership.MINE: True, Ownership.NOT_MINE: False}.get(verdict)
        for key in keys:
            self._notes.say_of_charge(key, is_mine=is_mine)

    def _ask_for_all(self) -> None:
        self.matches_asked.emit("")

    def _ask_for_card(self, card: str, _column: int) -> None:
        self.matches_asked.emit(card)

    def _ask_for_charge(self, key: str, _column: int) -> None:
        self.charge_asked.emit(key)

    def _ask_for_order(self, key: str, _column: int) -> None:
        self.order_asked.emit(key)

    def _ask_for_log(self, _card: int, _month: object) -> None:
        self.log_asked.emit()
