from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tests.recovery.statements.cards import (
    INCIDENT,
    by_key,
    charge,
    match,
    matching,
    notice,
)
from torimodosu.recovery.statements.disputes import (
    Dispute,
    accepted_matches,
    disputes_of,
)
from torimodosu.recovery.statements.which_card.matching import Match, Said
from torimodosu.recovery.statements.words import CardWords

CHARGES = by_key(charge("c1"), charge("c2", 900, day=date(2026, 11, 19)))
NOTICES = {"m1": notice()}
SILENT = CardWords()


def disputes(*matches: Match, words: CardWords = SILENT) -> tuple[Dispute, ...]:
    return disputes_of(matching(*matches), CHARGES, NOTICES, words)


@pytest.mark.parametrize(
    ("found", "sure"),
    [
        (match(), [True]),
        (match(is_certain=False), [False]),
        (match(is_certain=False, said=Said.CONFIRMED), [True]),
        (match(said=Said.REJECTED), []),
        (match(is_disputed=False), []),
        (match(amount=-5000), []),
        (match(charges=("gone",)), []),
    ],
)
def test_what_counts_as_disputed(found: Match, sure: list[bool]) -> None:
    assert [one.is_sure for one in disputes(found)] == sure


def test_a_charge_of_two_rival_matches_is_disputed_once_by_the_surer() -> None:
    (only,) = disputes(
        match("x1", is_certain=False), match("x2", orders=("b",), is_certain=True)
    )
    assert (only.orders, only.is_sure) == (("b",), True)


def test_a_charge_is_sure_whichever_order_of_a_stranger_it_is_for() -> None:
    either = (
        match("x1", is_certain=False),
        match("x2", orders=("b",), is_certain=False),
        match("x3", orders=("b",), charges=("c2",), is_certain=False),
    )
    found = matching(*either, disputed=("c1",))
    told = disputes_of(found, CHARGES, NOTICES, SILENT)
    assert [(one.orders, one.is_sure) for one in told] == [
        (("b",), False),
        (("a",), True),
    ]
    # The first stands for both, unless it is rejected or taken already.
    assert [one.key for one in accepted_matches(found)] == ["x1"]
    rejected = replace(either[0], said=Said.REJECTED)
    without = matching(rejected, either[1], disputed=("c1",))
    assert [one.key for one in accepted_matches(without)] == ["x2"]
    known = matching(*either, match("x4", charges=("c1",)), disputed=("c1",))
    assert [one.key for one in accepted_matches(known)] == ["x4"]


def test_a_charge_that_the_user_calls_not_theirs_is_disputed_and_sure() -> None:
    words = CardWords(charges={"c2": False, "c1": True, "gone": False})
    (only,) = disputes(words=words)
    assert only.charge == CHARGES["c2"]
    assert (only.is_sure, only.orders, only.card) == (True, (), 1)


def test_where_no_statement_shows_it_the_notice_tells() -> None:
    (only,) = disputes(match(charges=(), notices=("m1",)))
    told = (only.day, only.merchant, only.amount, only.currency)
    assert told == (INCIDENT, "SHOP", Decimal(5000), "JPY")
    (row,) = disputes(match(charges=("c1",), notices=("m1",)))
    assert (row.notice, row.amount) == (None, Decimal(5000))


def test_they_come_by_day() -> None:
    found = disputes(match("x1"), match("x2", charges=("c2",)))
    assert [one.day for one in found] == [date(2026, 11, 19), INCIDENT]
