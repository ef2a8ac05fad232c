"""A client of Marionette, the remote control of Firefox.

A message is its length in bytes, a colon and JSON: commands are [0, id, name,
parameters], answers [1, id, error, result]
(https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html).
"""

import json
import socket
from collections.abc import Mapping
from contextlib import AbstractContextManager
from typing import Any, Self

PATIENCE = 120


class MarionetteError(Exception):
    """Firefox refused a command, ended, or a script threw an exception."""


class Marionette(AbstractContextManager["Marionette"]):
    """One session with a Firefox that listens on *port* of this computer."""

    def __init__(self, port: int) -> None:
        self._socket = socket.create_connection(("127.0.0.1", port), PATIENCE)
        self._answers = self._socket.makefile("rb")
        self._last = 0
        self._receive()  # its greeting
        self.call("WebDriver:NewSession", acceptInsecureCerts=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self._answers.close()
        self._socket.close()

    def call(self, name: str, **parameters: object) -> Mapping[str, Any]:
        """Give the command *name* and return its result."""
        self._last += 1
        command = json.dumps([0, self._last, name, parameters]).encode()
        self._socket.sendall(b"%d:%b" % (len(command), command))
        answer = self._receive()
        if not isinstance(answer, list) or answer[2] is not None:
            raise MarionetteError(name, answer)
        result: Mapping[str, Any] = answer[3]
        return result

    def run_in_page(self, script: str, *arguments: object) -> object:
        """Return what the body *script* of an asynchronous function returns."""
        return self._run("content", script, arguments)

    def run_in_browser(self, script: str, *arguments: object) -> object:
        """Do the same with the rights of the browser's own code."""
        return self._run("chrome", script, arguments)

    def _run(self, context: str, script: str, arguments: tuple[object, ...]) -> object:
        self.call("Marionette:SetContext", value=context)
        sandbox = "system" if context == "chrome" else "default"
        script = f"return (async function () {{ {script} }}).apply(null, arguments)"
        answer = self.call(
            "WebDriver:ExecuteScript", script=script, args=arguments, sandbox=sandbox
        )
        return answer["value"]

    def _receive(self) -> object:
        length = b""
        while not length.endswith(b":"):
            length += self._read(1)
        return json.loads(self._read(int(length[:-1])))

    def _read(self, size: int) -> bytes:
        data = self._answers.read(size)
        if len(data) < size:
            message = "Firefox ended"
            raise MarionetteError(message)
        return data
