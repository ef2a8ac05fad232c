"""Files of the person alone, written where they want them."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from torimodosu.adapters.archive.writing import settle, write_all


def write_private_file(path: Path, content: bytes) -> None:
    """Write *content* to *path*, whole or not at all, for nobody else to read.

    The folder may be one that others write to, and the disk one that is pulled out: it
    is written to a new file of a name that nobody can guess, and is on the disk when
    this returns.

    Raises:
        OSError: If it cannot be written there; no rest of it is left.

    """
    descriptor, unfinished = tempfile.mkstemp(dir=path.parent)
    try:
        try:
            write_all(descriptor, content)
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        Path(unfinished).replace(path)
        settle(path.parent)
    except OSError:
        with suppress(OSError):
            Path(unfinished).unlink()
        raise
