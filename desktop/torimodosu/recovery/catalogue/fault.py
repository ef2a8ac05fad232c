"""What is wrong with a data pack."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One wrong field; `field` is its path, or "" where the whole file is wrong."""

    file: str
    field: str
    found: str
    expected: str

    def __str__(self) -> str:
        """Return the fault as one line."""
        place = ": ".join(part for part in (self.file, self.field) if part)
        return f"{place}: found {self.found}, expected {self.expected}"


class CatalogueError(Exception):
    """The data packs cannot be used; `faults` says everything that is wrong."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__("\n".join(map(str, faults)))
        self.faults = tuple(faults)
