"""A folder that appears under its name when all of it is there."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from torimodosu.adapters.archive.writing import writing_to


@contextmanager
def new_folder(target: Path) -> Iterator[Path]:
    """Yield a folder to fill, which in the end becomes *target*.

    Raises:
        FileExistsError: If *target* is there already.
        ArchiveFullError: If the disk is full; nothing is left of it.
        ArchiveUnwritableError: If it cannot be written.

    """
    if target.exists():
        raise FileExistsError(str(target))
    with writing_to(target):
        parent = target.parent
        unfinished = Path(tempfile.mkdtemp(prefix=f"{target.name}-", dir=parent))
        try:
            yield unfinished
            unfinished.rename(target)
        finally:
            # After the renaming there is none.
            shutil.rmtree(unfinished, ignore_errors=True)
