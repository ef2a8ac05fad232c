from collections.abc import Iterator, Sequence
from decimal import Decimal

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from torimodosu.recovery.orders.order import Ownership
from torimodosu.window.kit.boxes import Row
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.marks import Mark
from torimodosu.window.kit.rows import Cell, Column, TableRow
from torimodosu.window.kit.table import Table
from torimodosu.window.kit.verdict_menu import VerdictMenu

COLUMNS = (
    Column(title="Goods"),
    Column(title="Amount", width=100, kind="money"),
    Column(title="Verdict", width=160, kind="mark"),
    Column(title="Source", width=100, kind="link"),
)
VERDICTS = {Qt.Key.Key_M: Ownership.MINE, Qt.Key.Key_N: Ownership.NOT_MINE}


def row(
    key: str, amount: int | None, verdict: Ownership | Mark, link: str = "See"
) -> TableRow:
    order = None if amount is None else Decimal(amount)
    words = "open" if amount is None else f"{amount:,}"
    cells = (Cell(key), Cell(words, order=order), Cell(mark=verdict), Cell(link))
    return TableRow(key=key, cells=cells)


ROWS = (
    row("beans", 3280, Ownership.UNSURE),
    row("code", 10000, Ownership.NOT_MINE),
    row("book", None, Mark.NOT_JUDGED),
    row("adapter", 980, Ownership.MINE, link=""),
)


@pytest.fixture
def table(qtbot: QtBot, look: Look) -> Iterator[Table]:
    table = Table(look, COLUMNS, "Orders", verdicts=VERDICTS)
    table.show_rows(ROWS)
    holder = Row(look, table)
    qtbot.addWidget(holder)
    holder.resize(700, 400)
    with qtbot.waitExposed(holder):
        holder.show()
    yield table
    holder.hide()


def keys(table: Table) -> list[str]:
    return [table.rows.key_at(number) for number in range(table.rows.rowCount())]


def test_the_model_keeps_the_rules_of_qt(
    qtmodeltester: ModelTester, table: Table
) -> None:
    qtmodeltester.check(table.rows)  # type: ignore[no-untyped-call]
    assert table.rows.rowCount(table.rows.index(0, 0)) == 0
    assert table.rows.columnCount(table.rows.index(0, 0)) == 0


@pytest.mark.parametrize(
    ("column", "order", "expected"),
    [
        (0, Qt.SortOrder.AscendingOrder, ["adapter", "beans", "book", "code"]),
        (1, Qt.SortOrder.AscendingOrder, ["book", "adapter", "beans", "code"]),
        (1, Qt.SortOrder.DescendingOrder, ["code", "beans", "adapter", "book"]),
        (2, Qt.SortOrder.AscendingOrder, ["adapter", "book", "code", "beans"]),
        (3, Qt.SortOrder.AscendingOrder, ["adapter", "beans", "code", "book"]),
    ],
)
def test_rows_are_sorted_by_what_the_cells_mean(
    table: Table, column: int, order: Qt.SortOrder, expected: Sequence[str]
) -> None:
    table.sortByColumn(column, order)
    assert keys(table) == list(expected)


def test_a_sorted_column_shows_its_arrow(table: Table) -> None:
    table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    title = table.rows.headerData(1, Qt.Orientation.Horizontal)
    assert title == "Amount ▼"


def test_what_is_selected_stays_selected_when_it_is_sorted(table: Table) -> None:
    table.select(["book", "adapter", "gone"])
    held = QPersistentModelIndex(table.rows.index(1, 0))
    table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert set(table.selected_keys()) == {"adapter", "book"}
    assert table.rows.key_at(held.row()) == "code"


def test_new_rows_are_added_below_and_change_nothing_above(table: Table) -> None:
    before, height = keys(table), table.height()
    table.rows.append([row("a", 1, Ownership.MINE)])
    table.rows.append([])
    assert keys(table) == [*before, "a"]
    assert table.height() > height


def test_a_row_is_replaced_where_it_stands(table: Table) -> None:
    table.rows.replace(row("code", 10000, Ownership.MINE))
    index = table.rows.index(1, 2)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Mine"


