"""Asking a server for the time (SNTP: RFC 4330, RFC 5905)."""

import secrets
import socket
import time
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from torimodosu.adapters.network.time_packet import (
    Answer,
    between,
    question,
    read_answer,
    timestamp_of,
)
from torimodosu.recovery.twostep.clock import ClockReading, NoTimeError, TimeTrouble

PORT = 123
PATIENCE = 2.0  # seconds for one address
_MOST_ADDRESSES = 3
_LONGEST_PACKET = 1024  # an answer may be followed by extension fields

_Where = tuple[str, int] | tuple[str, int, int, int] | tuple[int, bytes]
_Address = tuple[socket.AddressFamily, _Where]


class SntpServer:
    """Asks for the time once, over UDP; waits, so never on the thread of the window."""

    def __init__(self, *, port: int = PORT, patience: float = PATIENCE) -> None:
        self._port, self._patience = port, patience

    def ask(self, host: str) -> ClockReading:
        """Ask *host*, at the first of its addresses that answers.

        Raises:
            NoTimeError: If none answers, or the answer is of no use.

        """
        for address in self._addresses(host):
            answered = self._ask_at(address)
            if answered is not None:
                return _reading(host, *answered)
        raise NoTimeError(TimeTrouble.NO_ANSWER)

    def _addresses(self, host: str) -> Sequence[_Address]:
        try:
            found = socket.getaddrinfo(host, self._port, type=socket.SOCK_DGRAM)
        except (OSError, UnicodeError) as error:
            raise NoTimeError(TimeTrouble.NO_SUCH_HOST) from error
        return [(family, where) for family, _, _, _, where in found][:_MOST_ADDRESSES]

    def _ask_at(self, address: _Address) -> tuple[float, float, Answer] | None:
        """Return when the question went out, how long it took, and the answer.

        A connected socket takes packets from that address alone. How long it took is
        measured by a clock that nobody sets.
        """
        family, where = address
        nonce = secrets.randbits(64)
        with socket.socket(family, socket.SOCK_DGRAM) as line:
            try:
                line.connect(where)
                asked_at, begin = time.time(), time.monotonic()
                line.send(question(nonce))
                while (left := begin + self._patience - time.monotonic()) > 0:
                    line.settimeout(left)
                    packet = line.recv(_LONGEST_PACKET)
                    took = time.monotonic() - begin
                    answer = read_answer(packet, nonce)
                    if answer is not None:
                        return asked_at, took, answer
            except OSError:
                return None  # no way there, nobody there, or no answer in time
        return None


def _reading(host: str, asked_at: float, took: float, answer: Answer) -> ClockReading:
    """Return what the four moments tell (RFC 4330, section 5).

    A packet may have been longer on its way there than back, by all of the way at most.
    """
    way_there = between(answer.received, timestamp_of(asked_at))
    way_back = between(timestamp_of(asked_at + took), answer.sent)
    on_the_way = max(way_there + way_back, timedelta())
    return ClockReading(
        host=host,
        at=datetime.fromtimestamp(asked_at, UTC).astimezone(),
        ahead=(way_back - way_there) / 2,
        within=on_the_way / 2 + answer.within,
    )
