"""Copies of codes and passwords, which do not stay in the clipboard."""

import sys
from collections.abc import Mapping

from PySide6.QtCore import QMimeData, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

SECONDS = 30
_TICK = 1000  # milliseconds

# What asks programs that keep what was copied not to keep this. The first is heard by
# KDE's Klipper and others after its example; those for Windows keep it out of its
# history and off its other devices ("Cloud Clipboard and Clipboard History Formats",
# learn.microsoft.com), under names that Qt makes formats of Windows from. For macOS, Qt
# for Python offers no way to name a format as nspasteboard.org asks.
_WINDOWS = 'application/x-qt-windows-mime;value="{name}"'
_MARKS: Mapping[str, bytes] = {"x-kde-passwordManagerHint": b"secret"}
if sys.platform == "win32":
    _MARKS = {
        _WINDOWS.format(name="ExcludeClipboardContentFromMonitorProcessing"): b"1",
        _WINDOWS.format(name="CanIncludeInClipboardHistory"): bytes(4),
        _WINDOWS.format(name="CanUploadToCloudClipboard"): bytes(4),
    }


class SecretClipboard(QObject):
    """Copies a secret, and takes it out of the clipboard again.

    It goes after `SECONDS`, and whoever ends the program stops it before; what the
    person has copied in the meantime stays. `copied` tells of each copy, and after it
    `remaining` how many seconds the copy stays, each second down to 0.
    """

    copied = Signal()
    remaining = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._clipboard = QGuiApplication.clipboard()
        self._held = ""
        self.seconds_left = 0
        self._timer = QTimer(self, interval=_TICK)
        self._timer.timeout.connect(self.count_down)

    def copy(self, text: str) -> None:
        """Put *text* into the clipboard, for a while."""
        data = QMimeData()
        data.setText(text)
        for name, value in _MARKS.items():
            data.setData(name, value)
        self._clipboard.setMimeData(data)
        self._held = text
        self._timer.start()
        self.copied.emit()
        self._tell(SECONDS)

    def count_down(self) -> None:
        """Note that a second has gone by."""
        if self.seconds_left > 1:
            self._tell(self.seconds_left - 1)
        else:
            self.stop()

    def stop(self) -> None:
        """Take the copy out of the clipboard now, if it is still there."""
        if not self._timer.isActive():
            return
        self._timer.stop()
        # Whose it is by now does not matter: a program that keeps copies may have put
        # the same words there as its own.
        if self._clipboard.text() == self._held:
            self._clipboard.clear()
        self._held = ""
        self._tell(0)

    def _tell(self, seconds: int) -> None:
        self.seconds_left = seconds
        self.remaining.emit(seconds)
