"""What the desktop has; in a process of its own, since Qt aborts without a display."""

import sys

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QApplication, QSystemTrayIcon


def probe_desktop() -> int:
    """Write one line about Qt; 1 where the desktop has no tray."""
    app = QApplication([])
    has_tray = QSystemTrayIcon.isSystemTrayAvailable()
    tray = "a tray" if has_tray else "no tray, so the window stays in the task bar"
    sys.stdout.write(f"Qt {qVersion()}, {app.platformName()}, {tray}\n")
    return 0 if has_tray else 1
