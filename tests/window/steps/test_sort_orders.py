from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.window.scene import SaturdayEvening, sort_orders
from tests.window.seen import words_in
from torimodosu.adapters.store import Store
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.orders.order import Order, OrderState, Ownership
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.steps import Step
from torimodosu.window.activities.mail_reader import MailReader
from torimodosu.window.jobs import JobRunner
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.money import Tile
from torimodosu.window.kit.table import Table
from torimodosu.window.kit.timeline import Timeline
from torimodosu.window.stage import PageArea
from torimodosu.window.steps.sort_orders.page import SortOrdersPage
from torimodosu.window.steps.sort_orders.table import placed_words, total_words
from torimodosu.window.steps.sort_orders.words import (
    goods_words,
    payment_words,
    state_words,
)

PATIENCE = 120_000
Build = Callable[[Snapshot], SortOrdersPage]


class Verdicts:
    """Writes down what was judged."""

    def __init__(self) -> None:
        self.heard: list[tuple[tuple[str, ...], Ownership]] = []

    def __call__(self, keys: tuple[str, ...], ownership: Ownership) -> None:
        self.heard.append((keys, ownership))


@pytest.fixture
def verdicts() -> Verdicts:
    return Verdicts()


@pytest.fixture
def build(qtbot: QtBot, look: Look, worker: JobRunner, verdicts: Verdicts) -> Build:
    def build(snapshot: Snapshot) -> SortOrdersPage:
        page = SortOrdersPage(look, snapshot, judge=verdicts, mails=MailReader(worker))
        qtbot.addWidget(page)
        page.show_snapshot(snapshot)
        return page

    return build


@pytest.fixture
def judged(practice: Store, practice_case: Case) -> Snapshot:
    at = SaturdayEvening().now()
    sort_orders(practice, practice_case, at=at)
    return practice.snapshot(practice_case, at=at)


def table_of(page: SortOrdersPage) -> Table:
    table = page.findChild(Table)
    assert isinstance(table, Table)
    return table


def test_without_orders_the_page_asks_for_mail(
    build: Build, snapshot: Snapshot
) -> None:
    page = build(replace(snapshot, orders={}, orders_at=None))
    assert "The orders will be here" in words_in(page)
    assert page.name == "No orders yet"
    assert "press" not in page.heading().why
    assert page.buttons().primary is not None
    page = build(replace(snapshot, orders={}, read_at=None))
    assert page.buttons().primary is None


def with_forged(snapshot: Snapshot) -> Snapshot:
    """Return the snapshot with the first order as that of a forged mail."""
    key, *others = snapshot.orders
    forged = {key: replace(snapshot.orders[key], is_forged=True)}
    orders = {other: snapshot.orders[other] for other in others}
    return replace(snapshot, orders=orders, forged_orders=forged)


def test_orders_of_forged_mails_are_shown_apart_and_not_asked_about(
    build: Build, snapshot: Snapshot
) -> None:
    page = build(with_forged(snapshot))
    count = len(snapshot.orders) - 1
    assert page.name == f"{count} order(s): which are yours?"
    real, forged = page.findChildren(Table)
    assert (real.rows.rowCount(), forged.rows.rowCount()) == (count, 1)
    assert "1 order(s) from mails that are not genuine" in words_in(page)
    only = build(replace(with_forged(snapshot), orders={}))
    (alone,) = only.findChildren(Table)
    assert alone.rows.rowCount() == 1
    assert page.findChildren(Tile) == []


def test_the_mail_of_a_forged_order_is_shown(
    build: Build, snapshot: Snapshot, qtbot: QtBot
) -> None:
    page = build(with_forged(snapshot))
    _, forged = page.findChildren(Table)
    forged.opened.emit(next(iter(with_forged(snapshot).forged_orders)), 3)
    qtbot.waitUntil(lambda: "mail(s) of this order" in page.name, timeout=PATIENCE)


def test_before_the_first_verdict_nothing_is_added_up(
    build: Build, snapshot: Snapshot
) -> None:
    page = build(snapshot)
    assert page.name == f"{len(snapshot.orders)} order(s): which are yours?"
    assert page.findChildren(Tile) == []
    assert table_of(page).rows.rowCount() == len(snapshot.orders)
    primary = page.buttons().primary
    assert primary is not None
    assert primary.held_back


def test_the_damage_reconciles_to_the_yen(build: Build, judged: Snapshot) -> None:
    page = build(judged)
    assert page.name == "14 order(s) in 58 minutes were not yours"
    said = words_in(page)
    for amount in ("¥99,400", "¥60,200", "¥1,240", "¥37,960"):
        assert amount in said
    assert "The parts make up ¥99,400 exactly." in said
    timeline = page.findChild(Timeline)
    assert isinstance(timeline, Timeline)
    assert "14 order(s)" in timeline.accessibleName()
    primary = page.buttons().primary
    assert primary is not None
    assert not primary.held_back
    places: list[object] = []
    page.place_chosen.connect(places.append)
    primary.run()
    assert places == [Step.STILL_GOING]


def test_quiet_is_shown_only_where_no_order_of_somebody_else_came_later(
    build: Build, judged: Snapshot
) -> None:
    def quiet_from(snapshot: Snapshot) -> datetime | None:
        timeline = build(snapshot).findChild(Timeline)
        assert isinstance(timeline, Timeline)
        return timeline.chart.quiet_from

    assert quiet_from(judged) is not None
    later = "503-0121073-3500025"
    foreign = {**judged.ownership, later: Ownership.NOT_MINE}
    assert quiet_from(replace(judged, ownership=foreign)) is None
    unsorted = {key: mine for key, mine in judged.ownership.items() if key != later}
    assert quiet_from(replace(judged, ownership=unsorted)) is None


