"""Hearing that the screen of this computer is locked, or that it goes to sleep.

Linux only, by what its desktops tell on D-Bus. On Windows and macOS there is no way to
hear it from Qt; there, only the time without use locks the codes.
"""

from typing import cast

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtDBus import QDBusConnection

# Whoever sends them, from wherever: KDE and others, then GNOME and its kin.
_SCREEN_SAVERS = (
    "org.freedesktop.ScreenSaver",
    "org.gnome.ScreenSaver",
    "org.cinnamon.ScreenSaver",
    "org.mate.ScreenSaver",
    "org.xfce.ScreenSaver",
)
_LOGIN = "org.freedesktop.login1"


class SessionWatch(QObject):
    """Tells by `locked` that the person has left, as far as the desktop says so."""

    locked = Signal()

    def __init__(self) -> None:
        super().__init__()
        session, system = QDBusConnection.sessionBus(), QDBusConnection.systemBus()
        # The stubs of Qt ask for bytes, of which Qt itself makes nothing.
        changed = cast("bytes", SLOT("note_change(bool)"))
        lock = cast("bytes", SLOT("note_lock()"))
        for interface in _SCREEN_SAVERS:
            session.connect("", "", interface, "ActiveChanged", self, changed)
        system.connect("", "", f"{_LOGIN}.Session", "Lock", self, lock)
        system.connect("", "", f"{_LOGIN}.Manager", "PrepareForSleep", self, changed)

    @Slot(bool)
    def note_change(self, begins: bool) -> None:  # noqa: FBT001 -- D-Bus calls it
        """Note that the screen saver, or the sleep, begins or ends."""
        if begins:
            self.locked.emit()

    @Slot()
    def note_lock(self) -> None:
        """Note that the session is locked."""
        self.locked.emit()
