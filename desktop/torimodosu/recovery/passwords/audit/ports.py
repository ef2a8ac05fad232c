"""What an audit needs from the outside world."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, Protocol


class Asked(NamedTuple):
    """A password to estimate, and the words that its owner is known by."""

    password: str
    own_words: tuple[str, ...]


class Strengths(Protocol):
    """Estimates many passwords, in several processes where that pays."""

    def prepare(self, count: int) -> None:
        """Get ready to estimate *count* passwords; does not wait for that."""
        ...

    def of(
        self, asked: Sequence[Asked], *, beat: Callable[[], None]
    ) -> Iterator[tuple[str, int]]:
        """Yield each password with the score of its strength, in any order.

        Processes begin with it at once. *beat* is called while waiting, and may raise
        to stop.
        """
        ...
