"""What the page says and asks for, however far the question is answered."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.window.seen import words_in
from tests.window.steps.which_card.acting import press, primary, with_matching, work_of
from tests.window.steps.which_card.conftest import Build
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.statement_task import FileRead, StatementsRead
from torimodosu.recovery.plan.steps import Step
from torimodosu.recovery.statements.statement import Refusal
from torimodosu.recovery.statements.which_card.matching import Ground, Verdict
from torimodosu.window.steps.which_card.page import Tools


def test_without_statements_the_page_asks_for_them(
    build: Build, snapshot: Snapshot
) -> None:
    page = build(replace(snapshot, card_work=None, statements=()))
    assert page.name == "Which card was used?"
    assert "Statements go here" in words_in(page)
    assert primary(page).words == "Choose statements"


@pytest.mark.parametrize("has_case", [True, False])
def test_without_cards_the_page_asks_for_them(
    build: Build, snapshot: Snapshot, *, has_case: bool
) -> None:
    case = snapshot.case
    assert case is not None
    bare = replace(case, answers=replace(case.answers, cards=()))
    page = build(replace(snapshot, case=bare if has_case else None, card_work=None))
    places: list[object] = []
    page.place_chosen.connect(places.append)
    press(page, "Name your cards")
    assert places == [Step.QUESTIONS]
    assert page.buttons().primary is None


def test_what_came_of_a_statement_is_told_before_there_are_cards(
    build: Build, snapshot: Snapshot, tools: Tools
) -> None:
    case = snapshot.case
    assert case is not None
    bare = replace(case, answers=replace(case.answers, cards=()))
    tools.desk.statements.result = StatementsRead(
        files=(FileRead(path="/home/taro/meisai.csv", refused=Refusal.WEB_PAGE),)
    )
    said = words_in(build(replace(snapshot, case=bare, card_work=None)))
    assert "1 file(s) could not be read" in said
    assert "meisai.csv" in said
    assert "Name your cards" in said


@pytest.mark.parametrize(
    ("verdict", "ground", "title"),
    [
        (Verdict.POSSIBLE, Ground.MAY_EXPLAIN, "It may be one of 10 card(s)"),
        (Verdict.EXCLUDED, Ground.NO_SUCH_CHARGE, "None of your cards was charged"),
        (Verdict.NOT_COVERED, Ground.NOTHING_READ, "Which card was used?"),
        (
            Verdict.NOT_COVERED,
            Ground.DAYS_MISSING,
            "One more statement may tell which card",
        ),
        (
            Verdict.NOT_YET_BILLED,
            Ground.STATEMENT_NOT_OUT,
            "The statement of 4 December will tell",
        ),
    ],
)
def test_the_title_says_what_is_known(
    build: Build, snapshot: Snapshot, verdict: Verdict, ground: Ground, title: str
) -> None:
    until = snapshot.at.date() + timedelta(days=13)
    findings = tuple(
        replace(one, verdict=verdict, ground=ground, matches=(), until=until)
        for one in work_of(snapshot).matching.findings
    )
    page = build(with_matching(snapshot, findings=findings, matches=()))
    assert page.name == title
    assert page.help_words()
