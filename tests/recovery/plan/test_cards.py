from dataclasses import replace
from decimal import Decimal

import pytest

from tests.recovery.plan.card_situations import (
    BOTH_KNOWN,
    OPEN,
    SURE,
    after,
    finding,
    month,
    work,
)
from torimodosu.recovery.plan.card_work import CardWork
from torimodosu.recovery.plan.cards import (
    open_charges,
)
from torimodosu.recovery.plan.proof import is_proven
from torimodosu.recovery.plan.steps import Step
from torimodosu.recovery.statements.watch import MonthState
from torimodosu.recovery.statements.which_card.matching import (
    OpenCharge,
    Said,
    Verdict,
)
from torimodosu.recovery.statements.words import CardWords


@pytest.mark.parametrize(
    ("found", "proven"),
    [
        (None, False),
        (work(), False),
        (work(*BOTH_KNOWN, matches=(SURE,)), True),
        (work(finding(1, Verdict.EXCLUDED), finding(2, Verdict.EXCLUDED)), True),
        (work(finding(1, Verdict.CERTAIN), finding(2, Verdict.POSSIBLE)), False),
        (work(finding(1, Verdict.CERTAIN), finding(2, Verdict.NOT_COVERED)), False),
        (work(finding(1, Verdict.CERTAIN), finding(2, Verdict.NOT_YET_BILLED)), False),
        # A card that the shop does not have is not asked about.
        (work(*BOTH_KNOWN, finding(3, Verdict.NOT_COVERED), matches=(SURE,)), True),
        (work(finding(3, Verdict.EXCLUDED)), False),
        # Each charge must be settled, and money that comes back is another matter.
        (work(finding(1, Verdict.CERTAIN, "x1", "x2"), matches=(SURE, OPEN)), False),
        (
            work(
                finding(1, Verdict.CERTAIN, "x2"),
                matches=(replace(OPEN, said=Said.CONFIRMED),),
            ),
            True,
        ),
        (
            work(
                finding(1, Verdict.CERTAIN, "x1", "x2"),
                matches=(SURE, replace(OPEN, amount=Decimal(-5000))),
            ),
            True,
        ),
        (
            work(
                finding(1, Verdict.CERTAIN, "x1"), matches=(replace(SURE, charges=()),)
            ),
            False,
        ),
    ],
)
def test_it_is_known_which_card_when_each_was_surely_used_or_surely_not(
    found: CardWork | None, *, proven: bool
) -> None:
    assert is_proven(Step.WHICH_CARD, after(found)) is proven


@pytest.mark.parametrize(
    ("found", "proven"),
    [
        (None, False),
        (work(), False),
        (work(months=(month(MonthState.CLEAN), month(MonthState.NOT_OUT))), True),
        (work(months=(month(MonthState.FINDINGS),)), True),
        (work(months=(month(MonthState.NOT_OUT),)), False),
        (work(months=(month(MonthState.FINDINGS, is_open=True),)), False),
        (work(months=(month(MonthState.CLEAN), month(MonthState.MISSING))), False),
        (
            work(
                months=(
                    month(MonthState.CLEAN),
                    month(MonthState.MISSING, is_needed=False),
                )
            ),
            True,
        ),
        (work(months=(month(MonthState.CLEAN, is_said=True),)), False),
        (
            work(
                months=(month(MonthState.FINDINGS),),
                unexplained=(("c", OpenCharge.SMALL_TEST),),
            ),
            False,
        ),
        (
            work(
                months=(month(MonthState.CLEAN),),
                unexplained=(("c", OpenCharge.NOT_SEEN_BEFORE),),
            ),
            True,
        ),
    ],
)
def test_the_statements_are_read_when_all_that_are_out_were_and_nothing_is_open(
    found: CardWork | None, *, proven: bool
) -> None:
    assert is_proven(Step.STATEMENTS, after(found)) is proven


def test_a_word_settles_a_charge() -> None:
    asked = after(work(unexplained=(("c", OpenCharge.OF_THE_SHOP),)))
    assert open_charges(asked) == ("c",)
    told = replace(asked, card_words=CardWords(charges={"c": True}))
    assert open_charges(told) == ()
    assert open_charges(after(None)) == ()
