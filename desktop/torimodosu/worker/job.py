"""What a heavy job is, and what it reports to."""

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from torimodosu.recovery.progress import Progress

Arguments = Mapping[str, object]


class Outlet(Progress, Protocol):
    """Where a job tells how far it is and what it has found."""

    def rows(self, rows: Sequence[object]) -> None:
        """Hand *rows* of plain data to the window.

        Raises:
            Cancelled: If the work must stop here.

        """
        ...


HeavyJob = Callable[[Arguments, Outlet], object]
"""Takes plain arguments, returns a plain result."""
