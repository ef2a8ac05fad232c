"""What the person said is worth less once something speaks against it."""

from dataclasses import replace
from datetime import datetime

import pytest

from tests.fakes.clock import FRIDAY_NIGHT
from tests.recovery.plan.card_situations import BOTH_KNOWN, MISSED, work
from tests.recovery.plan.situations import DAY, HOUR, case, order, saved
from tests.recovery.plan.test_reuse import OPEN as UNCHANGED
from tests.recovery.plan.test_sign_in import results
from torimodosu.recovery.mail.account_event import AccountEvent, AccountEventKind
from torimodosu.recovery.mail.kind import MailKind
from torimodosu.recovery.orders.order import Ownership
from torimodosu.recovery.passwords.queue import PasswordQueue
from torimodosu.recovery.plan.advice import StepState, opened_again, state_of
from torimodosu.recovery.plan.later_changes import weighed_anew
from torimodosu.recovery.plan.reasons import Why, reason_for
from torimodosu.recovery.plan.snapshot import Closing, Snapshot, Verification
from torimodosu.recovery.plan.steps import Step

OLD = {"a": order(placed_at=FRIDAY_NIGHT - 5 * DAY)}
BEFORE = FRIDAY_NIGHT - HOUR
WORDS = (
    *(Step.STILL_GOING, Step.WHICH_CARD, Step.SIGN_IN, Step.PASSWORD, Step.TWO_STEP),
    *(Step.REUSE, Step.CARD_COMPANY, Step.SHOP, Step.POLICE, Step.SCHEDULE),
    *(Step.STATEMENTS, Step.CLOSING),
)
CLOSED = replace(
    saved(OLD, {"a": Ownership.NOT_MINE}, *WORDS, of=case(cards=())),
    closing=Closing(at=FRIDAY_NIGHT),
    looked=results(),
)


def event(kind: AccountEventKind) -> AccountEvent:
    return AccountEvent(mail="0" * 64, kind=kind, at=FRIDAY_NIGHT + DAY)


def test_that_there_are_no_mails_is_outdated_by_the_first_one() -> None:
    none = Snapshot(at=FRIDAY_NIGHT, case=case(), said={Step.READ_MAIL: BEFORE})
    assert Step.READ_MAIL in weighed_anew(none).said
    some = replace(none, kept={MailKind.ORDER_CONFIRMATION: 1})
    assert Step.READ_MAIL not in weighed_anew(some).said


def test_that_faults_must_stay_holds_until_the_next_check() -> None:
    faults = Verification(at=FRIDAY_NIGHT, faults=2)
    known = replace(saved(OLD, {}, Step.CHECK_EVIDENCE), verification=faults)
    assert state_of(Step.READ_MAIL, weighed_anew(known)) is StepState.SAID
    assert state_of(Step.CHECK_EVIDENCE, weighed_anew(known)) is StepState.SAID
    for verification in (
        Verification(at=FRIDAY_NIGHT + HOUR, faults=2),
        Verification(at=FRIDAY_NIGHT, faults=0),
    ):
        later = weighed_anew(replace(known, verification=verification))
        assert Step.CHECK_EVIDENCE not in later.said
    again = weighed_anew(replace(known, read_at=FRIDAY_NIGHT + HOUR))
    assert Step.CHECK_EVIDENCE not in again.said


def test_a_closed_case_stays_closed_while_nothing_opens() -> None:
    assert weighed_anew(CLOSED).said[Step.CLOSING] == FRIDAY_NIGHT
    assert opened_again(weighed_anew(CLOSED)) == ()


@pytest.mark.parametrize(
    ("later", "step", "why"),
    [
        (
            replace(CLOSED, ownership={}),
            *(Step.SORT_ORDERS, Why.ORDERS_UNSORTED),
        ),
        (
            replace(CLOSED, verification=Verification(at=FRIDAY_NIGHT + DAY, faults=1)),
            *(Step.CHECK_EVIDENCE, Why.EVIDENCE_CHANGED),
        ),
        (
            replace(CLOSED, events=(event(AccountEventKind.PASSWORD_CHANGED),)),
            *(Step.SIGN_IN, Why.ACCOUNT_CHANGED_AGAIN),
        ),
        (
            replace(CLOSED, events=(event(AccountEventKind.TWO_STEP_CHANGED),)),
            *(Step.TWO_STEP, Why.TWO_STEP_CHANGED),
        ),
        (
            replace(CLOSED, events=(event(AccountEventKind.PHONE_CHANGED),)),
            *(Step.TAKE_BACK, Why.CONTACT_CHANGED),
        ),
        (
            replace(CLOSED, card_work=work(*BOTH_KNOWN, months=(MISSED,))),
            *(Step.STATEMENTS, Why.STATEMENT_IS_OUT),
        ),
        (
            replace(
                CLOSED,
                password_queue=PasswordQueue(
                    at=FRIDAY_NIGHT + DAY,
                    logins=1,
                    entries=(UNCHANGED,),
                    are_leaks_checked=True,
                    is_keyed=True,
                ),
            ),
            *(Step.REUSE, Why.PASSWORDS_LEFT),
        ),
    ],
)
def test_what_opens_after_the_closing_takes_its_word_away_and_says_why(
    later: Snapshot, step: Step, why: Why
) -> None:
    known = weighed_anew(replace(later, at=FRIDAY_NIGHT + 2 * DAY))
    assert Step.CLOSING not in known.said
    assert known.closing == CLOSED.closing
    assert opened_again(known)[0] is step
    assert reason_for(step, known) is why
    # Closed once more, with that left open: it is no news any more.
    closing = Closing(at=known.at, left=frozenset(opened_again(known)))
    said = {**known.said, Step.CLOSING: known.at}
    again = weighed_anew(replace(known, said=said, closing=closing))
    assert again.said[Step.CLOSING] == known.at
    assert state_of(step, again) in {StepState.HERE, StepState.OPEN}


def test_what_was_left_open_on_purpose_does_not_open_a_closed_case() -> None:
    said = dict(CLOSED.said)
    del said[Step.POLICE]
    left = Closing(at=FRIDAY_NIGHT, left=frozenset({Step.POLICE}))
    assert Step.CLOSING not in weighed_anew(replace(CLOSED, said=said)).said
    assert Step.CLOSING in weighed_anew(replace(CLOSED, said=said, closing=left)).said


@pytest.mark.parametrize(
    ("placed_at", "owner", "is_said"),
    [
        (FRIDAY_NIGHT + HOUR, Ownership.NOT_MINE, False),
        (FRIDAY_NIGHT - HOUR, Ownership.NOT_MINE, True),
        # Whose it is, or when it came, is not known: nothing speaks against the word.
        (FRIDAY_NIGHT + HOUR, Ownership.UNSURE, True),
        (FRIDAY_NIGHT + HOUR, Ownership.MINE, True),
        (FRIDAY_NIGHT + HOUR, None, True),
        (None, Ownership.NOT_MINE, True),
    ],
)
def test_an_order_of_a_stranger_takes_the_word_about_an_older_password_back(
    placed_at: datetime | None, owner: Ownership | None, *, is_said: bool
) -> None:
    ownership = {} if owner is None else {"a": owner}
    known = saved({"a": order(placed_at=placed_at)}, ownership, Step.PASSWORD)
    later = weighed_anew(replace(known, at=FRIDAY_NIGHT + DAY))
    assert (Step.PASSWORD in later.said) is is_said
    again = {Step.PASSWORD: FRIDAY_NIGHT + DAY}
    assert Step.PASSWORD in weighed_anew(replace(later, said=again)).said
