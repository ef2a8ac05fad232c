"""Asking for leaked passwords by the beginnings of their hashes, over HTTPS."""

import ssl
import time
from collections.abc import Callable
from http import HTTPStatus
from http.client import (
    HTTPS_PORT,
    HTTPConnection,
    HTTPException,
    HTTPResponse,
    HTTPSConnection,
)
from types import TracebackType
from typing import Self

from torimodosu.recovery.passwords.hash_ranges import NoRangeError

PATIENCE = 20.0  # seconds
# The service has no limit; this is what a polite stranger asks for.
SECONDS_BETWEEN_QUESTIONS = 0.1
_LONGEST_ANSWER = 2**20  # bytes; a filled-up one has some 45,000
_TRIES = 3
# It may say for how long it wants to be left alone.
_BUSY = {HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE}
_LONGEST_WAIT = 10.0

_HEADERS = {
    "Add-Padding": "true",
    # It wants a name; which computer and version it is stays here.
    "User-Agent": "Torimodosu",
    "Accept": "text/plain",
}


class HttpHashRanges:
    """The `HashRanges` of the rules, over one connection that stays open.

    *connect* opens it; *pause* waits for some seconds.
    """

    def __init__(
        self,
        connect: Callable[[], HTTPConnection],
        *,
        pause: Callable[[float], None] = time.sleep,
    ) -> None:
        self._connect = connect
        self._pause = pause
        self._connection: HTTPConnection | None = None

    @classmethod
    def of(cls, host: str, *, port: int = HTTPS_PORT) -> Self:
        """Return the service at *host*, whose certificate is checked."""
        context = ssl.create_default_context()
        return cls(
            lambda: HTTPSConnection(host, port, timeout=PATIENCE, context=context)
        )

    def __enter__(self) -> Self:
        """Return the service."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Hang up."""
        self._hang_up()

    def ask(self, start: str) -> str:
        """Return the rows for the hashes that begin with *start*.

        Raises:
            NoRangeError: If they did not come.

        """
        for tried in range(_TRIES):
            try:
                answer, wait = self._ask_once(start)
            except (OSError, HTTPException) as error:
                # A connection that nobody used for a while may have been closed.
                self._hang_up()
                if tried == _TRIES - 1:
                    raise NoRangeError(type(error).__name__) from None
                wait = SECONDS_BETWEEN_QUESTIONS
                answer = None
            self._pause(wait)
            if answer is not None:
                return answer
        raise NoRangeError

    def _ask_once(self, start: str) -> tuple[str | None, float]:
        """Return the answer, None where it is busy, and how long to wait then."""
        if self._connection is None:
            self._connection = self._connect()
        self._connection.request("GET", f"/range/{start}", headers=_HEADERS)
        response = self._connection.getresponse()
        content = response.read(_LONGEST_ANSWER + 1)
        if len(content) > _LONGEST_ANSWER:
            raise HTTPException
        if response.status in _BUSY:
            return None, _wait_told(response)
        if response.status != HTTPStatus.OK:
            raise HTTPException
        return content.decode("ascii", "replace"), SECONDS_BETWEEN_QUESTIONS

    def _hang_up(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None


def _wait_told(response: HTTPResponse) -> float:
    """Return how long to wait (Retry-After; RFC 9110, 10.2.3), within reason."""
    told = response.getheader("Retry-After", "")
    seconds = float(told) if told.isascii() and told.isdigit() else 1.0
    return min(seconds, _LONGEST_WAIT)
