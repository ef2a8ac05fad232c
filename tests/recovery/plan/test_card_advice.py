from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.fakes.clock import FRIDAY_NIGHT
from tests.recovery.plan.card_situations import (
    BEFORE_STATEMENTS,
    CARDS,
    LATER,
    LIMIT,
    MISSED,
    OLD,
    OPEN,
    OUT,
    SAID_CLEAN,
    SURE,
    TODAY,
    after,
    finding,
    month,
    work,
)
from tests.recovery.plan.situations import case, saved
from tests.recovery.statements.cards import statement
from torimodosu.recovery.orders.order import Ownership
from torimodosu.recovery.plan.advice import (
    next_step,
    open_steps,
    urgent_steps,
)
from torimodosu.recovery.plan.card_work import CardWork
from torimodosu.recovery.plan.cards import (
    missing_months,
    near_limits,
    next_due,
    unreported_cards,
)
from torimodosu.recovery.plan.later_changes import weighed_anew
from torimodosu.recovery.plan.proof import is_done
from torimodosu.recovery.plan.reasons import Why
from torimodosu.recovery.plan.steps import Step
from torimodosu.recovery.plan.tonight import tonight
from torimodosu.recovery.statements.deadline import Deadline, Due, DueDay
from torimodosu.recovery.statements.watch import CardMonth, MonthState
from torimodosu.recovery.statements.which_card.matching import (
    OpenCharge,
    Verdict,
)


def test_after_damage_the_cards_come_before_the_police_and_the_dates_after() -> None:
    order_of = [step for step in open_steps(after(None)) if step.phase.value != "begin"]
    places = [
        order_of.index(step)
        for step in (Step.WHICH_CARD, Step.POLICE, Step.SCHEDULE, Step.STATEMENTS)
    ]
    assert places == sorted(places)


def test_without_damage_nobody_looks_for_a_card() -> None:
    calm = saved(OLD, {"a": Ownership.MINE}, of=case(cards=CARDS))
    assert not {Step.WHICH_CARD, Step.SCHEDULE} & set(open_steps(calm))


def test_what_only_a_coming_statement_can_tell_holds_nothing_up() -> None:
    waiting = work(
        finding(1, Verdict.CERTAIN, "x1"),
        finding(2, Verdict.NOT_YET_BILLED),
        matches=(SURE,),
    )
    assert Step.WHICH_CARD not in open_steps(after(waiting))
    missing = work(finding(1, Verdict.NOT_YET_BILLED), finding(2, Verdict.NOT_COVERED))
    assert Step.WHICH_CARD in open_steps(after(missing))
    (coming,) = [step for step in open_steps(after(missing)) if step is Step.WHICH_CARD]
    asked = after(missing, *(step for step in Step if step is not coming))
    advice = next_step(asked)
    assert advice is not None
    assert (advice.step, advice.why) == (Step.WHICH_CARD, Why.CARD_NOT_KNOWN)


def test_a_charge_to_confirm_does_not_wait_for_another_card() -> None:
    asking = work(
        finding(1, Verdict.CERTAIN, "x2"),
        finding(2, Verdict.NOT_YET_BILLED),
        matches=(OPEN,),
    )
    assert Step.WHICH_CARD in open_steps(after(asking))


@pytest.mark.parametrize(
    ("found", "waits"),
    [
        (work(months=(month(MonthState.NOT_OUT, out_on=LATER),)), True),
        (work(months=(month(MonthState.NOT_OUT, out_on=LATER), SAID_CLEAN)), True),
        (work(months=(month(MonthState.NOT_OUT, out_on=LATER), MISSED)), False),
        (
            work(
                months=(month(MonthState.NOT_OUT, out_on=LATER),),
                unexplained=(("c", OpenCharge.SMALL_TEST),),
            ),
            False,
        ),
        # No statement is known to come.
        (work(months=(month(MonthState.NOT_OUT, out_on=None),)), False),
        (work(), False),
        (None, False),
    ],
)
def test_until_the_next_statement_is_out_nothing_is_to_be_read(
    found: CardWork | None, *, waits: bool
) -> None:
    assert (Step.STATEMENTS not in open_steps(after(found))) is waits


def test_a_statement_that_is_out_is_asked_for() -> None:
    missing = work(months=(month(MonthState.MISSING),))
    snapshot = after(missing, *BEFORE_STATEMENTS, Step.SCHEDULE)
    advice = next_step(snapshot)
    assert advice is not None
    assert (advice.step, advice.why) == (Step.STATEMENTS, Why.STATEMENT_IS_OUT)
    assert [one.out_on for one in missing_months(snapshot)] == [OUT]


