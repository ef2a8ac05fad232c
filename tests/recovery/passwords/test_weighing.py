from collections.abc import Iterable, Mapping, Sequence

import pytest

from torimodosu.recovery.passwords.breach import NOT_CHECKED, Breach, BreachState
from torimodosu.recovery.passwords.strength import Strength
from torimodosu.recovery.passwords.weighing import Weighed, weigh

# SHA-1 of "password", RFC 3174.
HASH = "5BAA61E4C9B93F3F0682250B6CF8331B7EE68FD8"
FOUND = Breach(state=BreachState.FOUND, times=7)
NOT_FOUND = Breach(state=BreachState.NOT_FOUND)


class Lengths:
    """Takes the length for the strength, and one more for each own word."""

    def estimate(self, password: str, *, own_words: Sequence[str] = ()) -> Strength:
        return Strength(score=0, guesses_log10=float(len(password) + len(own_words)))


class OneLeak:
    def look_up(self, hashes: Iterable[str]) -> Mapping[str, Breach]:
        return {one: FOUND if one == HASH else NOT_FOUND for one in hashes}


class Broken:
    def look_up(self, hashes: Iterable[str]) -> Mapping[str, Breach]:
        del hashes
        raise OSError


@pytest.mark.parametrize(
    ("password", "leaked", "breach"),
    [
        ("password", OneLeak(), FOUND),
        ("Password", OneLeak(), NOT_FOUND),
        ("パス\ud800", OneLeak(), NOT_FOUND),
        ("", OneLeak(), NOT_CHECKED),
        ("password", None, NOT_CHECKED),
        ("password", Broken(), NOT_CHECKED),
    ],
)
def test_a_password_is_looked_up_where_there_is_a_list(
    password: str, leaked: OneLeak | Broken | None, breach: Breach
) -> None:
    assert weigh(password, estimates=Lengths(), leaked=leaked).breach == breach


def test_the_strength_minds_what_the_guesser_knows() -> None:
    known = weigh("abc", estimates=Lengths(), leaked=None, own_words=("a", "b"))
    assert known.strength.guesses_log10 == 5


@pytest.mark.parametrize(
    ("log10", "seconds"), [(10, 1), (9, 0.1), (14, 10_000), (5_000, 1e100)]
)
def test_the_time_to_guess_is_that_of_one_graphics_card(
    log10: float, seconds: float
) -> None:
    strength = Strength(score=4, guesses_log10=log10)
    weighed = Weighed(strength=strength, breach=NOT_CHECKED)
    assert weighed.seconds_on_graphics_card == pytest.approx(seconds)
