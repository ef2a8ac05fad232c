"""The page of the orders, where there is nothing to judge or all is judged."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from tests.window.seen import words_in
from torimodosu.recovery.orders.order import Ownership
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.window.activities.mail_reader import MailReader
from torimodosu.window.jobs import JobRunner
from torimodosu.window.kit.look import Look
from torimodosu.window.steps.sort_orders.page import SortOrdersPage

Build = Callable[[Snapshot], SortOrdersPage]


@pytest.fixture
def build(qtbot: QtBot, look: Look, jobs: JobRunner) -> Build:
    def build(snapshot: Snapshot) -> SortOrdersPage:
        mails = MailReader(jobs)
        page = SortOrdersPage(
            look, snapshot, judge=lambda _keys, _owner: None, mails=mails
        )
        qtbot.addWidget(page)
        page.show_snapshot(snapshot)
        return page

    return build


def test_where_the_mails_tell_of_no_order_nothing_is_asked(
    build: Build, snapshot: Snapshot
) -> None:
    page = build(replace(snapshot, orders={}))
    assert page.name == "Your mails tell of no order"
    assert "Drop your mail first." not in words_in(page)


@pytest.mark.parametrize(
    ("owner", "title"),
    [
        (Ownership.MINE, "22 order(s), all of them yours"),
        (Ownership.UNSURE, "No order is surely somebody else's"),
    ],
)
def test_what_is_judged_is_not_asked_about_any_more(
    build: Build, snapshot: Snapshot, owner: Ownership, title: str
) -> None:
    page = build(replace(snapshot, ownership=dict.fromkeys(snapshot.orders, owner)))
    assert page.name == title
    assert page.heading().why.startswith("Every order has your verdict.")
