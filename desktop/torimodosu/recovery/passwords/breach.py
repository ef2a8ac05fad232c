"""Whether a password is known from a leak: three answers, and none is "safe"."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Protocol


class BreachState(Enum):
    """What is known."""

    FOUND = "found"
    NOT_FOUND = "not_found"
    NOT_CHECKED = "not_checked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Breach:
    """What a check found; `times` is None where the list does not count."""

    state: BreachState
    times: int | None = None


NOT_CHECKED = Breach(state=BreachState.NOT_CHECKED)


class LeakedHashes(Protocol):
    """A list of leaked passwords, by their SHA-1 in capital hexadecimal digits."""

    def look_up(self, hashes: Iterable[str]) -> Mapping[str, Breach]:
        """Return what the list says of each hash.

        Raises:
            OSError: If the list cannot be read.

        """
        ...
