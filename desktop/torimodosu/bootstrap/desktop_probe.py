"""What the desktop has; in a process of its own, since Qt aborts without a display."""

import sys

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QApplication, QSystemTrayIcon


def probe_desktop() -> int:
    """Write one line about Qt; 1 where the desktop has no tray."""
    app = QApplication([])
    has_tray = QSystemTrayIcon.isSystemTrayAvailable()
    tray = "the tray shows our icon"
    if not has_tray:
        tray = "there is no tray, so the window stays in the task bar"
    sys.stdout.write(f"{tray} (Qt {qVersion()}, {app.platformName()})\n")
    return 0 if has_tray else 1
