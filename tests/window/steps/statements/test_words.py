from dataclasses import replace
from datetime import date

import pytest

from tests.window.card_scene import ODD, STATEMENT, WORK
from torimodosu.recovery.statements.log import ImportedStatement
from torimodosu.recovery.statements.mapping import Unsure
from torimodosu.recovery.statements.statement import ChargeKind
from torimodosu.recovery.statements.watch import MonthState
from torimodosu.recovery.statements.which_card.matching import OpenCharge
from torimodosu.window.card_months import month_state_words
from torimodosu.window.kit.marks import words_of
from torimodosu.window.steps.statements.column_words import unsure_words
from torimodosu.window.steps.statements.listing import reading_of
from torimodosu.window.steps.statements.log import months_of
from torimodosu.window.steps.statements.words import kind_words, open_charge_words


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        (STATEMENT, "Total agrees"),
        (ODD, "2 row(s) not understood"),
        (replace(ODD, skipped=()), "Total differs"),
        (replace(STATEMENT, doubts=ODD.doubts), "Something is odd"),
        (
            replace(STATEMENT, totals_agree=None, printed_total=None),
            "No total to compare",
        ),
    ],
)
def test_a_statement_is_as_good_as_its_worst_side(
    statement: ImportedStatement, words: str
) -> None:
    assert reading_of(statement).said == words


def test_months_are_those_of_the_statements_newest_first() -> None:
    long_ago = replace(STATEMENT, first=date(2026, 9, 30))
    assert months_of([long_ago]) == (
        date(2026, 11, 1),
        date(2026, 10, 1),
        date(2026, 9, 1),
    )
    assert months_of([replace(STATEMENT, first=None, last=None)]) == ()


def test_every_kind_and_reason_has_words_of_its_own() -> None:
    assert len({kind_words(kind) for kind in ChargeKind}) == len(ChargeKind)
    assert len({open_charge_words(why) for why in OpenCharge}) == len(OpenCharge)
    assert len({unsure_words(one) for one in Unsure}) == len(Unsure)
    assert len({words_of(state) for state in MonthState}) == len(MonthState)


def test_a_month_that_cannot_matter_is_told_from_one_that_is_missing() -> None:
    missing = next(
        cell for cell in WORK.watch.cells if cell.state is MonthState.MISSING
    )
    assert month_state_words(missing) == "Not read"
    spared = replace(missing, is_needed=False)
    assert month_state_words(spared) == "Not read, and not needed"
