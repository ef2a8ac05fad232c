import random
import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.recovery.passwords.test_rules import EVERY_SORT, rules_of
from torimodosu.recovery.catalogue.service import CharacterClass, PasswordRules
from torimodosu.recovery.passwords.new_password import (
    LENGTH,
    LONGEST,
    Misfit,
    MisfitError,
    random_characters,
    random_words,
)
from torimodosu.recovery.passwords.rules import broken_rules, class_of

# Made-up words of three to nine letters, enough of each length.
WORDS = tuple(
    f"{number:04d}".translate(str.maketrans("0123456789", "kstnhmyrwg"))[
        : 3 + number % 2
    ]
    + "a" * (number % 6)
    for number in range(9000)
)


def chance(seed: int = 1) -> random.Random:
    return random.Random(seed)  # noqa: S311 -- the same each time


def misfit_of(error: pytest.ExceptionInfo[MisfitError]) -> Misfit:
    return error.value.misfit


def test_characters_are_twenty_of_every_sort_and_none_looks_like_another() -> None:
    choose = chance().randrange
    for _ in range(500):
        drawn = random_characters(choose)
        assert len(drawn) == LENGTH
        assert {class_of(character) for character in drawn} == set(CharacterClass)
        assert not set(drawn) & set("0O1lI|'\"` ")


@pytest.mark.parametrize(
    ("longest", "shortest", "length"),
    [(8, None, 8), (None, 30, 30), (25, 24, 24), (None, None, LENGTH), (500, 6, 20)],
)
def test_the_length_is_the_best_that_the_service_takes(
    longest: int | None, shortest: int | None, length: int
) -> None:
    rules = rules_of(shortest, longest)
    assert len(random_characters(chance().randrange, rules=rules)) == length


@st.composite
def possible_rules(draw: st.DrawFn) -> PasswordRules:
    """Draw rules that leave room for one character of each sort."""
    shortest = draw(st.none() | st.integers(1, 40))
    return rules_of(
        shortest,
        max(shortest or 0, 4) + draw(st.integers(0, 60)),
        tuple(draw(st.sets(st.sampled_from(EVERY_SORT)))),
        special=draw(st.none() | st.text("-_.!?@", min_size=1)),
        most_alike=draw(st.none() | st.integers(1, 3)),
    )


@given(seed=st.integers(), rules=possible_rules())
def test_characters_keep_whatever_rules(seed: int, rules: PasswordRules) -> None:
    drawn = random_characters(chance(seed).randrange, rules=rules)
    assert broken_rules(drawn, rules) == ()


def test_a_service_without_special_characters_gets_none() -> None:
    rules = rules_of(special="")
    drawn = random_characters(chance().randrange, length=100, rules=rules)
    assert drawn.isalnum()


@pytest.mark.parametrize(
    ("length", "misfit"),
    [(3, Misfit.TOO_SHORT), (7, Misfit.TOO_SHORT), (13, Misfit.TOO_LONG)],
)
def test_a_length_that_the_service_refuses_is_refused(
    length: int, misfit: Misfit
) -> None:
    with pytest.raises(MisfitError) as caught:
        random_characters(chance().randrange, length=length, rules=rules_of(8, 12))
    assert misfit_of(caught) is misfit


def test_no_rule_makes_one_password_likelier_than_another() -> None:
    # Four of each sort in eight places: what is drawn shows no favourite place.
    choose = chance().randrange
    rules = rules_of(longest=8, required=EVERY_SORT)
    digits = Counter(
        place
        for _ in range(4000)
        for place, character in enumerate(random_characters(choose, rules=rules))
        if character.isdigit()
    )
    usual = sum(digits.values()) / 8
    assert all(abs(count - usual) < 0.15 * usual for count in digits.values())


def test_words_stand_in_a_row_with_a_capital_and_a_digit() -> None:
    drawn = random_words(chance().randrange, WORDS, count=4)
    first, *others = drawn.split("-")
    assert re.fullmatch(r"[A-Z][a-z]+[0-9]", first)
    assert len(others) == 3
    assert {first[:-1].lower(), *others} <= set(WORDS)


@pytest.mark.parametrize(
    ("special", "form"),
    [
        ("", r"[A-Z][a-z]+[0-9]([A-Z][a-z]+){4}"),
        ("_.", r"[A-Z][a-z]+[0-9](_[a-z]+){4}"),
        ("_-", r"[A-Z][a-z]+[0-9](-[a-z]+){4}"),
    ],
)
def test_what_stands_between_words_is_taken_by_the_service(
    special: str, form: str
) -> None:
    rules = rules_of(required=EVERY_SORT[:3], special=special)
    assert re.fullmatch(form, random_words(chance().randrange, WORDS, rules=rules))


@given(seed=st.integers(), count=st.integers(4, 12), longest=st.integers(40, LONGEST))
def test_words_fit_or_are_refused(seed: int, count: int, longest: int) -> None:
    rules = rules_of(12, longest, EVERY_SORT)
    try:
        drawn = random_words(chance(seed).randrange, WORDS, count=count, rules=rules)
    except MisfitError as error:
        assert error.misfit is Misfit.NO_ROOM  # noqa: PT017 -- only some are refused
    else:
        assert broken_rules(drawn, rules) == ()


def test_a_word_that_is_written_like_two_is_left_out() -> None:
    words = ("t-shirt",) * 20_000 + WORDS
    drawn = [random_words(chance(s).randrange, words, count=4) for s in range(50)]
    assert {one.count("-") for one in drawn} == {3}


def test_words_that_have_no_room_are_refused() -> None:
    with pytest.raises(MisfitError) as caught:
        random_words(chance().randrange, WORDS, rules=rules_of(longest=16))
    assert misfit_of(caught) is Misfit.NO_ROOM


def test_words_are_long_enough_for_a_service_that_wants_much() -> None:
    rules = rules_of(shortest=34)
    drawn = [random_words(chance(s).randrange, WORDS, rules=rules) for s in range(50)]
    assert min(map(len, drawn)) >= 34
