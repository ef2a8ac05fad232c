from pytestqt.qtbot import QtBot

from torimodosu.window.kit.look import Look
from torimodosu.window.kit.rows import Cell, Column, TableRow
from torimodosu.window.kit.table import Table


def test_each_of_several_columns_is_readable_or_the_table_scrolls(
    qtbot: QtBot, look: Look
) -> None:
    columns = (
        Column(title="Card", width=400),
        Column(title="Days read"),
        Column(title="Days not settled"),
    )
    table = Table(look, columns, "Covered")
    qtbot.addWidget(table)
    cells = (Cell("Blue"), Cell("16 Oct to 15 Nov"), Cell("18 Nov to 21 Nov"))
    table.show_rows([TableRow(key="1", cells=cells)])
    table.resize(550, 200)
    table.show()
    rooms = [table.columnWidth(number) for number in (1, 2)]
    needed = table.fontMetrics().horizontalAdvance("16 Oct to 15 Nov")
    assert min(rooms) >= needed
