"""What a server is asked to look for."""

from collections.abc import Sequence
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from torimodosu.recovery.mail.search import Wanted
from torimodosu.recovery.mail.servers.words import (
    criteria_for,
    halves_of,
    words_to_ask_for,
)


def test_a_word_that_holds_another_is_not_asked_for() -> None:
    wanted = Wanted(
        domains=("amazon.co.jp", "card.example", "mail.card.example"),
        names=("Amazon", "アマゾン", " "),
    )
    assert words_to_ask_for(wanted) == ["アマゾン", "amazon", "card.example"]


def depth_of(keys: Sequence[str], at: int = 0) -> tuple[int, int]:
    """Return how deep the key at *at* is nested, and where the next begins."""
    if keys[at] != "OR":
        assert keys[at] == "TEXT"
        return 1, at + 2
    one, following = depth_of(keys, at + 1)
    other, end = depth_of(keys, following)
    return 1 + max(one, other), end


@given(st.lists(st.text(min_size=1), min_size=1, max_size=150, unique=True))
def test_all_words_are_asked_for_in_a_low_tree(words: list[str]) -> None:
    keys = criteria_for(words)
    depth, end = depth_of(keys)
    assert end == len(keys)
    assert depth <= 9
    asked = [word for key, word in pairwise(keys) if key == "TEXT"]
    assert set(words) <= set(asked)


def test_words_are_halved_without_losing_one() -> None:
    one, other = halves_of(["a", "b", "c"])
    assert [*one, *other] == ["a", "b", "c"]
