"""Everything that is planned, as a table by day."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from torimodosu.recovery.plan.advice import StepState
from torimodosu.recovery.plan.card_work import CardWork
from torimodosu.recovery.statements.deadline import DueDay
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.marks import Mark
from torimodosu.window.kit.rows import Cell, Column, TableRow
from torimodosu.window.kit.table import Table
from torimodosu.window.steps.schedule.words import due_words, left_words, link_words
from torimodosu.window.words.card_names import CardNames
from torimodosu.window.words.dates import day_words


def plan_table(look: Look, work: CardWork, names: CardNames, today: date) -> Table:
    """Return the days; the key of a row is its number among the due days."""
    translate = QCoreApplication.translate
    columns = (
        Column(title=translate("Due", "Day"), width=132),
        Column(title=translate("Due", "What")),
        Column(title=translate("Due", "Left"), width=92, kind="money"),
        Column(title=translate("Due", "State"), width=120, kind="mark"),
        Column(title="", width=108, kind="link"),
    )
    table = Table(look, columns, translate("Due", "Days and limits"))
    rows = [
        TableRow(key=str(number), cells=_cells(due, names, today))
        for number, due in enumerate(work.due)
        if not due.is_done or due.on >= today
    ]
    table.show_rows(rows)
    return table


def _cells(due: DueDay, names: CardNames, today: date) -> tuple[Cell, ...]:
    days = (due.on - today).days
    return (
        Cell(day_words(due.on), order=due.on),
        Cell(due_words(due, names.of(due.card))),
        Cell("" if due.is_done else left_words(days), order=days),
        Cell(mark=_mark(due, days)),
        Cell(link_words(due)),
    )


def _mark(due: DueDay, days: int) -> Mark | StepState:
    if due.is_done:
        return StepState.PROVEN
    return Mark.AHEAD if days > 0 else Mark.DUE
