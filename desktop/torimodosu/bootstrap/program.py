"""How this program starts itself again."""

import sys
from pathlib import Path

# By its interpreter, without the folder that it happens to be started in, whose files
# could pass for modules.
PROGRAM = (sys.executable, "-P", "-m", "torimodosu")

WORKER = "--worker"
DATA_FOLDER = "--data-dir"
PROBE_DESKTOP = "--probe-desktop"


def worker_command(folder: Path) -> tuple[str, ...]:
    """Return the command that starts the worker process on *folder*."""
    return (*PROGRAM, WORKER, DATA_FOLDER, str(folder))


def probe_command() -> tuple[str, ...]:
    """Return the command that tells what the desktop has."""
    return (*PROGRAM, PROBE_DESKTOP)
