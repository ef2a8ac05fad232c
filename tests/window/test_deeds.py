from dataclasses import replace

from tests.recovery.plan.card_situations import LIMIT, TODAY, after, work
from tests.recovery.plan.situations import saved
from torimodosu.recovery.plan.steps import Step
from torimodosu.window.deeds import done_words


def test_that_one_can_sign_in_is_said_by_the_person_alone() -> None:
    assert done_words(Step.SIGN_IN, saved({}, {}, Step.SIGN_IN)) == "You can sign in"
    # That is all that a look at the browsers shows.
    assert done_words(Step.SIGN_IN, saved({}, {})) == "No old password is left"


def test_that_the_card_company_knows_is_not_said_while_a_report_is_not_noted() -> None:
    step = Step.CARD_COMPANY
    noted, told = replace(LIMIT, reported_on=TODAY), "The card company knows"
    assert done_words(step, after(work(deadlines=(noted,)), step)) == told
    assert done_words(step, after(None, step)) == told
    some = after(work(deadlines=(noted, replace(LIMIT, card=2))), step)
    words = "You told a card company, not every report is noted"
    assert done_words(step, some) == words
