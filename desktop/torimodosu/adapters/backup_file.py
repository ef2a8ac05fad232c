"""Files that hold secrets, written where the person wants them."""

from pathlib import Path

from torimodosu.adapters.archive.writing import write_whole


def write_backup_file(path: Path, content: bytes) -> None:
    """Write *content* to *path*, whole or not at all, for nobody else to read.

    Raises:
        OSError: If it cannot be written there.

    """
    write_whole(str(path), content, by_way_of=str(path.parent))
