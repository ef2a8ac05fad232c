from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tests.window.card_scene import DUE, LETTERS, LIMITS, RETURNS, WATCH, WORK
from torimodosu.recovery.catalogue.limit import Clock
from torimodosu.recovery.statements.deadline import Due, DueDay
from torimodosu.recovery.statements.returns import Means, ReturnState
from torimodosu.window.steps.schedule.ahead import months_of
from torimodosu.window.steps.schedule.chart import finding_words
from torimodosu.window.steps.schedule.letter import letter_words
from torimodosu.window.steps.schedule.returns import groups_of
from torimodosu.window.steps.schedule.words import (
    due_words,
    limit_reason,
    link_words,
    means_icon,
    means_words,
    return_reason,
    short_due_words,
)


def test_what_is_not_back_stands_above_what_is() -> None:
    states = [group.state for group in groups_of(RETURNS)]
    assert states == [
        ReturnState.EXPECTED,
        ReturnState.PROMISED,
        ReturnState.RESTORED,
    ]


def test_a_card_without_a_letter_has_its_limit_all_the_same() -> None:
    empty = replace(LETTERS[0], charges=(), total=(), first=None, orders=())
    words = letter_words(empty, "Blue 1234", None)
    assert "no charge is known yet" in words
    assert "19 January 2027" in words


def test_without_dispute_the_chart_says_so() -> None:
    clean = [replace(one, disputed=Decimal(), back=Decimal()) for one in WORK.sums]
    assert finding_words(clean, "JPY") == "No charge is disputed so far."


@pytest.mark.parametrize(
    ("today", "month"),
    [(date(2026, 8, 31), 1), (date(2026, 11, 22), 3), (date(2028, 1, 1), 14)],
)
def test_the_month_of_the_watch_stays_within_it(today: date, month: int) -> None:
    assert months_of(WATCH, today) == (month, 14)


@pytest.mark.parametrize("what", Due)
def test_every_kind_of_day_has_words(what: Due) -> None:
    due = DueDay(on=DUE[0].on, what=what, card=1, amount=Decimal(5), currency="JPY")
    open_amount = replace(due, amount=None)
    for one in (due, open_amount):
        assert "{" not in due_words(one, "Blue")
        assert short_due_words(one)
    assert link_words(replace(due, is_done=True)) == ""


@pytest.mark.parametrize("clock", Clock)
def test_every_limit_says_what_it_is_counted_from(clock: Clock) -> None:
    limit = replace(LIMITS[0], clock=clock)
    words = limit_reason(limit)
    assert "60" in words
    assert "20 November" in words
    assert limit_reason(replace(limit, is_supposed=True)) != words


def test_every_state_of_money_has_a_reason_of_its_own() -> None:
    reasons = {
        return_reason(replace(RETURNS[0], state=state, returned=Decimal(500)))
        for state in ReturnState
        if state is not ReturnState.WRITTEN_OFF
    }
    assert len(reasons) == len(ReturnState) - 1
    assert not any("{" in reason for reason in reasons)


def test_every_means_has_a_word_and_an_icon() -> None:
    assert len({means_words(means) for means in Means}) == len(Means)
    assert len({means_icon(means) for means in Means}) == len(Means)
