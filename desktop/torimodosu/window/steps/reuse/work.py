"""Working through the queue: the one entry, the table, and what shares a password."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from torimodosu.recovery.passwords.queue import PasswordQueue, QueueEntry, Standing
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.window.kit.blocks import section
from torimodosu.window.kit.boxes import Box
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.text import Aside, Text
from torimodosu.window.steps.reuse.desk import ReuseDesk
from torimodosu.window.steps.reuse.groups import GroupsCard, groups_of
from torimodosu.window.steps.reuse.leaving_out import LeavingOut
from torimodosu.window.steps.reuse.listing import queue_table
from torimodosu.window.steps.reuse.next_card import NextCard
from torimodosu.window.steps.reuse.tools import Tools
from torimodosu.window.steps.reuse.words import standing_words
from torimodosu.window.words.password_counts import PasswordCounts


class Work(QObject):
    """Makes the parts of a queue, and keeps what the person says of its entries.

    `changed` tells that other parts are to be shown, and `moved` that they begin at
    the top.
    """

    changed = Signal()
    moved = Signal()

    def __init__(self, look: Look, tools: Tools) -> None:
        super().__init__()
        self._look, self._tools = look, tools
        self.desk = ReuseDesk(tools.catalogue, tools.passwords)
        self.desk.setParent(self)
        self._entry: QueueEntry | None = None
        self._is_page_refused = False

    def parts(self, snapshot: Snapshot, queue: PasswordQueue) -> Sequence[QWidget]:
        """Return the entry that is worked on, the table, and the groups."""
        self._entry = self.desk.entry(snapshot)
        groups = groups_of(queue)
        return [
            *self._work_on(self._entry, snapshot.at.date()),
            *([self._listing(queue, snapshot.at.date())] if queue.entries else []),
            *([GroupsCard(self._look, groups)] if groups else []),
        ]

    def is_asking(self, snapshot: Snapshot) -> bool:
        """Tell whether there is a card with a primary button of its own."""
        entry = self.desk.entry(snapshot)
        if entry is None or self.desk.is_leaving_out:
            return False
        return entry.standing_on(snapshot.at.date()) is Standing.OPEN

    def forget(self) -> None:
        """Keep no password, and no choice."""
        self.desk.choose("")

    def _work_on(self, entry: QueueEntry | None, today: date) -> Sequence[QWidget]:
        if entry is None:
            return []
        if self.desk.is_leaving_out:
            asking = LeavingOut(self._look, entry.site, today=today)
            asking.left_out.connect(self._leave_out)
            asking.closed.connect(self._keep_in)
            return [asking]
        standing = entry.standing_on(today)
        card = NextCard(
            self._look,
            entry,
            self.desk,
            self._tools.clipboard,
            standing=standing_words(standing, is_next=True),
        )
        if standing is Standing.OPEN:
            card.ask_to_change()
        else:
            card.tell_standing(standing)
        card.changed.connect(self._say_changed)
        card.left_out.connect(self._ask_to_leave_out)
        card.reopened.connect(self._reopen)
        card.open_asked.connect(self._open_page)
        if not self._is_page_refused:
            return [card]
        words = self.tr("The browser could not be started. Copy the address instead.")
        card.add(Text(self._look, words, "body", "attention"))
        return [card]

    def _listing(self, queue: PasswordQueue, today: date) -> QWidget:
        chosen = "" if self._entry is None else self._entry.key
        table = queue_table(self._look, queue, chosen=chosen, day=today)
        table.opened.connect(self._choose)
        title = self.tr("In this order")
        settled = len(queue.entries) - len(queue.open_on(today))
        words = PasswordCounts().settled(settled, len(queue.entries))
        head = section(self._look, title, Aside(self._look, words))
        return Box(self._look, "card", gap=8).add(head, table)

    def _choose(self, key: str, _column: int) -> None:
        self.desk.choose(key)
        self._is_page_refused = False
        self.moved.emit()

    def _say_changed(self) -> None:
        if self._entry is not None:
            self.forget()
            self._tools.notes.say_changed(self._entry.key)

    def _ask_to_leave_out(self) -> None:
        if self._entry is not None:
            self.desk.choose(self._entry.key)
            self.desk.is_leaving_out = True
            self.changed.emit()

    def _keep_in(self) -> None:
        self.desk.is_leaving_out = False
        self.changed.emit()

    def _leave_out(self, reason: str, until: date | None) -> None:
        if self._entry is not None:
            self.forget()
            self._tools.notes.leave_out(self._entry.key, reason, until)

    def _reopen(self) -> None:
        if self._entry is not None:
            self._tools.notes.reopen(self._entry.key)

    def _open_page(self, address: str) -> None:
        self._is_page_refused = not self._tools.open_page(address)
        if self._is_page_refused:
            self.changed.emit()