def test_the_person_keeps_their_place_when_rows_are_shown_anew(table: Table) -> None:
    table.select(["code"])
    table.show_rows([row("first", 1, Ownership.MINE), *ROWS])
    assert table.rows.key_at(table.currentIndex().row()) == "code"


def test_all_that_is_selected_stays_so_when_rows_are_shown_anew(table: Table) -> None:
    table.select(["code", "adapter"])
    table.show_rows([row("first", 1, Ownership.MINE), *ROWS])
    assert set(table.selected_keys()) == {"code", "adapter"}


def test_a_key_judges_and_moves_on(qtbot: QtBot, table: Table) -> None:
    table.select(["code"])
    with qtbot.waitSignal(table.judged) as judged:
        QTest.keyClick(table, Qt.Key.Key_M)
    assert judged.args == [Ownership.MINE, ("code",)]
    assert table.selected_keys() == ("book",)


def test_tab_leads_to_a_row_that_a_key_judges(qtbot: QtBot, table: Table) -> None:
    table.clearFocus()
    QTest.keyClick(table.window(), Qt.Key.Key_Tab)
    assert table.hasFocus()
    assert table.selected_keys() == ("beans",)
    with qtbot.waitSignal(table.judged) as signal:
        QTest.keyClick(table, Qt.Key.Key_M)
    assert signal.args == [Ownership.MINE, ("beans",)]


def test_who_comes_back_by_tab_finds_what_was_selected(table: Table) -> None:
    table.select(("code", "book"))
    table.clearFocus()
    table.setFocus(Qt.FocusReason.TabFocusReason)
    assert table.selected_keys() == ("code", "book")


def test_the_last_row_stays_selected(qtbot: QtBot, table: Table) -> None:
    table.select(["adapter"])
    with qtbot.waitSignal(table.judged):
        QTest.keyClick(table, Qt.Key.Key_N)
    assert table.selected_keys() == ("adapter",)


def test_one_key_judges_many(qtbot: QtBot, table: Table) -> None:
    table.selectAll()
    with qtbot.waitSignal(table.judged) as judged:
        QTest.keyClick(table, Qt.Key.Key_N)
    assert judged.args == [Ownership.NOT_MINE, ("beans", "code", "book", "adapter")]


def test_a_key_with_control_judges_nothing(qtbot: QtBot, table: Table) -> None:
    table.select(["code"])
    with qtbot.assertNotEmitted(table.judged):
        QTest.keyClick(table, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)


def test_enter_follows_the_link_of_the_row(qtbot: QtBot, table: Table) -> None:
    table.select(["code"])
    with qtbot.waitSignal(table.opened) as opened:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert opened.args == ["code", 3]
    table.setCurrentIndex(table.rows.index(0, 3))
    with qtbot.waitSignal(table.opened) as opened:
        QTest.keyClick(table, Qt.Key.Key_Enter)
    assert opened.args == ["beans", 3]


def place(table: Table, number: int, column: int) -> QPoint:
    return table.visualRect(table.rows.index(number, column)).center()


def test_a_click_follows_only_links(qtbot: QtBot, table: Table) -> None:
    left = Qt.MouseButton.LeftButton
    viewport = table.viewport()
    with qtbot.waitSignal(table.opened) as opened:
        QTest.mouseClick(viewport, left, pos=place(table, 1, 3))
    assert opened.args == ["code", 3]
    with qtbot.assertNotEmitted(table.opened):
        QTest.mouseClick(viewport, left, pos=place(table, 1, 0))
        QTest.mouseClick(viewport, left, pos=place(table, 3, 3))


def test_a_hand_shows_above_links(table: Table) -> None:
    QTest.mouseMove(table.viewport(), place(table, 1, 3))
    assert table.viewport().cursor().shape() is Qt.CursorShape.PointingHandCursor
    QTest.mouseMove(table.viewport(), place(table, 1, 0))
    assert table.viewport().cursor().shape() is Qt.CursorShape.ArrowCursor


def test_without_links_enter_does_nothing(qtbot: QtBot, look: Look) -> None:
    table = Table(look, COLUMNS[:1], "Goods", dense_rows=2)
    qtbot.addWidget(table)
    table.show_rows([TableRow(key=key, cells=(Cell(key),)) for key in "abc"])
    table.select(["a"])
    with qtbot.assertNotEmitted(table.opened):
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert table.height() < 3 * 32 + 36


