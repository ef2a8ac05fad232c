from tests.recovery.plan.situations import saved
from torimodosu.recovery.plan.steps import Step
from torimodosu.window.deeds import done_words


def test_that_one_can_sign_in_is_said_by_the_person_alone() -> None:
    assert done_words(Step.SIGN_IN, saved({}, {}, Step.SIGN_IN)) == "You can sign in"
    # That is all that a look at the browsers shows.
    assert done_words(Step.SIGN_IN, saved({}, {})) == "No old password is left"
