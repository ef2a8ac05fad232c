"""What the user says about matches and charges holds."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from tests.recovery.statements.which_card.cases import (
    FRIDAY,
    NOT_MINE,
    A,
    B,
    Situation,
    charge,
    finding,
    match_of,
    notice,
    order,
    verdicts,
)
from torimodosu.recovery.statements.which_card.matching import Reason, Said
from torimodosu.recovery.statements.words import CardWords

EQUAL = Situation(
    orders=(order("D1", 7_600),),
    owners={"D1": NOT_MINE},
    charges=(charge("a1", A, 7_600), charge("b1", B, 7_600)),
)


def test_a_confirmed_match_is_certain_and_its_rivals_are_gone() -> None:
    match = match_of(EQUAL.solved(), "D1", "a1")
    solved = EQUAL.saying(match, Said.CONFIRMED).solved()
    confirmed = match_of(solved, "D1", "a1")
    assert (confirmed.is_certain, confirmed.said) == (True, Said.CONFIRMED)
    assert Reason.USER_CONFIRMED in confirmed.reasons
    assert [match.key for match in solved.matches] == [confirmed.key]
    assert finding(solved, A).verdict.value == "certain"


def test_the_other_charge_then_needs_an_explanation() -> None:
    match = match_of(EQUAL.solved(), "D1", "a1")
    solved = EQUAL.saying(match, Said.CONFIRMED).solved()
    assert [key for key, _ in solved.unexplained_charges] == ["b1"]
    assert finding(solved, B).verdict.value == "possible"


def test_a_rejected_match_settles_what_it_was_a_rival_of() -> None:
    match = match_of(EQUAL.solved(), "D1", "b1")
    solved = EQUAL.saying(match, Said.REJECTED).solved()
    assert finding(solved, A).verdict.value == "certain"
    rejected = match_of(solved, "D1", "b1")
    assert (rejected.said, rejected.is_certain) == (Said.REJECTED, False)
    assert rejected.key not in finding(solved, B).matches


def test_a_word_said_of_a_notice_holds_when_its_row_comes() -> None:
    told = replace(EQUAL, charges=(), notices=(notice("n1", 7_600),))
    early = told.saying(match_of(told.solved(), "D1", "n1"), Said.REJECTED)
    later = replace(early, charges=(charge("a1", A, 7_600),))
    assert match_of(later.solved(), "D1", "a1").said is Said.REJECTED


def test_a_charge_that_is_ones_own_explains_no_strange_order() -> None:
    words = CardWords(charges={"b1": True})
    solved = replace(EQUAL, words=words).solved()
    assert verdicts(solved) == ["certain", "excluded"]
    assert solved.unexplained_charges == ()


def test_a_charge_of_the_shop_that_is_not_ones_own_makes_its_card_certain() -> None:
    words = CardWords(charges={"b1": False})
    solved = replace(EQUAL, orders=(), owners={}, words=words).solved()
    assert verdicts(solved)[1] != "excluded"
    known = replace(
        EQUAL,
        charges=(charge("a1", A, 7_600), charge("b1", B, 1_234)),
        words=words,
    ).solved()
    assert verdicts(known) == ["certain", "certain"]


def test_money_back_is_a_match_of_its_own() -> None:
    later = (FRIDAY + timedelta(days=20)).date()
    solved = replace(
        EQUAL,
        orders=(order("D1", 7_600, refunded=7_600),),
        charges=(charge("a1", A, 7_600), charge("a2", A, -7_600, on=later)),
    ).solved()
    back = match_of(solved, "D1", "a2")
    assert back.amount == Decimal(-7_600)
    assert (back.is_certain, back.is_disputed) == (True, True)
    assert Reason.REFUND_OF_ORDER in back.reasons
    assert back.rivals == ()
    assert dict(finding(solved, A).amounts) == {"JPY": 7_600}


def test_money_back_without_a_word_of_the_shop_is_possible_only() -> None:
    later = (FRIDAY + timedelta(days=20)).date()
    charges = (charge("a1", A, 7_600), charge("a2", A, -7_600, on=later))
    solved = replace(EQUAL, charges=charges).solved()
    assert not match_of(solved, "D1", "a2").is_certain
