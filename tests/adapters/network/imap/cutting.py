"""A way to a server that breaks off, as that of a train in a tunnel does."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

HOST = "127.0.0.1"
_PIECE = 4096


@dataclass
class CuttingWay:
    """Hands on what is said; `cuts` are the bytes of each answer before it breaks off.

    Attributes:
        cuts: One number for each connection; those after the last stay whole.
        connections: How many were made.

    """

    port: int
    behind: int
    cuts: list[int]
    connections: int = 0
    lines: list[socket.socket] = field(default_factory=list)

    def serve(self, listening: socket.socket) -> None:
        while True:
            try:
                line, _ = listening.accept()
            except OSError:
                return
            self.connections += 1
            left = self.cuts.pop(0) if self.cuts else None
            server = socket.create_connection((HOST, self.behind))
            self.lines += [line, server]
            for one, other, limit in ((line, server, None), (server, line, left)):
                arguments = (one, other, limit)
                threading.Thread(target=_hand_on, args=arguments, daemon=True).start()


def _hand_on(one: socket.socket, other: socket.socket, left: int | None) -> None:
    with suppress(OSError):
        while piece := one.recv(_PIECE if left is None else min(_PIECE, left)):
            other.sendall(piece)
            if left is not None:
                left -= len(piece)
                if left <= 0:
                    break
    for line in (one, other):
        with suppress(OSError):
            line.shutdown(socket.SHUT_RDWR)


@contextmanager
def cutting_way(behind: int, *cuts: int) -> Iterator[CuttingWay]:
    """Open a way to the port *behind* that breaks off after so many bytes each."""
    listening = socket.create_server((HOST, 0))
    way = CuttingWay(port=listening.getsockname()[1], behind=behind, cuts=list(cuts))
    thread = threading.Thread(target=way.serve, args=(listening,), daemon=True)
    thread.start()
    try:
        yield way
    finally:
        with suppress(OSError):
            listening.shutdown(socket.SHUT_RDWR)
        listening.close()
        thread.join(10)
        for line in way.lines:
            line.close()
