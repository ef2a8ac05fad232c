"""Weighing passwords by the lists that ship with the program."""

from collections.abc import Callable, Sequence
from functools import cache

from torimodosu.adapters.word_lists import load_word_lists
from torimodosu.recovery.passwords.weighing import Weighed, weigh
from torimodosu.resources import resource

Weigh = Callable[[str, Sequence[str]], Weighed]


def weigh_by_shipped_lists(password: str, own_words: Sequence[str]) -> Weighed:
    """Return what is to be thought of *password* for who knows *own_words*.

    The lists are opened with the first password, and stay.

    Raises:
        OSError: If they cannot be read.

    """
    return _scales()(password, own_words)


@cache
def _scales() -> Weigh:
    # Late: zxcvbn brings lists of its own.
    from torimodosu.recovery.passwords.estimating import Estimator  # noqa: PLC0415

    lists = load_word_lists(resource("words"))
    estimator = Estimator(lists)

    def weigh_one(password: str, own_words: Sequence[str]) -> Weighed:
        return weigh(
            password, estimates=estimator, leaked=lists.leaked, own_words=own_words
        )

    return weigh_one
