"""A real server of time on this computer, whose clock is off by as much as asked."""

import socket
import struct
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from torimodosu.adapters.network.time_packet import timestamp_of

Answer = Callable[[bytes], list[bytes]]
_HEAD = struct.Struct("!BBbbiI4s")
_TIMES = struct.Struct("!QQQQ")


def telling(off: float, *, stratum: int = 1) -> Answer:
    """Answer with the time of this computer and *off* seconds."""

    def answer(question: bytes) -> list[bytes]:
        nonce = int.from_bytes(question[40:48])
        now = timestamp_of(time.time() + off)
        head = _HEAD.pack(0b00_100_100, stratum, 6, -20, 0, 0, b"NICT")
        return [head + _TIMES.pack(now, nonce, now, now)]

    return answer


@contextmanager
def serving(answer: Answer) -> Iterator[tuple[int, list[bytes]]]:
    """Answer every question at 127.0.0.1; give the port, and the questions so far."""
    questions: list[bytes] = []
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as line:
        line.bind(("127.0.0.1", 0))
        port = line.getsockname()[1]

        def serve() -> None:
            while True:
                question, where = line.recvfrom(1024)
                if not question:
                    return
                questions.append(question)
                for packet in answer(question):
                    line.sendto(packet, where)

        thread = threading.Thread(target=serve)
        thread.start()
        try:
            yield port, questions
        finally:
            with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as bell:
                bell.sendto(b"", ("127.0.0.1", port))
            thread.join()
