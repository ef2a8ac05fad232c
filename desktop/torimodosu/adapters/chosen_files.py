"""The files that the user names: statements, exports, pictures, keys."""

import stat
from pathlib import Path

from torimodosu.recovery.file_trouble import FileTrouble

# A statement of a million rows takes about 100 MB; nothing else is larger.
MOST_BYTES = 256 * 1024 * 1024


def read_chosen_file(path: Path, *, most: int = MOST_BYTES) -> bytes | FileTrouble:
    """Return what is in *path*, or why it is not read; never more than *most* bytes."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return FileTrouble.NOT_A_FILE
        with path.open("rb") as file:
            raw = file.read(most + 1)
    except PermissionError:
        return FileTrouble.NO_PERMISSION
    except OSError:
        return FileTrouble.UNREADABLE
    return raw if len(raw) <= most else FileTrouble.TOO_LARGE
