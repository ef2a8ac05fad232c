"""From page to page, and what stands around the one in front."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtWidgets import QProgressBar, QScrollArea
from pytestqt.qtbot import QtBot

from tests.contracts.cases import OTHER, SHOP
from torimodosu.adapters.store import Store
from torimodosu.recovery.plan.audit_task import AuditPasswords
from torimodosu.recovery.plan.steps import Step
from torimodosu.window.frame import Frame
from torimodosu.window.page import TONIGHT
from torimodosu.window.place import View
from torimodosu.window.steps.read_mail.page import ReadMailPage
from torimodosu.window.steps.which_card.page import WhichCardPage


@pytest.fixture
def with_case(qtbot: QtBot, frame: Frame) -> Frame:
    with qtbot.waitSignal(frame.case_file.opened):
        frame.case_file.answer(SHOP)
    return frame


def test_a_case_that_is_opened_shows_the_overview_and_no_way_back(
    with_case: Frame,
) -> None:
    assert with_case.navigation.place is View.OVERVIEW
    with_case.navigation.go_back()
    assert with_case.navigation.place is View.OVERVIEW


def test_no_case_shows_the_first_page_instead_of_the_overview(
    qtbot: QtBot, with_case: Frame
) -> None:
    with qtbot.waitSignal(with_case.case_file.opened):
        with_case.case_file.switch(None)
    assert with_case.navigation.place is View.WELCOME
    with_case.navigation.go_to(View.OVERVIEW)
    assert with_case.navigation.place is View.WELCOME


def test_a_page_is_built_once(with_case: Frame) -> None:
    with_case.navigation.go_to(Step.SHOP)
    first = with_case.navigation.page
    with_case.navigation.go_to(View.OVERVIEW)
    with_case.navigation.go_to(Step.SHOP)
    assert with_case.navigation.page is first


def test_the_title_is_focused_first(with_case: Frame) -> None:
    with_case.navigation.go_to(Step.SHOP)
    header = with_case.navigation.page.header
    assert header is not None
    assert with_case.focusWidget() is header
    assert header.accessibleName() == "Tell the shop"
    assert header.accessibleDescription()


def test_the_question_about_tonight_is_answered_on_the_overview(
    with_case: Frame,
) -> None:
    with_case.navigation.go_to(Step.SHOP)
    with_case.bar.tonight_asked.emit()
    assert with_case.navigation.place is View.OVERVIEW
    focused = with_case.focusWidget()
    assert focused is not None
    assert focused.objectName() == TONIGHT


def test_a_page_is_shown_from_its_top(with_case: Frame) -> None:
    with_case.navigation.go_to(Step.TAKE_BACK)
    area = with_case.stage.currentWidget()
    assert isinstance(area, QScrollArea)
    area.verticalScrollBar().setValue(100)
    with_case.navigation.go_to(View.ABOUT)
    with_case.navigation.go_to(Step.TAKE_BACK)
    assert area.verticalScrollBar().value() == 0


def test_what_a_page_says_is_kept_and_shown_at_once(
    qtbot: QtBot, with_case: Frame
) -> None:
    with_case.navigation.go_to(Step.SHOP)
    assert with_case.bar.primary is not None
    with qtbot.waitSignal(with_case.case_file.changed):
        with_case.bar.primary.click()
    assert with_case.bar.secondary is not None
    assert with_case.bar.secondary.accessibleName() == "Not done after all"
    with qtbot.waitSignal(with_case.case_file.changed):
        with_case.bar.secondary.click()
    assert with_case.bar.secondary is None


def test_files_go_to_the_page_that_wants_them(
    monkeypatch: pytest.MonkeyPatch, with_case: Frame, tmp_path: Path
) -> None:
    taken: list[Sequence[str]] = []
    monkeypatch.setattr(
        ReadMailPage, "take_files", lambda _, paths: taken.append(paths)
    )
    with_case.navigation.hover_files(is_over=True)
    assert with_case.navigation.take_files((str(tmp_path),))
    assert with_case.navigation.place is Step.READ_MAIL
    assert taken == [(str(tmp_path),)]


def test_statements_go_to_the_page_that_reads_them(
    monkeypatch: pytest.MonkeyPatch, with_case: Frame
) -> None:
    taken: list[Sequence[str]] = []
    monkeypatch.setattr(
        WhichCardPage, "take_files", lambda _, paths: taken.append(paths)
    )
    assert with_case.navigation.take_files(("/home/me/202612.csv",))
    assert with_case.navigation.place is Step.WHICH_CARD
    assert taken == [("/home/me/202612.csv",)]


def test_another_case_on_the_first_page_leads_to_its_overview(
    qtbot: QtBot, with_case: Frame, store: Store
) -> None:
    other = store.open(OTHER, at=with_case.case_file.snapshot.at, is_practice=False)
    with_case.navigation.go_to(View.WELCOME)
    with qtbot.waitSignal(with_case.case_file.opened):
        with_case.case_file.switch(other)
    assert with_case.navigation.place is View.OVERVIEW
    assert with_case.case_file.case == other


def test_making_practice_is_in_sight_until_it_is_there(
    with_case: Frame,
) -> None:
    with_case.case_file.practice_progressed.emit(1, 4)
    assert "Making the practice incident" in bars(with_case)
    with_case.case_file.practice_progressed.emit(0, 0)
    with_case.case_file.opened.emit(with_case.case_file.snapshot)
    assert bars(with_case) == []


def bars(frame: Frame) -> list[str]:
    """Return what the rail says of jobs."""
    found = frame.rail.findChildren(QProgressBar)
    return [bar.accessibleName() for bar in found if bar.isVisibleTo(frame.rail)]


def test_statements_that_are_read_are_in_sight_on_every_page(
    with_case: Frame, tmp_path: Path
) -> None:
    statements = with_case.book.cards.statements
    case = with_case.case_file.case
    assert case is not None
    statements.start(case, [str(tmp_path / "202612.csv")])
    assert any("Reading your statements" in words for words in bars(with_case))


def test_passwords_that_are_looked_through_are_in_sight_on_every_page(
    with_case: Frame, tmp_path: Path
) -> None:
    case = with_case.case_file.case
    assert case is not None
    files = (str(tmp_path / "passwords.csv"),)
    with_case.book.password_audit.start(AuditPasswords(case=case, files=files))
    words = "Looking through your passwords"
    assert any(words in told for told in bars(with_case))


@pytest.mark.parametrize(
    ("step", "place"), [(Step.SIGN_IN.value, Step.SIGN_IN), ("", View.REMINDERS)]
)
def test_what_is_due_in_the_open_case_is_shown(
    with_case: Frame, step: str, place: Step | View
) -> None:
    case = with_case.case_file.case
    assert case is not None
    with_case.navigation.go_to_due(case.number, step)
    assert with_case.navigation.place is place


def test_what_is_due_in_another_case_opens_that_first(
    qtbot: QtBot, with_case: Frame, store: Store
) -> None:
    at = with_case.case_file.snapshot.at
    other = store.open(OTHER, at=at, is_practice=False)
    with qtbot.waitSignal(with_case.case_file.changed):
        with_case.case_file.refresh()
    with qtbot.waitSignal(with_case.case_file.opened):
        with_case.navigation.go_to_due(other.number, Step.SIGN_IN.value)
    assert with_case.case_file.case == other
    ways = [with_case.navigation.place]
    with_case.navigation.go_back()
    ways.append(with_case.navigation.place)
    assert ways == [Step.SIGN_IN, View.OVERVIEW]


def test_where_nothing_is_due_the_next_step_is_shown(with_case: Frame) -> None:
    with_case.navigation.go_to(View.ABOUT)
    with_case.navigation.go_to_due(None, "")
    assert with_case.navigation.place is View.OVERVIEW
