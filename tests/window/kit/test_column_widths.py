"""How the width of a table is divided among its columns."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from torimodosu.recovery.orders.order import Ownership
from torimodosu.window.kit.boxes import Row
from torimodosu.window.kit.column_widths import Width, fitting
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.marks import Mark, State
from torimodosu.window.kit.rows import Cell, Column, TableRow
from torimodosu.window.kit.table import Table

GOODS, STATE, VERDICT = 0, 1, 2
COLUMNS = (
    Column(title="Goods"),
    Column(title="State", width=100),
    Column(title="Verdict", width=200, kind="mark"),
)
VERDICTS = {Qt.Key.Key_M: Ownership.MINE, Qt.Key.Key_N: Ownership.NOT_MINE}


def row(state: str, verdict: State | Mark = Ownership.MINE) -> TableRow:
    cells = (Cell("Beans"), Cell(state), Cell(mark=verdict))
    return TableRow(key=state, cells=cells)


@pytest.fixture
def table(qtbot: QtBot, look: Look) -> Iterator[Table]:
    table = Table(look, COLUMNS, "Orders", verdicts=VERDICTS)
    holder = Row(look, table)
    qtbot.addWidget(holder)
    holder.resize(700, 400)
    with qtbot.waitExposed(holder):
        holder.show()
    yield table
    holder.hide()


def test_a_column_is_as_wide_as_its_words_and_leaves_the_rest(table: Table) -> None:
    table.show_rows([row("Sent")])
    short = table.columnWidth(STATE)
    assert short < 100
    table.show_rows([row("Refund promised")])
    assert short < table.columnWidth(STATE) <= 150
    assert table.horizontalHeader().length() == table.viewport().width()


def test_what_is_long_in_itself_gets_the_usual_width(table: Table) -> None:
    table.show_rows([row("A subject that goes on and on and does not come to an end")])
    assert table.columnWidth(STATE) == 100


@pytest.mark.parametrize(("words", "width"), [("Beans", 190), ("Beans " * 90, 340)])
def test_where_all_scrolls_the_rest_is_wide_enough_to_read(
    table: Table, words: str, width: int
) -> None:
    cells = (Cell(words), Cell("Sent"), Cell(mark=Ownership.MINE))
    table.window().resize(260, 400)
    table.show_rows([TableRow(key="1", cells=cells)])
    assert table.columnWidth(GOODS) == width


def test_an_amount_is_not_cut_short_without_room(qtbot: QtBot, look: Look) -> None:
    columns = (Column(title="Goods"), Column(title="Amount", width=80, kind="money"))
    table = Table(look, columns, "Orders")
    holder = Row(look, table)
    qtbot.addWidget(holder)
    holder.resize(160, 400)
    with qtbot.waitExposed(holder):
        holder.show()
    table.show_rows([TableRow(key="1", cells=(Cell("Beans"), Cell("Not known yet")))])
    words = table.fontMetrics().horizontalAdvance("Not known yet")
    assert table.columnWidth(1) > words
    holder.hide()


def test_another_verdict_moves_no_column(table: Table) -> None:
    table.show_rows([row("Sent", Ownership.NOT_MINE)])
    before = table.columnWidth(VERDICT)
    table.show_rows([row("Sent", Ownership.MINE)])
    assert table.columnWidth(VERDICT) == before


def test_signs_keep_their_column(qtbot: QtBot, look: Look) -> None:
    column = Column(title="November", width=90, kind="sign")
    table = Table(look, (Column(title="Card"), column), "Months", dense_rows=9)
    qtbot.addWidget(table)
    cells = Cell("Blue card"), Cell(mark=Mark.NOT_JUDGED)
    table.show_rows([TableRow(key="1", cells=cells)])
    assert table.columnWidth(1) == 90


def test_without_room_no_column_grows() -> None:
    widths = [
        Width(usual=0, best=0),
        Width(usual=100, best=140),
        Width(usual=100, best=60),
    ]
    assert fitting(widths, 200) == [0, 140, 60]
    assert fitting(widths, 199) == [0, 100, 60]
