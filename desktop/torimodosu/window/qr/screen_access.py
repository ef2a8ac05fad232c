"""Which way there is to the screens."""

import os
import sys

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from torimodosu.window.jobs import JobRunner
from torimodosu.window.kit.look import Look
from torimodosu.window.qr.grabbing import Grabbing
from torimodosu.window.qr.screen_search import ScreenSearch
from torimodosu.window.qr.sight import Sight


def open_screens(
    look: Look, jobs: JobRunner, sight: Sight, parent: QObject
) -> ScreenSearch:
    """Return what finds QR codes on the screens of this session."""
    if not is_wayland():
        return Grabbing(look, jobs, sight, parent)
    # Qt's D-Bus is loaded where there is one.
    from torimodosu.window.qr.asking import Asking  # noqa: PLC0415

    return Asking(jobs, sight, parent)


def is_wayland() -> bool:
    """Tell whether the session is one of Wayland.

    A program that runs in it by X11 may look, but sees only other such programs.
    """
    if sys.platform in ("win32", "darwin"):
        return False
    by_platform = QGuiApplication.platformName().startswith("wayland")
    is_x11 = QGuiApplication.platformName() == "xcb"
    return by_platform or (is_x11 and bool(os.environ.get("WAYLAND_DISPLAY")))
