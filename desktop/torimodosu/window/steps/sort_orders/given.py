"""The verdicts that were given a moment ago, and may not be kept yet."""

from collections import Counter
from collections.abc import Callable, Iterable

from torimodosu.recovery.orders.order import Ownership
from torimodosu.recovery.plan.snapshot import Snapshot

Judge = Callable[[tuple[str, ...], Ownership], None]


class GivenVerdicts:
    """Hands verdicts on by *judge*, and remembers them until they are seen to be kept.

    Who judges an order and then "the rest" at once does not mean that order too.
    """

    def __init__(self, judge: Judge) -> None:
        self._judge = judge
        # How often each was judged; one of two verdicts may fail.
        self._not_seen: Counter[str] = Counter()

    def give(self, ownership: Ownership, keys: tuple[str, ...]) -> None:
        """Judge the orders with *keys*."""
        self._not_seen.update(keys)
        self._judge(keys, ownership)

    def give_rest(self, ownership: Ownership, snapshot: Snapshot) -> None:
        """Judge all orders of *snapshot* that have no verdict yet."""
        rest = [key for key in snapshot.unsorted if key not in self._not_seen]
        self.give(ownership, tuple(rest))

    def see(self, snapshot: Snapshot) -> None:
        """Learn which of them are kept."""
        for key in snapshot.ownership:
            del self._not_seen[key]

    def lose(self, keys: Iterable[str]) -> None:
        """Learn that a verdict on the orders with *keys* could not be kept."""
        self._not_seen -= Counter(keys)

    def forget(self) -> None:
        """Begin anew, as with another case, whose orders may have the same keys."""
        self._not_seen.clear()
