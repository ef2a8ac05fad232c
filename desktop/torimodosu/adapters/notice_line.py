"""Notices with buttons, by the Desktop Notifications Specification 1.2 of freedesktop.

https://specifications.freedesktop.org/notification-spec/latest/. Qt cannot send them:
its tray icon gives a message no buttons, and sends nothing to the bus where the tray is
an old one.
"""

import os
import threading
from collections.abc import Sequence
from typing import Any

from jeepney import DBusAddress, HeaderFields, MatchRule, MessageType, new_method_call
from jeepney.auth import AuthenticationError
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection

from torimodosu.recovery.reminders.notices import Answer, Answered, NoticeWords

_NAME = "org.freedesktop.Notifications"
_DAEMON = DBusAddress("/org/freedesktop/Notifications", bus_name=_NAME, interface=_NAME)
_PROGRAM = "Torimodosu"
# The names of the desktop entry and of its icon.
_ENTRY = "org.torimodosu.Torimodosu"
_UP_TO_THE_DAEMON = -1
# A click on the words instead of a button.
_ON_THE_WORDS = "default"
_ANSWERS = {
    _ON_THE_WORDS: Answer.OPEN,
    Answer.OPEN.value: Answer.OPEN,
    Answer.TOMORROW.value: Answer.TOMORROW,
}
_CANNOT = (OSError, EOFError, AuthenticationError, RuntimeError, ValueError)


class NoticeLine:
    """A connection to the bus, and what came of the notices that were sent by it."""

    def __init__(self, words: NoticeWords, answered: Answered) -> None:
        self._lock = threading.Lock()
        self._connection: DBusConnection | None = None
        self._waiting: tuple[NoticeWords, Answered] | None = (words, answered)
        self._sent: dict[int, Answered] = {}
        self._shown: tuple[int, Answered] | None = None
        self._token = ""
        self._has_ended = False
        threading.Thread(target=self._run, name="notices", daemon=True).start()

    def show(self, words: NoticeWords, answered: Answered) -> bool:
        """Send a notice; False where the line has broken."""
        with self._lock:
            if self._has_ended:
                return False
            if self._connection is None:
                self._waiting = (words, answered)
                return True
            try:
                self._send(self._connection, words, answered)
            except OSError:
                return False
            return True

    def close(self) -> None:
        """Take away what is shown, and hang up."""
        with self._lock:
            self._has_ended = True
            connection, shown = self._connection, self._shown
            self._sent.clear()
            self._waiting = self._shown = None
            if connection is None:
                return
            try:
                if shown is not None:
                    call = new_method_call(
                        _DAEMON, "CloseNotification", "u", (shown[0],)
                    )
                    connection.send(call)
                # Wakes the thread, which closes it.
                connection.sock.shutdown(2)
            except OSError:
                return

    def _run(self) -> None:
        try:
            connection = open_dbus_connection(_bus_address())
        except _CANNOT:
            self._end()
            return
        with connection:
            try:
                self._begin(connection)
                while not self._has_ended:
                    self._hear(connection.receive())
            except _CANNOT:
                pass  # the bus has gone, or is hung up on
            self._end()

    def _begin(self, connection: DBusConnection) -> None:
        signals = MatchRule(type="signal", interface=_NAME)
        owners = MatchRule(
            type="signal", interface="org.freedesktop.DBus", member="NameOwnerChanged"
        )
        owners.add_arg_condition(0, _NAME)
        with self._lock:
            for rule in (signals, owners):
                connection.send(message_bus.AddMatch(rule))
            self._connection = connection
            if self._waiting is not None:
                self._send(connection, *self._waiting)
                self._waiting = None

    def _send(
        self, connection: DBusConnection, words: NoticeWords, answered: Answered
    ) -> None:
        replaces = 0 if self._shown is None else self._shown[0]
        buttons = (
            *(_ON_THE_WORDS, words.open),
            *(Answer.OPEN.value, words.open),
            *(Answer.TOMORROW.value, words.tomorrow),
        )
        hints = {"desktop-entry": ("s", _ENTRY)}
        body = (_PROGRAM, replaces, _ENTRY, words.title, words.body, list(buttons))
        call = new_method_call(
            _DAEMON, "Notify", "susssasa{sv}i", (*body, hints, _UP_TO_THE_DAEMON)
        )
        serial = next(connection.outgoing_serial)
        self._sent[serial] = answered
        connection.send(call, serial=serial)

    def _hear(self, message: Any) -> None:  # noqa: ANN401 -- jeepney has no types
        fields = message.header.fields
        match message.header.message_type:
            case MessageType.method_return | MessageType.error:
                is_error = message.header.message_type is MessageType.error
                serial = fields.get(HeaderFields.reply_serial)
                self._take_reply(serial, [] if is_error else message.body)
            case MessageType.signal:
                self._take_signal(fields.get(HeaderFields.member, ""), message.body)

    def _take_reply(self, serial: int, body: Sequence[Any]) -> None:
        with self._lock:
            answered = self._sent.pop(serial, None)
            if answered is None:
                return
            if body:
                self._shown = (body[0], answered)
        answered(Answer.SHOWN if body else Answer.UNSHOWN, "")

    def _take_signal(self, member: str, body: Sequence[Any]) -> None:
        number = 0 if self._shown is None else self._shown[0]
        match member, *body:
            case "ActivationToken", about, str(token) if about == number:
                self._token = token
            case "ActionInvoked", about, action if about == number:
                self._answer(_ANSWERS.get(action, Answer.GONE))
            case "NotificationClosed", about, _ if about == number:
                self._answer(Answer.GONE)
            case "NameOwnerChanged", _, str(before), _ if before:
                self._answer(Answer.GONE)

    def _answer(self, answer: Answer) -> None:
        with self._lock:
            shown, self._shown = self._shown, None
            token, self._token = self._token, ""
        if shown is not None:
            shown[1](answer, token)

    def _end(self) -> None:
        with self._lock:
            self._has_ended = True
            unshown = list(self._sent.values())
            if self._waiting is not None:
                unshown.append(self._waiting[1])
            self._sent.clear()
            self._waiting = self._connection = None
        for answered in unshown:
            answered(Answer.UNSHOWN, "")
        self._answer(Answer.GONE)


def _bus_address() -> str:
    """Return the address of the session bus, which need not be named."""
    named = os.environ.get("DBUS_SESSION_BUS_ADDRESS")
    if named:
        return "SESSION"
    folder = os.environ.get("XDG_RUNTIME_DIR", "/nowhere")
    return f"unix:path={folder}/bus"
