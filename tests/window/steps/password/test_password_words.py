import pytest

from torimodosu.recovery.passwords.rules import BrokenRule
from torimodosu.recovery.passwords.strength import Weakness
from torimodosu.window.steps.password.draft import OldShape
from torimodosu.window.steps.password.words import (
    broken_words,
    mend_words,
    old_name,
    old_words,
    strength_tone,
    strength_words,
    time_words,
    weakness_words,
)

HOUR, DAY = 3600, 86400


@pytest.mark.parametrize("weakness", Weakness)
def test_every_weakness_has_words_and_a_mend(weakness: Weakness) -> None:
    assert weakness_words(weakness)
    assert mend_words(weakness)


def test_weaknesses_that_mean_something_else_say_so() -> None:
    told = {weakness_words(weakness) for weakness in Weakness}
    # Only a short and an empty one, and days of either calendar, are told alike.
    assert len(told) == len(Weakness) - 2


def test_every_broken_rule_and_every_old_shape_is_told_apart() -> None:
    assert len({broken_words(broken) for broken in BrokenRule}) == len(BrokenRule)
    assert len({old_name(shape) for shape in OldShape}) == len(OldShape)
    assert len({old_words(shape) for shape in OldShape}) == len(OldShape)


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0.4, "less than a second"),
        (3, "about 3 second"),
        (90, "about 2 minute"),
        (3 * HOUR, "about 3 hour"),
        (3 * DAY, "about 3 day"),
        (90 * DAY, "about 3 month"),
        (3 * 365 * DAY, "about 3 year"),
        (1e60, "many lifetimes"),
    ],
)
def test_times_are_told_as_roughly_as_one_would_say_them(
    seconds: float, words: str
) -> None:
    assert time_words(seconds).startswith(words)


def test_only_the_strongest_is_green() -> None:
    tones = [strength_tone(score) for score in range(5)]
    assert tones == ["attention"] * 4 + ["ok"]
    assert len({strength_words(score, 1e60) for score in range(1, 5)}) == 4


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(4 * HOUR, "Strong: nobody guesses it at the shop"), (1e60, "Very strong")],
)
def test_what_a_graphics_card_guesses_within_a_year_is_not_called_very_strong(
    seconds: float, words: str
) -> None:
    assert strength_words(4, seconds).startswith(words)
    assert strength_words(3, seconds) == "Nearly there"
