"""The passwords that are found most often in leaks, without the passwords."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha1

from torimodosu.recovery.passwords.breach import Breach, BreachState

# The beginning of a SHA-1, enough that no two of a hundred thousand meet by chance,
# and a rank.
_DIGEST, _RANK = 7, 3
_ROW = _DIGEST + _RANK

_FOUND = Breach(state=BreachState.FOUND)
_NOT_FOUND = Breach(state=BreachState.NOT_FOUND)


@dataclass(frozen=True, slots=True)
class LeakedList:
    """Rows in the order of their hashes; a `LeakedHashes` that needs no file."""

    _rows: bytes = field(default=b"", repr=False)

    def rank_of(self, password: str) -> int | None:
        """Return the place of *password*, from 1 on, None where it is not listed."""
        return self._rank(_digest(password))

    def look_up(self, hashes: Iterable[str]) -> Mapping[str, Breach]:
        """Return whether each SHA-1, in hexadecimal digits, is in the list."""
        return {
            digits: _NOT_FOUND
            if self._rank(bytes.fromhex(digits)[:_DIGEST]) is None
            else _FOUND
            for digits in hashes
        }

    def _rank(self, digest: bytes) -> int | None:
        low, high = 0, len(self._rows) // _ROW
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
