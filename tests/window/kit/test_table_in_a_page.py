"""A table that is taller than what can be seen of the page it lies in."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from torimodosu.recovery.orders.order import Ownership
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.rows import Cell, Column, TableRow
from torimodosu.window.kit.table import Table

COUNT = 40
LAST = COUNT - 1


@pytest.fixture
def area(qtbot: QtBot, look: Look) -> Iterator[QScrollArea]:
    columns = (Column(title="Goods"),)
    table = Table(look, columns, "Orders", verdicts={Qt.Key.Key_N: Ownership.NOT_MINE})
    table.show_rows([TableRow(key=f"{n}", cells=(Cell(f"{n}"),)) for n in range(COUNT)])
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(table)
    qtbot.addWidget(area)
    area.resize(400, 300)
    with qtbot.waitExposed(area):
        area.show()
    yield area
    area.hide()


def is_seen(area: QScrollArea, number: int) -> bool:
    table = area.widget()
    assert isinstance(table, Table)
    row = table.visualRect(table.rows.index(number, 0))
    top = table.viewport().mapTo(area.viewport(), row.topLeft()).y()
    return top >= 0 and top + row.height() <= area.viewport().height()


def test_the_row_that_is_judged_next_stays_in_sight(area: QScrollArea) -> None:
    table = area.widget()
    assert isinstance(table, Table)
    table.selectRow(0)
    for number in range(1, COUNT):
        QTest.keyClick(table, Qt.Key.Key_N)
        assert is_seen(area, number)
    assert not is_seen(area, 0)


def test_the_row_that_the_keys_lead_to_is_in_sight(area: QScrollArea) -> None:
    table = area.widget()
    assert isinstance(table, Table)
    table.selectRow(0)
    modifier = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(table, Qt.Key.Key_End, modifier)
    assert is_seen(area, LAST)
    QTest.keyClick(table, Qt.Key.Key_Home, modifier)
    assert is_seen(area, 0)
