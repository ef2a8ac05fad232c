"""What is pressed before the last verdict is kept, and what comes too late."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from torimodosu.recovery.orders.order import Ownership
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.window.activities.mail_reader import MailReader
from torimodosu.window.jobs import Job, JobRunner
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.table import Table
from torimodosu.window.steps.sort_orders.page import SortOrdersPage

Heard = list[tuple[tuple[str, ...], Ownership]]


@pytest.fixture
def heard() -> Heard:
    return []


@pytest.fixture
def page(
    qtbot: QtBot, look: Look, worker: JobRunner, snapshot: Snapshot, heard: Heard
) -> SortOrdersPage:
    def judge(keys: tuple[str, ...], ownership: Ownership) -> None:
        heard.append((keys, ownership))

    first = next(iter(snapshot.orders))
    known = replace(snapshot, ownership={first: Ownership.MINE})
    page = SortOrdersPage(look, known, judge=judge, mails=MailReader(worker))
    qtbot.addWidget(page)
    page.show_snapshot(known)
    return page


def condemn_the_rest(page: SortOrdersPage) -> None:
    secondary = page.buttons().secondary
    assert secondary is not None
    secondary.run()


def test_the_rest_leaves_out_what_was_judged_a_moment_ago(
    page: SortOrdersPage, heard: Heard
) -> None:
    _, second, *others = page.snapshot.orders
    table = page.findChild(Table)
    assert isinstance(table, Table)
    table.select([second])
    QTest.keyClick(table, Qt.Key.Key_M)
    condemn_the_rest(page)
    assert heard == [
        ((second,), Ownership.MINE),
        (tuple(others), Ownership.NOT_MINE),
    ]


def test_what_was_taken_back_since_belongs_to_the_rest_again(
    page: SortOrdersPage, heard: Heard
) -> None:
    first, second, *others = page.snapshot.orders
    table = page.findChild(Table)
    assert isinstance(table, Table)
    table.judged.emit(Ownership.MINE, (second,))
    before = page.snapshot
    both = {first: Ownership.MINE, second: Ownership.MINE}
    page.show_snapshot(replace(before, ownership=both))
    page.show_snapshot(before)
    condemn_the_rest(page)
    assert heard[-1] == ((second, *others), Ownership.NOT_MINE)


def judge_second(page: SortOrdersPage, verdict: Ownership) -> str:
    _, second, *_ = page.snapshot.orders
    table = page.findChild(Table)
    assert isinstance(table, Table)
    table.judged.emit(verdict, (second,))
    return second


def test_what_could_not_be_kept_belongs_to_the_rest_again(
    page: SortOrdersPage, heard: Heard
) -> None:
    second = judge_second(page, Ownership.MINE)
    page.lose_verdicts((second,))
    condemn_the_rest(page)
    assert heard[-1] == (page.snapshot.unsorted, Ownership.NOT_MINE)
    assert second in heard[-1][0]


def test_of_two_verdicts_on_an_order_one_may_be_lost(
    page: SortOrdersPage, heard: Heard
) -> None:
    second = judge_second(page, Ownership.MINE)
    judge_second(page, Ownership.UNSURE)
    page.lose_verdicts((second,))
    condemn_the_rest(page)
    assert second not in heard[-1][0]


def test_another_case_with_the_same_orders_begins_anew(
    page: SortOrdersPage, heard: Heard
) -> None:
    second = judge_second(page, Ownership.MINE)
    page.show_snapshot(of_another_case(page.snapshot))
    condemn_the_rest(page)
    assert second in heard[-1][0]


def open_a_mail(page: SortOrdersPage) -> None:
    table = page.findChild(Table)
    assert isinstance(table, Table)
    table.opened.emit(next(iter(page.snapshot.orders)), 6)


def of_another_case(snapshot: Snapshot) -> Snapshot:
    assert snapshot.case is not None
    return replace(snapshot, case=replace(snapshot.case, number=99))


def test_no_mail_of_another_case_stays_open(qtbot: QtBot, page: SortOrdersPage) -> None:
    open_a_mail(page)
    qtbot.waitUntil(lambda: page.name.endswith("of this order"))
    page.show_snapshot(of_another_case(page.snapshot))
    assert "of this order" not in page.name


def test_no_mail_of_another_case_comes_late(
    qtbot: QtBot, page: SortOrdersPage, worker: JobRunner
) -> None:
    open_a_mail(page)
    page.show_snapshot(of_another_case(page.snapshot))
    qtbot.waitUntil(lambda: not worker.findChildren(Job))
    assert "of this order" not in page.name
