from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit

from tests.window.card_scene import AT, CASE, KEYS, RETURNS, SNAPSHOT, WATCH, WORK
from tests.window.seen import words_in
from tests.window.steps.schedule.desk import Build, Desk, press, run_primary, tables
from torimodosu.recovery.plan.steps import Step
from torimodosu.recovery.statements.returns import ReturnState
from torimodosu.window.kit.month_bars import MonthBars
from torimodosu.window.kit.table import Table
from torimodosu.window.place import View
from torimodosu.window.steps.schedule.page import SchedulePage

MATCHING = replace(WORK.matching, unexplained_charges=())


def test_a_loss_that_is_not_reported_is_something_to_do(build: Build) -> None:
    work = replace(WORK, watch=replace(WATCH, cells=()), matching=MATCHING)
    page = build(replace(SNAPSHOT, card_work=work))
    assert page.name == "Report to Sumitomo Mitsui Card 4821 by 19 January"
    run_primary(page)
    assert page.name == "What to tell: Sumitomo Mitsui Card 4821"


def test_a_company_that_was_told_is_not_named_before_its_limit_is_near(
    build: Build,
) -> None:
    work = replace(WORK, watch=replace(WATCH, cells=()), matching=MATCHING)
    said = {Step.CARD_COMPANY: AT}
    page = build(replace(SNAPSHOT, card_work=work, said=said))
    assert page.name.startswith("Next is")


def test_the_title_names_the_next_day(build: Build) -> None:
    told = [replace(limit, reported_on=AT.date()) for limit in WORK.deadlines]
    work = replace(WORK, watch=replace(WATCH, cells=()), matching=MATCHING)
    work = replace(work, deadlines=tuple(told))
    page = build(replace(SNAPSHOT, card_work=work))
    assert page.name == "Next is 4 December. Until then there is nothing to do"


def test_statements_that_are_out_come_before_waiting(build: Build) -> None:
    page = build(SNAPSHOT)
    assert page.name.startswith("2 statement")
    places: list[object] = []
    page.place_chosen.connect(places.append)
    run_primary(page)
    assert places == [Step.STATEMENTS]


def test_it_leads_to_the_reminders(build: Build) -> None:
    page = build(SNAPSHOT)
    places: list[object] = []
    page.place_chosen.connect(places.append)
    press(page, "Reminders")
    assert places == [View.REMINDERS]


def test_charges_that_need_a_look_come_before_waiting(build: Build) -> None:
    work = replace(WORK, watch=replace(WATCH, cells=()))
    page = build(replace(SNAPSHOT, card_work=work))
    assert page.name.startswith("1 charge")


def test_a_limit_that_is_past_is_told(build: Build) -> None:
    page = build(replace(SNAPSHOT, at=AT.replace(year=2027, month=3)))
    assert "The limit to report the loss is past" in words_in(page)


def test_a_limit_that_ends_soon_comes_first(build: Build) -> None:
    page = build(replace(SNAPSHOT, at=AT.replace(year=2027, month=1, day=8)))
    assert page.name == "Report to Sumitomo Mitsui Card 4821 by 19 January"
    run_primary(page)
    assert page.name == "What to tell: Sumitomo Mitsui Card 4821"
    run_primary(page)
    assert page.name.startswith("Report to")


def test_without_anything_worked_out_the_page_says_what_brings_it(
    build: Build,
) -> None:
    page = build(replace(SNAPSHOT, card_work=None))
    assert page.name == "No days are known yet"
    assert "The days will be here" in words_in(page)
    assert page.buttons().primary is None


def test_when_nothing_is_left_the_page_says_so(build: Build) -> None:
    work = replace(
        WORK, due=(), deadlines=(), watch=replace(WATCH, cells=()), matching=MATCHING
    )
    page = build(replace(SNAPSHOT, card_work=work))
    assert page.name == "No day is left to wait for"


def test_money_is_summed_by_how_far_it_is_and_open_is_not_zero(build: Build) -> None:
    page = build(SNAPSHOT)
    said = words_in(page)
    assert "¥37,960" in said
    assert "Promised" in said
    assert "Not known" in said
    assert "¥0" not in said


def test_a_word_about_money_is_kept_with_its_note(build: Build, desk: Desk) -> None:
    page = build(SNAPSHOT)
    press(page, "See: Gift balance")
    note = page.findChild(QLineEdit, "note")
    assert note is not None
    note.setText("seen on the phone")
    press(page, "I saw it in the balance")
    (word,) = desk.words().returns.values()
    assert (word.state, word.note) == (ReturnState.RESTORED, "seen on the phone")


