"""Whether somebody on the bus shows tray icons by now.

Qt looks for that once and keeps to what it found. A program that starts with the
computer may be there before the panel, and has to look for itself.
"""

from PySide6.QtDBus import QDBus, QDBusConnection, QDBusMessage, QDBusVariant

# The names are those of the StatusNotifierItem Specification of freedesktop.
_WATCHER = "org.kde.StatusNotifierWatcher"
_IS_THERE = "IsStatusNotifierHostRegistered"
_PROPERTIES = "org.freedesktop.DBus.Properties"
_MILLISECONDS = 500


def is_tray_host_there() -> bool:
    """Tell whether a panel on the session bus shows icons."""
    bus = "org.freedesktop.DBus"
    if not _ask(bus, "/", bus, "NameHasOwner", _WATCHER):
        return False
    answer = _ask(
        _WATCHER, "/StatusNotifierWatcher", _PROPERTIES, "Get", _WATCHER, _IS_THERE
    )
    return bool(answer)


def _ask(service: str, path: str, interface: str, method: str, *words: str) -> object:
    """Return the one value that is answered, or None."""
    call = QDBusMessage.createMethodCall(service, path, interface, method)
    call.setArguments(list(words))
    reply = QDBusConnection.sessionBus().call(call, QDBus.CallMode.Block, _MILLISECONDS)
    if reply.type() is not QDBusMessage.MessageType.ReplyMessage:
        return None
    (value,) = reply.arguments()
    return value.variant() if isinstance(value, QDBusVariant) else value
