"""The files that statements lie in."""

import stat
from pathlib import Path

from torimodosu.recovery.statements.statement import Refusal, Refused

# A million rows take about 100 MB; no statement is larger.
MOST_BYTES = 256 * 1024 * 1024


def read_statement_file(path: Path, *, most: int = MOST_BYTES) -> bytes | Refused:
    """Return what is in *path*, or why it is not read; never more than *most* bytes."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return Refused(reason=Refusal.NOT_A_FILE)
        with path.open("rb") as file:
            raw = file.read(most + 1)
    except PermissionError:
        return Refused(reason=Refusal.NO_PERMISSION)
    except OSError:
        return Refused(reason=Refusal.UNREADABLE)
    return raw if len(raw) <= most else Refused(reason=Refusal.TOO_LARGE)
