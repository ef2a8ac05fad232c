"""What a desktop shows tray icons and notices with, for tests that read the bus.

Run as a program on a bus: it takes the names of a StatusNotifierWatcher and of a
notification daemon, as far as it is told to, and writes a JSON line for each thing that
it is asked for. Each line that it reads is a signal to send: `invoke <action>`,
`close`, or `token <text>`, about the newest notice. `menu` reads the menu of the newest
icon, and `choose <words>` chooses from it, as a panel does for a person.
"""

import json
import sys
import threading
from collections.abc import Callable
from typing import Any

from jeepney import (
    DBusAddress,
    HeaderFields,
    Message,
    MessageType,
    new_error,
    new_method_call,
    new_method_return,
    new_signal,
)
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection

NOTICES = "org.freedesktop.Notifications"
WATCHER = "org.kde.StatusNotifierWatcher"
_NOTICES = DBusAddress("/org/freedesktop/Notifications", NOTICES, NOTICES)
_CLOSED_BY_THE_USER = 2
SECONDS = 120
Answer = tuple[str, tuple[Any, ...]]


class Daemon:
    """Answers as a desktop does; a mute one never answers about notices."""

    def __init__(self, bus: DBusConnection, roles: list[str]) -> None:
        self._bus, self._roles = bus, roles
        self._number = 0
        self._icon = ""
        self._heard: dict[str, Any] | None = None
        self._methods: dict[str, Callable[..., Answer]] = {
            "Notify": self._notify,
            "CloseNotification": self._close,
            "RegisterStatusNotifierItem": self._register,
            "Get": self._get,
        }
        for role, name in (("notices", NOTICES), ("watcher", WATCHER)):
            if role in roles:
                bus.send_and_get_reply(message_bus.RequestName(name))
        tell("ready")

    def serve(self) -> None:
        while True:
            message = self._bus.receive()
            if message.header.message_type is MessageType.method_call:
                self._answer(message)

    def obey(self) -> None:
        """Send the signals that are asked for."""
        for line in sys.stdin:
            word, _, rest = line.strip().partition(" ")
            # Whoever hears the first signal may ask for another notice at once.
            number = self._number
            match word:
                case "invoke":
                    self._signal("ActionInvoked", "us", (number, rest))
                    self._closed(number)
                case "token":
                    self._signal("ActivationToken", "us", (number, rest))
                case "close":
                    self._closed(number)
                case "menu":
                    tell("menu", items=[item for _, item in menu_of(self._icon)])
                case "choose":
                    choose(self._icon, rest)

    def _answer(self, message: Message) -> None:
        member = message.header.fields[HeaderFields.member]
        method = self._methods.get(member)
        if method is None:
            self._bus.send(new_error(message, "org.example.Unknown"))
            return
        signature, body = method(*message.body)
        if "mute" not in self._roles or member != "Notify":
            self._bus.send(new_method_return(message, signature, body))
        heard, self._heard = self._heard, None
        if heard is not None:
            tell(**heard)

    def _notify(self, *body: Any) -> Answer:  # noqa: ANN401 -- as the bus has it
        program, replaces, icon, title, words, actions, hints, _ = body
        texts = {name: value for name, (kind, value) in hints.items() if kind == "s"}
        self._number = replaces or self._number + 1
        # Told when it is answered: until then nobody can close it.
        self._heard = {
            "what": "notice",
            "program": program,
            "number": self._number,
            "replaces": replaces,
            "icon": icon,
            "title": title,
            "words": words,
            "actions": actions,
            "hints": texts,
        }
        return "u", (self._number,)

    def _close(self, number: int) -> Answer:
        tell("closed", number=number)
        return "", ()

    def _register(self, service: str) -> Answer:
        self._icon = service
        tell("icon", service=service)
        return "", ()

    def _get(self, _interface: str, name: str) -> Answer:
        values: dict[str, tuple[str, object]] = {
            "IsStatusNotifierHostRegistered": ("b", True),
            "ProtocolVersion": ("i", 0),
            "RegisteredStatusNotifierItems": ("as", []),
        }
        return "v", (values[name],)

    def _closed(self, number: int) -> None:
        body = (number, _CLOSED_BY_THE_USER)
        self._signal("NotificationClosed", "uu", body)

    def _signal(self, name: str, signature: str, body: tuple[object, ...]) -> None:
        self._bus.send(new_signal(_NOTICES, name, signature, body))


def menu_of(icon: str) -> list[tuple[int, dict[str, Any]]]:
    """Return number and properties of each item in the menu of *icon*.

    https://github.com/AyatanaIndicators/libdbusmenu/blob/master/libdbusmenu-glib/dbus-menu.xml
    """
    with open_dbus_connection("SESSION") as bus:
        asked = new_method_call(menu_at(icon), "GetLayout", "iias", (0, -1, []))
        _, (_, _, items) = bus.send_and_get_reply(asked, timeout=SECONDS).body
    plain = [(number, properties) for _, (number, properties, _) in items]
    return [
        (number, {name: value for name, (_, value) in properties.items()})
        for number, properties in plain
    ]


def choose(icon: str, words: str) -> None:
    """Click the item of the menu of *icon* that says *words*."""
    (number,) = [number for number, item in menu_of(icon) if item.get("label") == words]
    event = (number, "clicked", ("s", ""), 0)
    with open_dbus_connection("SESSION") as bus:
        clicked = new_method_call(menu_at(icon), "Event", "isvu", event)
        bus.send_and_get_reply(clicked, timeout=SECONDS)


def menu_at(icon: str) -> DBusAddress:
    return DBusAddress("/MenuBar", icon, "com.canonical.dbusmenu")


def tell(what: str, **more: object) -> None:
    """Write a line for the test."""
    sys.stdout.write(json.dumps({"what": what, **more}) + "\n")
    sys.stdout.flush()


def main() -> None:
    daemon = Daemon(open_dbus_connection("SESSION"), sys.argv[1:])
    threading.Thread(target=daemon.obey, daemon=True).start()
    daemon.serve()


if __name__ == "__main__":
    main()
