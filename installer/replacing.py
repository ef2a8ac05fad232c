"""Putting a file in the place of another as a whole."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Yield where to write a new file, which then takes the place of *path*.

    Nothing is replaced where nothing was written. A window that is open has mapped the
    file before into its memory, and would die of a change in it (SIGBUS).

    What a killed build leaves behind lies in a hidden folder, which no wheel takes in.
    """
    with tempfile.TemporaryDirectory(prefix=".", dir=path.parent) as scratch:
        fresh = Path(scratch, path.name)
        yield fresh
        if fresh.exists():
            fresh.replace(path)