@pytest.mark.parametrize(
    ("limit", "is_near"),
    [
        (LIMIT, True),
        (replace(LIMIT, act_by=TODAY + timedelta(days=16)), False),
        (replace(LIMIT, reported_on=TODAY), False),
        (replace(LIMIT, ends_on=TODAY - timedelta(days=1)), False),
        (replace(LIMIT, ends_on=TODAY, act_by=TODAY - timedelta(days=2)), True),
    ],
)
def test_which_limits_are_near(limit: Deadline, *, is_near: bool) -> None:
    assert bool(near_limits(after(work(deadlines=(limit,))))) is is_near


def test_a_limit_that_comes_near_goes_before_all_calm_things() -> None:
    near = work(deadlines=(LIMIT,))
    called = after(near, Step.SHOP, Step.CARD_COMPANY, Step.SCHEDULE)
    assert Step.SCHEDULE in urgent_steps(called)
    # The dates were seen, and have to be looked at again.
    assert not is_done(Step.SCHEDULE, called)
    advice = next_step(called)
    assert advice is not None
    assert (advice.step, advice.why) == (Step.SCHEDULE, Why.REPORT_LIMIT_NEAR)
    assert tonight(called).urgent == (Step.SCHEDULE,)
    not_called = next_step(after(near, Step.SHOP))
    assert not_called is not None
    assert (not_called.step, not_called.why) == (
        Step.CARD_COMPANY,
        Why.REPORT_LIMIT_NEAR,
    )


def test_which_cards_have_a_loss_whose_report_is_not_noted() -> None:
    noted = replace(LIMIT, reported_on=TODAY)
    limits = (replace(LIMIT, card=2), noted, replace(LIMIT, card=2, days=30))
    assert unreported_cards(after(work(deadlines=limits))) == (2,)
    assert unreported_cards(after(work(deadlines=(noted,)))) == ()
    assert unreported_cards(after(None)) == ()


def test_a_limit_whose_report_is_noted_is_no_hurry() -> None:
    noted = work(deadlines=(replace(LIMIT, reported_on=TODAY),))
    snapshot = after(noted, Step.SHOP, Step.CARD_COMPANY)
    assert tonight(snapshot).is_safe
    assert Step.SCHEDULE not in urgent_steps(snapshot)


def test_the_case_is_not_closed_while_the_watch_goes_on() -> None:
    read = (month(MonthState.CLEAN),)
    all_done = [step for step in Step if step is not Step.CLOSING]
    watching = after(work(months=read), *all_done)
    assert next_step(watching) is None
    ended = after(work(months=read, ends_on=TODAY), *all_done)
    advice = next_step(ended)
    assert advice is not None
    assert advice.step is Step.CLOSING


def test_what_is_next_due() -> None:
    def due(days: int, *, is_done: bool = False) -> DueDay:
        on = TODAY + timedelta(days=days)
        return DueDay(on=on, what=Due.STATEMENT_OUT, card=1, is_done=is_done)

    known = work(due=(due(-1), due(3, is_done=True), due(9), due(5)))
    assert next_due(after(known)) == due(5)
    assert next_due(after(work())) is None
    assert next_due(after(None)) is None


@pytest.mark.parametrize(
    ("out_on", "is_said"),
    [(TODAY, True), (TODAY + timedelta(days=1), False)],
)
def test_a_new_statement_takes_the_word_about_the_statements_back(
    out_on: date, *, is_said: bool
) -> None:
    later = FRIDAY_NIGHT + timedelta(days=40)
    months = (month(MonthState.MISSING, out_on=out_on),)
    snapshot = replace(after(work(months=months), Step.STATEMENTS), at=later)
    assert (Step.STATEMENTS in weighed_anew(snapshot).said) is is_said


@pytest.mark.parametrize(
    ("months", "is_asked"),
    [((), False), ((month(MonthState.NOT_OUT),), False), ((MISSED,), True)],
)
def test_without_damage_what_was_read_is_enough(
    months: tuple[CardMonth, ...], *, is_asked: bool
) -> None:
    mine = saved(OLD, {"a": Ownership.MINE}, of=case(cards=CARDS))
    unread = replace(mine, card_work=work(months=months))
    assert Step.STATEMENTS in open_steps(unread)
    read = replace(unread, statements=(statement(),))
    assert (Step.STATEMENTS in open_steps(read)) is is_asked
