"""Open the window: it stands there at once, and is filled afterwards."""

import gc
import sys
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication

from torimodosu.adapters.glance import glance_at_settings
from torimodosu.bootstrap.data_folder import STORE, data_path
from torimodosu.bootstrap.program import DESKTOP_ID
from torimodosu.window.shell import Shell

# The threads for light work give way to the window ten times sooner than by default.
SECONDS_BETWEEN_THREADS = 0.0005


def open_window(chosen: Path | None) -> int:
    """Show the window until the user closes it, and return the exit status."""
    # Nothing that is made while starting is garbage.
    gc.disable()
    sys.setswitchinterval(SECONDS_BETWEEN_THREADS)
    app = QApplication(["torimodosu"])
    app.setDesktopFileName(DESKTOP_ID)
    store = data_path(chosen) / STORE
    geometry, theme = glance_at_settings(store, "geometry", "theme")
    shell = Shell(geometry=geometry, theme=theme)
    shell.stands.connect(partial(_fill, app, shell, chosen))
    shell.show()
    return app.exec()


def _fill(app: QApplication, shell: Shell, chosen: Path | None) -> None:
    # Late: loading the pages takes longer than Qt itself.
    from torimodosu.bootstrap.window import fill  # noqa: PLC0415
    from torimodosu.window.collector import Collector  # noqa: PLC0415

    fill(app, shell, chosen)
    # What is there now stays for good, so no collector need look at it again.
    gc.freeze()
    Collector(app)
