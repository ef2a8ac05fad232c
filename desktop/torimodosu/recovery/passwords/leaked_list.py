"""The passwords that are found most often in leaks, without the passwords."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha1

from torimodosu.recovery.passwords.breach import Breach, BreachState

# Bytes: of the beginning of a SHA-1, enough that no two of a hundred thousand meet by
# chance, and of a rank.
_DIGEST, _RANK = 7, 3
_ROW = _DIGEST + _RANK
# Rows. Places of hashes stray from where they would lie evenly by half the square root
# of their number at most, as a rule: 158 for a hundred thousand. Three times that.
_NEAR = 512

_FOUND = Breach(state=BreachState.FOUND)
_NOT_FOUND = Breach(state=BreachState.NOT_FOUND)


@dataclass(frozen=True, slots=True)
class LeakedList:
    """Rows, as `rows_of` returns them; a `LeakedHashes` that needs no file."""

    _rows: bytes = field(default=b"", repr=False)

    def rank_of(self, password: str) -> int | None:
        """Return the place of *password*, from 1 on, None where it is not listed."""
        return self._rank(_digest(password))

    def look_up(self, hashes: Iterable[str]) -> Mapping[str, Breach]:
        """Return whether each SHA-1, in hexadecimal digits, is in the list.

        Raises:
            ValueError: If one is not in hexadecimal digits.

        """
        return {
            digits: _NOT_FOUND
            if self._rank(bytes.fromhex(digits)[:_DIGEST]) is None
            else _FOUND
            for digits in hashes
        }

    def _rank(self, digest: bytes) -> int | None:
        low, high = self._around(digest)
        while low < high:
            middle = (low + high) // 2
            row = self._rows[middle * _ROW : (middle + 1) * _ROW]
            if row[:_DIGEST] == digest:
                return int.from_bytes(row[_DIGEST:], "big")
            if row < digest:
                low = middle + 1
            else:
                high = middle
        return None

    def _around(self, digest: bytes) -> tuple[int, int]:
        """Return the rows among which *digest* would stand.

        Hashes lie evenly: nearly always it is near to where it would be by that.
        """
        count = len(self._rows) // _ROW
        place = int.from_bytes(digest, "big") * count >> 8 * _DIGEST
        low, high = max(place - _NEAR, 0), min(place + _NEAR, count)
        if low and self._rows[low * _ROW : low * _ROW + _DIGEST] > digest:
            low = 0
        if high < count and self._rows[high * _ROW : high * _ROW + _DIGEST] <= digest:
            high = count
        return low, high


def rows_of(passwords: Iterable[str]) -> bytes:
    """Return the rows for *passwords*, the most frequent first."""
    return b"".join(
        sorted(
            _digest(password) + rank.to_bytes(_RANK, "big")
            for rank, password in enumerate(passwords, 1)
        )
    )


def _digest(password: str) -> bytes:
    # Lists of leaked passwords are kept by SHA-1; nothing is secured by it here. A
    # text may hold half a pair of surrogates, as one that was typed can.
    text = password.encode("utf-8", "surrogatepass")
    return sha1(text, usedforsecurity=False).digest()[:_DIGEST]
