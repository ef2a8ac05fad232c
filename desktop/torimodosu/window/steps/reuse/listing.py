"""The queue as a table: the most urgent first, and how far each is."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from torimodosu.recovery.passwords.queue import Flaw, PasswordQueue, QueueEntry
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.rows import Cell, Column, TableRow
from torimodosu.window.kit.table import Table
from torimodosu.window.steps.reuse.words import (
    flaw_words,
    risk_words,
    standing_mark,
    standing_words,
)

_DENSE_ROWS, _MANY = 14, 8


def queue_table(look: Look, queue: PasswordQueue, *, chosen: str, day: date) -> Table:
    """Return the entries of *queue*; a click on a site tells its key.

    *chosen* is the key of the one that is worked on.
    """
    translate = QCoreApplication.translate
    columns = (
        Column(title=translate("Reuse", "Site"), width=180, kind="link"),
        Column(title=translate("Reuse", "Sign-in name")),
        Column(title=translate("Reuse", "Why"), width=196),
        Column(title=translate("Reuse", "The password is"), width=220),
        Column(title=translate("Reuse", "State"), width=160, kind="mark"),
    )
    name = translate("Reuse", "Passwords to change, the most urgent first")
    dense = _DENSE_ROWS if len(queue.entries) > _MANY else 0
    table = Table(look, columns, name, dense_rows=dense)
    table.show_rows(rows_of(queue.entries, chosen=chosen, day=day))
    return table


def rows_of(
    entries: Sequence[QueueEntry], *, chosen: str, day: date
) -> Sequence[TableRow]:
    """Return a row for each of *entries*, in their order."""
    return [
        _row(number, entry, is_next=entry.key == chosen, day=day)
        for number, entry in enumerate(entries)
    ]


def flaws_words(entry: QueueEntry) -> str:
    """Return everything that is wrong with the password of *entry*.

    Whoever has the same one elsewhere need not hear of others that are like it.
    """
    comma = QCoreApplication.translate("Reuse", ", ")
    said = {Flaw.VARIANT} if Flaw.REUSED in entry.flaws else set()
    return comma.join(flaw_words(flaw) for flaw in entry.flaws if flaw not in said)


def _row(number: int, entry: QueueEntry, *, is_next: bool, day: date) -> TableRow:
    standing = entry.standing_on(day)
    state = Cell(
        standing_words(standing, is_next=is_next),
        mark=standing_mark(standing, is_next=is_next),
        order=number,
    )
    cells = (
        Cell(entry.site),
        Cell(entry.username or "–"),
        Cell(risk_words(entry.at_risk), order=number),
        Cell(flaws_words(entry)),
        state,
    )
    return TableRow(key=entry.key, cells=cells)