def test_one_key_judges_an_order(
    build: Build, snapshot: Snapshot, verdicts: Verdicts
) -> None:
    page = build(snapshot)
    table = table_of(page)
    table.setFocus()
    table.selectRow(0)
    first, second = table.rows.key_at(0), table.rows.key_at(1)
    QTest.keyClick(table, Qt.Key.Key_M)
    QTest.keyClick(table, Qt.Key.Key_N)
    assert verdicts.heard == [
        ((first,), Ownership.MINE),
        ((second,), Ownership.NOT_MINE),
    ]


def test_a_verdict_does_not_move_the_table(build: Build, snapshot: Snapshot) -> None:
    page = build(snapshot)
    table = table_of(page)
    table.selectRow(3)
    key = table.rows.key_at(3)
    page.show_snapshot(replace(snapshot, ownership={key: Ownership.NOT_MINE}))
    assert table_of(page) is table
    assert table.selected_keys() == (key,)
    assert page.name == "1 order(s) were not yours"


def test_the_first_sum_does_not_push_the_table_away(
    qtbot: QtBot, build: Build, look: Look, snapshot: Snapshot
) -> None:
    page = build(snapshot)
    area = PageArea(look, page)
    qtbot.addWidget(area)
    area.resize(1000, 600)
    with qtbot.waitExposed(area):
        area.show()
    bar, table = area.verticalScrollBar(), table_of(page)
    bar.setValue(40)
    before = table.mapTo(area, QPoint())
    page.show_snapshot(
        replace(snapshot, ownership={table.rows.key_at(0): Ownership.NOT_MINE})
    )
    assert bar.value() > 40
    assert table.mapTo(area, QPoint()) == before
    page.show_snapshot(replace(snapshot, ownership={}))
    assert bar.value() == 40
    assert table.mapTo(area, QPoint()) == before


def test_the_rest_may_be_judged_at_once(
    build: Build, snapshot: Snapshot, verdicts: Verdicts
) -> None:
    first, *rest = snapshot.orders
    page = build(replace(snapshot, ownership={first: Ownership.MINE}))
    secondary = page.buttons().secondary
    assert secondary is not None
    secondary.run()
    assert verdicts.heard == [(tuple(rest), Ownership.NOT_MINE)]


def test_a_tile_leads_to_its_orders(build: Build, judged: Snapshot) -> None:
    page = build(judged)
    total, gift, *_ = page.findChildren(Tile)
    gift.opened.emit("gift_card")
    assert len(table_of(page).selected_keys()) == 8
    total.opened.emit("total")
    assert len(table_of(page).selected_keys()) == 13
    total.opened.emit("open")
    selected = table_of(page).selected_keys()
    assert [judged.orders[key].total for key in selected] == [None]


def test_an_order_leads_to_its_mails_and_back(
    qtbot: QtBot, build: Build, judged: Snapshot
) -> None:
    page = build(judged)
    key = "250-0118112-3500002"
    table_of(page).opened.emit(key, 6)
    qtbot.waitUntil(lambda: page.name.endswith("of this order"), timeout=PATIENCE)
    assert key in words_in(page)
    primary = page.buttons().primary
    assert primary is not None
    primary.run()
    assert page.name == "14 order(s) in 58 minutes were not yours"


def order_with(snapshot: Snapshot, **changes: object) -> Order:
    order = snapshot.orders["250-0118112-3500002"]
    return replace(order, **changes)  # type: ignore[arg-type]


def test_unknown_amounts_are_open_and_never_zero(snapshot: Snapshot) -> None:
    order = order_with(snapshot, total=None, gift_card=None, card=None, unknown=None)
    assert total_words(order) == "Not known"
    assert payment_words(order) == "Not known yet"
    # A number without goods is of a mail that was understood.
    numbered = replace(order, items=())
    assert goods_words(numbered) == "Goods not named in the mail"
    odd = replace(numbered, order_number=None)
    assert goods_words(odd) == "Not understood yet, but kept"


def test_what_is_known_of_the_time_is_not_stretched(snapshot: Snapshot) -> None:
    assert (
        placed_words(order_with(snapshot, placed_at=None), year=2026) == "Not known yet"
    )
    to_the_day = order_with(snapshot, placed_to_the_day=True)
    assert ":" not in placed_words(to_the_day, year=2026)


def test_an_order_of_another_year_is_shown_with_its_year(snapshot: Snapshot) -> None:
    order = order_with(snapshot)
    assert order.placed_at is not None
    assert placed_words(order, year=2026).startswith("20 Nov ")
    long_ago = replace(order, placed_at=order.placed_at.replace(year=2021))
    assert placed_words(long_ago, year=2026) == "20 Nov 2021"
    assert placed_words(replace(long_ago, placed_to_the_day=True), year=2026) == (
        "20 Nov 2021"
    )
    assert ":" in placed_words(long_ago, year=2021)


def test_several_goods_are_counted(snapshot: Snapshot) -> None:
    order = order_with(snapshot)
    items = (*order.items, *order.items)
    assert goods_words(replace(order, items=items)).endswith("and 1 more")
    assert goods_words(replace(order, items=())) == "Goods not named in the mail"


@pytest.mark.parametrize("state", OrderState)
def test_every_state_has_words(state: OrderState) -> None:
    assert state_words(state)
