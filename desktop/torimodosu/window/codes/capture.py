"""Keeping a window out of screenshots and shared screens."""

import sys

from PySide6.QtWidgets import QWidget

# WDA_EXCLUDEFROMCAPTURE (SetWindowDisplayAffinity, learn.microsoft.com), since Windows
# 10 version 2004; older ones refuse it, and show the window.
EXCLUDED = 0x11


def keep_out_of_captures(window: QWidget) -> None:
    """Let *window* be seen on the screen only, each time that it is shown.

    Windows alone can do this: on X11 every program may look at the screen, Wayland lets
    none look without asking the person, and macOS no longer heeds what a window wants.
    """
    if sys.platform == "win32":
        from ctypes import windll  # noqa: PLC0415 -- elsewhere there is none

        windll.user32.SetWindowDisplayAffinity(int(window.winId()), EXCLUDED)
