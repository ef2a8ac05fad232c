"""Asking a service for leaked passwords without telling it any (k-anonymity).

It hears the first five digits of a hash, which some thousand leaked passwords have in
common, and answers with the rest of all of them. It fills its answer up with rows that
are found 0 times, so that who watches cannot tell by its length what was asked
(https://haveibeenpwned.com/API/v3#PwnedPasswords).
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Protocol

from torimodosu.recovery.passwords.breach import Breach, BreachState

PWNED_PASSWORDS = "api.pwnedpasswords.com"
START = 5  # digits
_ROW = re.compile(r"([0-9A-Fa-f]{35}):([0-9]{1,15})")

_NOT_FOUND = Breach(state=BreachState.NOT_FOUND)


class NoRangeError(OSError):
    """The service gave no answer, or one that is none."""


class HashRanges(Protocol):
    """A service that knows leaked passwords by their SHA-1."""

    def ask(self, start: str) -> str:
        """Return the rows for the hashes that begin with *start*, as it sent them.

        Raises:
            NoRangeError: If it did not.

        """
        ...


class AskedHashes:
    """Asks a service for hashes, one beginning after the other.

    What was answered before it was cut off is not asked again. It stands in memory
    until everything that was wanted is answered.
    """

    def __init__(self) -> None:
        self._known: dict[str, Breach] = {}

    def look_up(
        self,
        hashes: Iterable[str],
        ranges: HashRanges,
        *,
        before: Callable[[int], None],
        beat: Callable[[int, int], None],
    ) -> Mapping[str, Breach]:
        """Return what the service says of each hash.

        Args:
            hashes: SHA-1 in capital hexadecimal digits.
            ranges: The service.
            before: Called with the number of questions before the first is asked; what
                it raises keeps all of them from being asked.
            beat: Called with the number of questions answered, and of all; may raise
                to stop.

        Raises:
            NoRangeError: If the service stops answering.

        """
        wanted = sorted(hashes)
        by_start: dict[str, list[str]] = {}
        for digits in wanted:
            if digits not in self._known:
                by_start.setdefault(digits[:START], []).append(digits)
        if by_start:
            before(len(by_start))
        for answered, (start, group) in enumerate(by_start.items()):
            beat(answered, len(by_start))
            self._take(read_range(ranges.ask(start)), group)
        answers = {digits: self._known[digits] for digits in wanted}
        self._known.clear()
        return answers

    def _take(self, rows: Mapping[str, int], group: Sequence[str]) -> None:
        for digits in group:
            times = rows.get(digits[START:], 0)
            found = Breach(state=BreachState.FOUND, times=times)
            self._known[digits] = found if times else _NOT_FOUND


def read_range(answer: str) -> Mapping[str, int]:
    """Return how often each hash was found, by its digits behind the beginning.

    Raises:
        NoRangeError: If *answer* is no list of hashes; such as a page on which somebody
            asks to sign in to a network.

    """
    rows = [_ROW.fullmatch(line.strip()) for line in answer.splitlines()]
    found = {row[1].upper(): int(row[2]) for row in rows if row}
    if not found or len(found) != len(rows):
        raise NoRangeError
    return found
