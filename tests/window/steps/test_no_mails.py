"""The word of whoever has no mails, and what the pages say then."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from tests.contracts.cases import SHOP
from tests.window.scene import SaturdayEvening
from tests.window.seen import words_in
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.mail.search import Covered
from torimodosu.recovery.plan.later_changes import weighed_anew
from torimodosu.recovery.plan.snapshot import Snapshot, Verification
from torimodosu.recovery.plan.steps import Step
from torimodosu.window.activities.intake import Intake
from torimodosu.window.frame import Frame
from torimodosu.window.jobs import JobRunner
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.look import Look
from torimodosu.window.place import View
from torimodosu.window.steps.overview.facts import FactsCard
from torimodosu.window.steps.overview.rest import RestCard
from torimodosu.window.steps.read_mail.page import ReadMailPage

NOW = SaturdayEvening().now()
BEGUN = Snapshot(at=NOW, case=Case(number=1, answers=SHOP))
NONE = replace(BEGUN, said={Step.READ_MAIL: NOW})
EMPTY_BOX = Covered(source="/mail", messages=40, size=1000, newest=NOW)
Build = Callable[[Snapshot], ReadMailPage]


@pytest.fixture
def build(qtbot: QtBot, look: Look, worker: JobRunner) -> Build:
    def build(snapshot: Snapshot) -> ReadMailPage:
        page = ReadMailPage(look, snapshot, intake=Intake(worker))
        qtbot.addWidget(page)
        page.show_snapshot(snapshot)
        return page

    return build


def press(page: ReadMailPage, name: str) -> None:
    buttons = page.findChildren(Button)
    next(one for one in buttons if one.accessibleName() == name).click()


@pytest.mark.parametrize("known", [BEGUN, replace(BEGUN, covered=(EMPTY_BOX,))])
def test_whoever_has_no_mails_can_say_so(
    qtbot: QtBot, build: Build, known: Snapshot
) -> None:
    page = build(known)
    primary = page.buttons().primary
    assert primary is not None
    assert primary.held_back
    with qtbot.waitSignal(page.said) as said:
        press(page, "I have no mails")
    assert said.args == [Step.READ_MAIL]


def test_the_word_is_dated_leads_on_and_can_be_taken_back(
    qtbot: QtBot, build: Build
) -> None:
    page = build(NONE)
    assert page.heading().title == "There are no mails, as you say"
    words = words_in(page)
    assert "Noted on 21 November" in words
    assert "Said by you" in words
    assert "That does not mean that there were none." in words
    assert "I have no mails" not in words
    buttons = page.buttons()
    assert buttons.primary is not None
    assert buttons.secondary is not None
    assert buttons.primary.held_back == ""
    with qtbot.waitSignal(page.place_chosen) as chosen:
        buttons.primary.run()
    assert chosen.args == [View.OVERVIEW]
    with qtbot.waitSignal(page.taken_back) as taken_back:
        buttons.secondary.run()
    assert taken_back.args == [Step.READ_MAIL]


def test_where_mails_are_kept_nobody_is_asked(build: Build, snapshot: Snapshot) -> None:
    assert "I have no mails" not in words_in(build(snapshot))
    said = weighed_anew(replace(snapshot, said={Step.READ_MAIL: NOW}))
    assert "as you say" not in build(said).heading().title


def test_what_is_changed_or_gone_is_not_called_safe(
    qtbot: QtBot, build: Build, snapshot: Snapshot
) -> None:
    assert snapshot.read_at is not None
    faults = Verification(at=snapshot.read_at, faults=2)
    page = build(replace(snapshot, verification=faults))
    assert page.heading().title == "2 thing(s) are no longer as they were kept"
    assert "Read the same mails once more" in words_in(page)
    with qtbot.waitSignal(page.place_chosen) as chosen:
        press(page, "See what is changed")
    assert chosen.args == [Step.CHECK_EVIDENCE]
    primary = page.buttons().primary
    assert primary is not None
    with qtbot.waitSignal(page.place_chosen) as chosen:
        primary.run()
    assert chosen.args == [Step.CHECK_EVIDENCE]


def test_the_overview_says_that_it_is_not_known_and_not_that_there_was_nothing(
    qtbot: QtBot, look: Look
) -> None:
    facts, rest = FactsCard(look, NONE), RestCard(look, NONE)
    qtbot.addWidget(facts)
    qtbot.addWidget(rest)
    assert "What was ordered is not known" in words_in(facts)
    for part in (facts, rest):
        assert "There are no mails to keep" in words_in(part)
        assert "The mails are kept safe" not in words_in(part)


def test_after_the_word_the_window_tells_one_thing_everywhere(
    qtbot: QtBot, frame: Frame
) -> None:
    case_file = frame.case_file
    with qtbot.waitSignal(case_file.opened):
        case_file.answer(SHOP)
    with qtbot.waitSignal(case_file.changed):
        case_file.say(Step.READ_MAIL)
    frame.navigation.go_to(Step.SORT_ORDERS)
    page = frame.navigation.page
    assert page.name == "What was ordered is not known"
    assert "Without mails there is nothing to do here" in words_in(page)
    assert "Not needed" in words_in(page)
    assert "only the shop can say it" in words_in(page)
    entries = {one.accessibleName(): one for one in frame.rail.entries()}
    assert entries["Save the evidence"].accessibleDescription() == "Said by you"
    assert entries["Sort the orders"].accessibleDescription() == "Not needed"
    frame.navigation.go_to(Step.WHICH_CARD)
    assert "None of your cards was charged" not in words_in(frame.navigation.page)
    with qtbot.waitSignal(case_file.changed):
        case_file.take_back(Step.READ_MAIL)
    assert Step.READ_MAIL not in case_file.snapshot.said


def test_the_person_who_knows_that_it_has_stopped_may_say_so_without_mails(
    qtbot: QtBot, frame: Frame
) -> None:
    case_file = frame.case_file
    with qtbot.waitSignal(case_file.opened):
        case_file.answer(SHOP)
    with qtbot.waitSignal(case_file.changed):
        case_file.say(Step.READ_MAIL)
    frame.navigation.go_to(Step.STILL_GOING)
    buttons = frame.navigation.page.findChildren(Button)
    names = [one.accessibleName() for one in buttons]
    with qtbot.waitSignal(case_file.changed):
        buttons[names.index("I know that it has stopped")].click()
    assert Step.STILL_GOING in case_file.snapshot.said
