"""A client of the Chrome DevTools Protocol over pipes.

With `--remote-debugging-pipe` Chromium reads commands from file descriptor 3 and
writes answers and events to 4, each a JSON object that ends with a NUL character
(https://github.com/puppeteer/puppeteer, src/node/PipeTransport.ts). There is no port
that another program could take.
"""

import json
from collections.abc import Mapping
from io import BufferedReader
from subprocess import Popen
from typing import Any

# Leaves stdin and stdout, which are the two ends of our pipes, to the protocol.
WITH_PIPES = ("sh", "-c", 'exec "$0" "$@" 3<&0 4>&1 </dev/null >/dev/null')


class DevToolsError(Exception):
    """The browser refused a command, ended, or a script threw an exception."""


class DevTools:
    """The conversation with a browser that was started with `WITH_PIPES`."""

    def __init__(self, process: Popen[bytes]) -> None:
        assert process.stdin
        assert isinstance(process.stdout, BufferedReader)
        self._commands = process.stdin
        self._answers = process.stdout
        self._rest = b""
        self._last = 0

    def call(
        self, method: str, *, session: str = "", **parameters: object
    ) -> Mapping[str, Any]:
        """Give the command *method* and return its result.

        *session* names the page that it is meant for, or the browser itself.
        """
        self._last += 1
        command = {"id": self._last, "method": method, "params": parameters}
        if session:
            command["sessionId"] = session
        self._commands.write(json.dumps(command).encode() + b"\0")
        self._commands.flush()
        while (answer := self._receive()).get("id") != self._last:
            """An event, which nobody waits for."""
        if "error" in answer:
            raise DevToolsError(method, answer["error"])
        result: Mapping[str, Any] = answer["result"]
        return result

    def evaluate(self, script: str, *, session: str) -> object:
        """Return the value of *script* in a page, waiting where it is a promise."""
        outcome = self.call(
            "Runtime.evaluate",
            session=session,
            expression=script,
            awaitPromise=True,
            returnByValue=True,
        )
        if "exceptionDetails" in outcome:
            raise DevToolsError(script, outcome["exceptionDetails"])
        return outcome["result"].get("value")

    def _receive(self) -> Mapping[str, Any]:
        while b"\0" not in self._rest:
            more = self._answers.read1(1 << 16)
            if not more:
                ended = "the browser ended"
                raise DevToolsError(ended)
            self._rest += more
        message, _, self._rest = self._rest.partition(b"\0")
        answer: Mapping[str, Any] = json.loads(message)
        return answer
