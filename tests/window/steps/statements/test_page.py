from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.window.card_scene import AT, CARDS, SNAPSHOT, WORK
from tests.window.steps.statements.desk import Desk, go_back, press, said, table
from torimodosu.recovery.orders.order import Ownership
from torimodosu.recovery.plan.card_work import CardWork
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.steps import Step
from torimodosu.recovery.statements.watch import CardMonth, MonthState
from torimodosu.window.kit.fields import ComboBox
from torimodosu.window.steps.statements.page import StatementsPage
from torimodosu.window.words.counts import Counts

READ_MONTH = CardMonth(
    card=1,
    month=AT.date().replace(day=1),
    state=MonthState.CLEAN,
    out_on=None,
    pays_on=None,
)
SAID_MONTH = replace(READ_MONTH, card=2, is_said=True)


def with_months(*months: CardMonth) -> CardWork:
    """Return the work on cards of which only these months matter."""
    matching = replace(WORK.matching, unexplained_charges=())
    return replace(WORK, matching=matching, watch=replace(WORK.watch, cells=months))


def test_what_needs_a_look_is_the_title(page: StatementsPage) -> None:
    assert page.name.startswith("1 charge")
    assert table(page, "Charges").rows.rowCount() == 1


def test_then_come_statements_that_are_out(page: StatementsPage) -> None:
    matching = replace(WORK.matching, unexplained_charges=())
    page.show_snapshot(replace(SNAPSHOT, card_work=replace(WORK, matching=matching)))
    assert page.name.startswith("2 statement")


@pytest.mark.parametrize(
    ("snapshot", "title"),
    [
        (
            replace(SNAPSHOT, card_work=None),
            Counts().statements_read(len(SNAPSHOT.statements)),
        ),
        (
            replace(SNAPSHOT, card_work=with_months(READ_MONTH)),
            "Every statement of the cards that the shop has is read",
        ),
        (
            replace(SNAPSHOT, card_work=with_months(READ_MONTH, SAID_MONTH)),
            "Every statement is read, or clean as you say",
        ),
        (
            replace(SNAPSHOT, statements=(), card_work=with_months(SAID_MONTH)),
            "Every statement is read, or clean as you say",
        ),
        (replace(SNAPSHOT, card_work=None, statements=()), "Bring the card statements"),
    ],
)
def test_the_title_says_what_is_read(
    page: StatementsPage, snapshot: Snapshot, title: str
) -> None:
    page.show_snapshot(snapshot)
    assert page.name == title


def test_without_a_case_the_questions_come_first(page: StatementsPage) -> None:
    page.show_snapshot(Snapshot(at=AT))
    places: list[object] = []
    page.place_chosen.connect(places.append)
    press(page, "Five questions")
    assert places == [Step.QUESTIONS]
    assert page.buttons().primary is None


def test_a_word_about_a_charge_is_kept(page: StatementsPage, desk: Desk) -> None:
    shown = table(page, "Charges")
    shown.select(["small"])
    shown.judge(Ownership.NOT_MINE)
    assert desk.words().charges == {"small": False}


def test_a_statement_shows_how_it_was_read(qtbot: QtBot, page: StatementsPage) -> None:
    table(page, "Statements").opened.emit("2", 0)
    assert page.name == "202610.csv"
    words = said(page)
    assert "They do not agree" in words
    assert "Row 7" in words
    assert "It ends in the middle" in words
    assert "A charge is dated later than today" in words
    assert "The month is still open" in words
    qtbot.waitUntil(lambda: table(page, "Charges").rows.rowCount() == 1)
    go_back(page)
    assert page.name.startswith("1 charge")


def test_a_statement_gets_another_card(page: StatementsPage, desk: Desk) -> None:
    table(page, "Statements").opened.emit("1", 0)
    (field,) = (one for one in page.findChildren(ComboBox) if one.isVisibleTo(page))
    field.activated.emit(3)
    assert desk.log.assigned == [(1, CARDS[2].number)]


def test_a_month_can_be_noted_as_clean(page: StatementsPage, desk: Desk) -> None:
    table(page, "Cards by month").opened.emit("3", 3)
    assert page.name == "買い物 7712, November 2026"
    press(page, "I looked it through: it is clean")
    assert desk.words().clean_months == {(3, date(2026, 11, 1))}


def test_a_month_of_which_only_an_open_statement_was_read_has_a_way_on(
    page: StatementsPage, desk: Desk
) -> None:
    known = replace(READ_MONTH, state=MonthState.MISSING, statements=(2,), is_open=True)
    page.show_snapshot(replace(SNAPSHOT, card_work=with_months(known)))
    table(page, "Cards by month").opened.emit("1", 3)
    words = said(page)
    assert "was not final yet. Save it on the company's page again" in words
    press(page, "I looked it through: it is clean")
    assert desk.words().clean_months == {(1, known.month)}


def test_a_month_that_is_said_to_be_clean_can_be_taken_back(
    page: StatementsPage, desk: Desk
) -> None:
    desk.tools.notes.say_of_month(4, date(2026, 10, 1), is_clean=True)
    table(page, "Cards by month").opened.emit("4", 2)
    assert "You noted that you looked it through" in said(page)
    press(page, "Not looked through after all")
    assert desk.words().clean_months == frozenset()


def test_a_month_leads_to_its_statement(page: StatementsPage) -> None:
    table(page, "Cards by month").opened.emit("1", 3)
    table(page, "Statements").opened.emit("1", 0)
    assert page.name == "202611.csv"
    go_back(page)
    assert page.name == "Sumitomo Mitsui Card 4821, November 2026"


def test_the_matrix_reads_out_card_month_and_state(page: StatementsPage) -> None:
    rows = table(page, "Cards by month").rows
    words = [
        rows.data(rows.index(3, number), Qt.ItemDataRole.AccessibleTextRole)
        for number in range(2, rows.columnCount())
    ]
    assert words[0] == "JCB 2260, October 2026: Clean, you say"
    assert words[1] == "JCB 2260, November 2026: Not read"
    assert words[2:] == [
        "JCB 2260, December 2026: Not out yet",
        "JCB 2260, January 2027: Not out yet",
    ]