def test_a_word_counts_for_the_selected_orders_only(build: Build, desk: Desk) -> None:
    page = build(SNAPSHOT)
    press(page, "See: Sumitomo Mitsui Card 4821")
    (table,) = tables(page)
    table.select([RETURNS[1].key])
    press(page, "It will not come back")
    assert set(desk.words().returns) == {RETURNS[1].key}


def test_a_word_can_be_taken_back(build: Build, desk: Desk) -> None:
    desk.tools.notes.say_of_return(RETURNS[0].key, ReturnState.SAID)
    page = build(replace(SNAPSHOT, card_words=desk.words()))
    press(page, "See: Gift balance")
    press(page, "Take my word back")
    assert desk.words().returns == {}


def test_what_is_looked_into_follows_what_is_known(build: Build) -> None:
    page = build(SNAPSHOT)
    press(page, "See: Gift balance")
    back = replace(RETURNS[0], state=ReturnState.CREDITED)
    page.show_snapshot(replace(SNAPSHOT, card_work=replace(WORK, returns=(back,))))
    assert page.name == "¥60,200: Gift balance"
    assert page.buttons().secondary is None
    other = replace(CASE, number=2)
    page.show_snapshot(replace(SNAPSHOT, case=other))
    assert page.name.startswith("2 statement")


def test_the_letter_is_copied_as_it_stands(build: Build) -> None:
    page = build(SNAPSHOT)
    press(page, "What to tell Sumitomo Mitsui Card 4821")
    press(page, "Copy all of it")
    copied = QGuiApplication.clipboard().text()
    assert "20 November 2026" in copied
    assert "¥27,960" in copied
    assert KEYS[1] in copied
    assert "amount not known" in copied


def test_a_report_is_noted_and_taken_back(build: Build, desk: Desk) -> None:
    page = build(SNAPSHOT)
    press(page, "What to tell Sumitomo Mitsui Card 4821")
    press(page, "I reported it on this day")
    assert desk.words().reported == {1: AT.date()}
    page.show_snapshot(replace(SNAPSHOT, card_words=desk.words()))
    press(page, "Not reported after all")
    assert desk.words().reported == {}


def test_the_chart_has_a_table_behind_it(build: Build) -> None:
    page = build(SNAPSHOT)
    (chart,) = page.findChildren(MonthBars)
    assert chart.accessibleName() == "Disputed: ¥30,440. Back: ¥11,980."
    assert "¥27,960 of it disputed" in chart.said()
    press(page, "Read as a table")
    assert not any(one.isVisibleTo(page) for one in page.findChildren(MonthBars))
    names = [table.accessibleName() for table in tables(page)]
    assert "Charges by card and month" in names
    press(page, "Show as a picture")
    assert any(one.isVisibleTo(page) for one in page.findChildren(MonthBars))


def test_the_watch_can_be_made_longer(build: Build, desk: Desk) -> None:
    page = build(SNAPSHOT)
    press(page, "Three months longer")
    assert desk.words().watch_until == date(2028, 2, 1)
    page.show_snapshot(replace(SNAPSHOT, card_words=desk.words()))
    press(page, "As first planned")
    assert desk.words().watch_until is None


def test_knowing_the_days_is_the_word_of_the_person(build: Build) -> None:
    page = build(SNAPSHOT)
    told: list[object] = []
    page.said.connect(told.append)
    secondary = page.buttons().secondary
    assert secondary is not None
    secondary.run()
    assert told == [Step.SCHEDULE]
    page.show_snapshot(replace(SNAPSHOT, said={Step.SCHEDULE: AT}))
    assert page.buttons().secondary is None


def rows(page: SchedulePage) -> Sequence[str]:
    table = next(
        one
        for one in page.findChildren(Table)
        if one.accessibleName() == "Days and limits"
    )
    return [table.rows.key_at(number) for number in range(table.rows.rowCount())]


def test_a_day_leads_to_what_is_to_be_done(build: Build) -> None:
    page = build(SNAPSHOT)
    assert rows(page) == ["0", "1", "2", "3", "4"]
    table = page.findChildren(Table)[0]
    table.opened.emit("2", 4)
    assert page.name == "What to tell: Sumitomo Mitsui Card 4821"


def test_days_that_are_over_and_done_are_left_out(build: Build) -> None:
    page = build(replace(SNAPSHOT, at=AT + timedelta(days=200)))
    assert rows(page) == ["0", "1", "2", "4"]
    assert "Past" in {
        str(table.rows.index(0, 2).data())
        for table in page.findChildren(Table)
        if table.accessibleName() == "Days and limits"
    }
