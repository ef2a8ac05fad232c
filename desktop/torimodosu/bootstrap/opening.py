"""Open the window: it stands there at once, and is filled afterwards."""

import gc
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from torimodosu.adapters.glance import glance_at_settings
from torimodosu.adapters.instance_lock import InstanceLock, take_lock
from torimodosu.bootstrap.crashes import WINDOW_CRASH, crashes_noted
from torimodosu.bootstrap.data_folder import STORE, data_folder, data_path
from torimodosu.bootstrap.program import DESKTOP_ID, hidden_command
from torimodosu.bootstrap.starting_over import START_OVER, start_over

if TYPE_CHECKING:
    from torimodosu.bootstrap.resident import Resident
    from torimodosu.window.shell import Shell

# The threads for light work give way to the window ten times sooner than by default.
SECONDS_BETWEEN_THREADS = 0.0005


def open_window(chosen: Path | None, *, is_hidden: bool = False) -> int:
    """Run the program until it is quit, and return the exit status.

    It begins with its window, or with nothing but its icon in the tray. Where it runs
    on the same data already, that one comes to the front instead.
    """
    # Nothing that is made while starting is garbage.
    gc.disable()
    sys.setswitchinterval(SECONDS_BETWEEN_THREADS)
    lock, is_first = _lock(chosen)
    if not is_first and _went_to_the_first(chosen, is_hidden=is_hidden):
        return 0
    with crashes_noted(data_path(chosen), WINDOW_CRASH):
        status = _run(chosen, lock, is_hidden=is_hidden)
    if status == START_OVER:
        start_over(hidden_command(chosen))
        return 0
    return status


def _run(chosen: Path | None, lock: InstanceLock | None, *, is_hidden: bool) -> int:
    # As an argument: what `setStyle` returns is made a class for Python.
    app = QApplication(["torimodosu", "-style", "Fusion"])
    app.setDesktopFileName(DESKTOP_ID)
    if is_hidden:
        _make_resident(app, chosen, lock).begin_hidden()
    else:
        shell = _shell(chosen)
        shell.stands.connect(partial(_fill, app, shell, chosen, lock))
        shell.show()
    return app.exec()


def _lock(chosen: Path | None) -> tuple[InstanceLock | None, bool]:
    """Return the lock on the data, and whether no other program holds it.

    Where there can be no lock the program runs without: whatever is wrong with the
    folder is told in the window.
    """
    try:
        lock = take_lock(data_folder(chosen))
    except OSError:
        return None, True
    return lock, lock is not None


def _went_to_the_first(chosen: Path | None, *, is_hidden: bool) -> bool:
    """Tell whether the program that runs already takes over from here."""
    if is_hidden:
        return True
    from torimodosu.bootstrap.second_start import go_to_the_first  # noqa: PLC0415

    return go_to_the_first(data_path(chosen))


def _shell(chosen: Path | None) -> "Shell":
    # Late: nobody looks at a program that begins in the tray.
    from torimodosu.window.shell import Shell  # noqa: PLC0415

    store = data_path(chosen) / STORE
    geometry, theme = glance_at_settings(store, "geometry", "theme")
    return Shell(geometry=geometry, theme=theme)


def _fill(
    app: QApplication, shell: "Shell", chosen: Path | None, lock: InstanceLock | None
) -> None:
    _make_resident(app, chosen, lock).begin_with(shell)


def _make_resident(
    app: QApplication, chosen: Path | None, lock: InstanceLock | None
) -> "Resident":
    # Late: loading the pages takes longer than Qt itself.
    from torimodosu.bootstrap.resident import Resident  # noqa: PLC0415

    resident = Resident(app, chosen, lock, make_shell=partial(_shell, chosen))
    resident.setParent(app)
    return resident