def test_cells_know_how_they_look(table: Table, look: Look) -> None:
    roles = Qt.ItemDataRole
    link, money = table.rows.index(0, 3), table.rows.index(0, 1)
    assert link.data(roles.ForegroundRole) == look.colour("accent")
    assert money.data(roles.FontRole).featureTags()
    assert money.data(roles.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight
    assert money.data(roles.DecorationRole) is None
    assert table.rows.headerData(0, Qt.Orientation.Vertical) is None
    assert table.rows.headerData(0, Qt.Orientation.Horizontal, 99) is None
    assert not QModelIndex().isValid()


def menu_of(table: Table) -> VerdictMenu:
    (menu,) = table.findChildren(VerdictMenu)
    return menu


def test_a_click_on_a_mark_offers_the_verdicts(qtbot: QtBot, table: Table) -> None:
    left, viewport = Qt.MouseButton.LeftButton, table.viewport()
    QTest.mouseMove(viewport, place(table, 1, 2))
    assert viewport.cursor().shape() is Qt.CursorShape.PointingHandCursor
    QTest.mouseClick(viewport, left, pos=place(table, 1, 2))
    mine, not_mine = menu_of(table).actions()
    assert mine.text() == "Mine\tM"
    with qtbot.waitSignal(table.judged) as judged:
        not_mine.trigger()
    assert judged.args == [Ownership.NOT_MINE, ("code",)]


def test_a_click_elsewhere_offers_nothing(table: Table) -> None:
    QTest.mouseClick(
        table.viewport(), Qt.MouseButton.LeftButton, pos=place(table, 1, 0)
    )
    assert table.findChildren(VerdictMenu) == []


def test_marks_that_nobody_judges_offer_nothing(qtbot: QtBot, look: Look) -> None:
    table = Table(look, COLUMNS, "Orders")
    qtbot.addWidget(table)
    table.show_rows(ROWS)
    table.resize(700, 300)
    QTest.mouseClick(
        table.viewport(), Qt.MouseButton.LeftButton, pos=place(table, 1, 2)
    )
    assert table.findChildren(VerdictMenu) == []


def test_a_column_is_readable_where_the_table_scrolls_anyway(table: Table) -> None:
    table.window().resize(300, 400)
    assert table.columnWidth(0) >= 190
    table.window().resize(700, 400)
    assert table.horizontalHeader().length() == table.viewport().width()


def test_a_sign_stands_without_its_word_and_can_be_followed(
    qtbot: QtBot, look: Look
) -> None:
    columns = (Column(title="Card"), Column(title="Nov", kind="sign", leads=True))
    table = Table(look, columns, "Months")
    qtbot.addWidget(table)
    sign = Cell("Red card, November: not read", mark=Mark.NOT_JUDGED)
    table.show_rows([TableRow(key="red", cells=(Cell("Red card"), sign))])
    index = table.rows.index(0, 1)
    assert index.data(Qt.ItemDataRole.DisplayRole) == ""
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == sign.words
    assert index.data(Qt.ItemDataRole.TextAlignmentRole) == (
        Qt.AlignmentFlag.AlignCenter
    )
    assert not table.grab().isNull()
    table.setCurrentIndex(index)
    assert table.selectionModel().selectedIndexes() == [index]
    with qtbot.waitSignal(table.opened) as opened:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert opened.args == ["red", 1]


def test_an_amount_may_lead_to_its_source(qtbot: QtBot, look: Look) -> None:
    columns = (Column(title="Card"), Column(title="Amount", kind="money", leads=True))
    table = Table(look, columns, "Cards")
    qtbot.addWidget(table)
    table.show_rows([TableRow(key="red", cells=(Cell("Red"), Cell("¥100")))])
    table.selectRow(0)
    with qtbot.waitSignal(table.opened) as opened:
        QTest.keyClick(table, Qt.Key.Key_Enter)
    assert opened.args == ["red", 1]
    amount = table.rows.index(0, 1)
    assert amount.data(Qt.ItemDataRole.ForegroundRole) == look.colour("accent")
