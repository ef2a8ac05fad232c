"""Asking the desktop for a screenshot, where programs may not take one themselves.

https://flatpak.github.io/xdg-desktop-portal/docs/doc-org.freedesktop.portal.Screenshot
"""

from enum import IntEnum
from itertools import count
from typing import Any

from PySide6.QtCore import SLOT, QObject, QUrl, Signal, Slot
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusPendingCallWatcher,
)

_SERVICE = "org.freedesktop.portal.Desktop"
_DESKTOP = "/org/freedesktop/portal/desktop"
_REQUEST = "org.freedesktop.portal.Request"
# Its types ask for bytes, which it refuses when it runs.
_ANSWER: Any = SLOT("answer(uint,QVariantMap)")
_NO_LIMIT = 0x7FFFFFFF  # milliseconds; a person may be asked first
_numbers = count(1)


class _Response(IntEnum):
    """How a request ended."""

    DONE = 0
    LEFT = 1


class PortalShot(QObject):
    """One screenshot at a time.

    `saved` tells the path of the file that the desktop has made, `left` that the
    person did not want it, and `failed` that there is nobody who makes one.
    """

    saved = Signal(str)
    left = Signal()
    failed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._bus = QDBusConnection.sessionBus()
        self._request = ""

    def ask(self, *, is_interactive: bool) -> None:
        """Ask for a screenshot; *is_interactive* lets the person choose a part."""
        if not self._bus.isConnected():
            self.failed.emit()
            return
        token = f"torimodosu{next(_numbers)}"
        sender = self._bus.baseService().removeprefix(":").replace(".", "_")
        self._listen(f"{_DESKTOP}/request/{sender}/{token}")
        call = QDBusMessage.createMethodCall(
            _SERVICE, _DESKTOP, "org.freedesktop.portal.Screenshot", "Screenshot"
        )
        options = {"handle_token": token, "interactive": is_interactive}
        call.setArguments(["", options])
        watcher = QDBusPendingCallWatcher(self._bus.asyncCall(call, _NO_LIMIT), self)
        watcher.finished.connect(self._note_reply)

    def stop(self) -> None:
        """Ask no more; an answer that still comes is not heard."""
        if self._request:
            path, service = self._request, _SERVICE
            self._deafen()
            call = QDBusMessage.createMethodCall(service, path, _REQUEST, "Close")
            self._bus.asyncCall(call)

    @Slot("uint", "QVariantMap")
    def answer(self, response: int, results: dict[str, object]) -> None:
        """Take the answer of the desktop."""
        self._deafen()
        path = QUrl(str(results.get("uri", ""))).toLocalFile()
        if response == _Response.DONE and path:
            self.saved.emit(path)
        elif response == _Response.LEFT:
            self.left.emit()
        else:
            self.failed.emit()

    def _note_reply(self, watcher: QDBusPendingCallWatcher) -> None:
        watcher.deleteLater()
        is_accepted = watcher.reply().type() is QDBusMessage.MessageType.ReplyMessage
        if self._request and not is_accepted:
            self._deafen()
            self.failed.emit()

    def _listen(self, path: str) -> None:
        self._request = path
        self._bus.connect(_SERVICE, path, _REQUEST, "Response", self, _ANSWER)

    def _deafen(self) -> None:
        path, self._request = self._request, ""
        self._bus.disconnect(_SERVICE, path, _REQUEST, "Response", self, _ANSWER)
