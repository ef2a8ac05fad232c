"""How this program starts itself again."""

import sys
from pathlib import Path

# Set by what makes one program out of Python and the code, such as PyInstaller
# (https://pyinstaller.org/en/stable/runtime-information.html). Its interpreter takes no
# options: whatever it is given are arguments of this program.
IS_FROZEN = getattr(sys, "frozen", False)

# By its interpreter, without the folder that it happens to be started in, whose files
# could pass for modules.
PROGRAM = (sys.executable, *(() if IS_FROZEN else ("-P", "-m", "torimodosu")))

# By this name the desktop knows the program: its entry in the menu, its icon, and the
# file that starts it with the session.
DESKTOP_ID = "org.torimodosu.Torimodosu"

WORKER = "--worker"
WORKER_BESIDE = "--worker-beside"
REMINDER_WORKER = "--reminder-worker"
HIDDEN = "--hidden"
DATA_FOLDER = "--data-dir"
PROBE_DESKTOP = "--probe-desktop"


def worker_command(folder: Path) -> tuple[str, ...]:
    """Return the command that starts the worker process on *folder*."""
    return (*PROGRAM, WORKER, DATA_FOLDER, str(folder))


def beside_command(folder: Path) -> tuple[str, ...]:
    """Return the command that starts the worker which helps while that one is busy."""
    return (*PROGRAM, WORKER_BESIDE, DATA_FOLDER, str(folder))


def reminder_command(folder: Path) -> tuple[str, ...]:
    """Return the command that starts what looks what is due in *folder*."""
    return (*PROGRAM, REMINDER_WORKER, DATA_FOLDER, str(folder))


def hidden_command(chosen: Path | None) -> tuple[str, ...]:
    """Return the command that starts the program into the tray."""
    folder = () if chosen is None else (DATA_FOLDER, str(chosen.absolute()))
    return (*PROGRAM, HIDDEN, *folder)


def probe_command() -> tuple[str, ...]:
    """Return the command that tells what the desktop has."""
    return (*PROGRAM, PROBE_DESKTOP)
