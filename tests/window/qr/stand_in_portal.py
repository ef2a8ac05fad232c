"""A desktop that answers a request for a screenshot in one way: answer, path.

It ends when a program that asked has left the bus: all that it said was heard by then.
"""

import sys
from pathlib import Path

from jeepney import (
    DBusAddress,
    HeaderFields,
    MatchRule,
    Message,
    MessageType,
    new_error,
    new_method_return,
    new_signal,
)
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection

SERVICE = "org.freedesktop.portal.Desktop"
REQUESTS = "/org/freedesktop/portal/desktop/request"
RESPONSES = {"done": 0, "left": 1, "other": 2}


def main() -> int:
    answer, path = sys.argv[1], Path(sys.argv[2])
    bus = open_dbus_connection("SESSION")
    bus.send_and_get_reply(message_bus.RequestName(SERVICE))
    coming_and_going = MatchRule(type="signal", member="NameOwnerChanged")
    bus.send_and_get_reply(message_bus.AddMatch(coming_and_going))
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    askers: set[str] = set()
    left = ""
    while left not in askers:
        message = bus.receive()
        if message.header.message_type is MessageType.method_call:
            askers.add(message.header.fields[HeaderFields.sender])
            reply(bus, message, answer, path)
        elif message.header.fields.get(HeaderFields.member) == "NameOwnerChanged":
            name, _, owner = message.body
            left = "" if owner else name
    return 0


def reply(bus: DBusConnection, call: Message, answer: str, path: Path) -> None:
    """Answer one call, as the portal of a desktop does."""
    member = call.header.fields[HeaderFields.member]
    sys.stdout.write(f"{member} {call.body}\n")
    sys.stdout.flush()
    if member != "Screenshot":
        bus.send(new_method_return(call))
        return
    if answer == "refused":
        bus.send(new_error(call, "org.freedesktop.DBus.Error.AccessDenied"))
        return
    caller = str(call.header.fields[HeaderFields.sender])
    token = call.body[1]["handle_token"][1]
    place = f"{caller.removeprefix(':').replace('.', '_')}/{token}"
    request = f"{REQUESTS}/{place}"
    bus.send(new_method_return(call, "o", (request,)))
    if answer in RESPONSES:
        address = DBusAddress(request, interface="org.freedesktop.portal.Request")
        body = (RESPONSES[answer], {"uri": ("s", path.as_uri())})
        bus.send(new_signal(address, "Response", "ua{sv}", body))


if __name__ == "__main__":
    sys.exit(main())
