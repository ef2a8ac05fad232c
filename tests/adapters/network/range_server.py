"""A real server on this computer that knows leaked passwords by their hashes."""

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from torimodosu.adapters.network.hash_ranges import HttpHashRanges

START = 5


@dataclass
class RangeServer:
    """What the server knows and has heard.

    Attributes:
        found: How often each SHA-1 was found.
        heard: The path and headers of each question.
        refusals: How many questions it first answers with `refusal`.
        answer: What it sends instead of rows, or None.
        hangs_up: Whether it closes the connection after each answer, saying nothing.

    """

    port: int = 0
    found: Mapping[str, int] = field(default_factory=dict)
    heard: list[tuple[str, Mapping[str, str]]] = field(default_factory=list)
    refusals: int = 0
    refusal: int = 429
    answer: bytes | None = None
    hangs_up: bool = False

    def connect(self) -> HTTPConnection:
        return HTTPConnection("127.0.0.1", self.port, timeout=10)

    def ranges(self, pause: Callable[[float], None]) -> HttpHashRanges:
        return HttpHashRanges(self.connect, pause=pause)

    def rows(self, start: str) -> bytes:
        """Return the rows behind *start*, filled up with some that are never found."""
        found = {
            digits[START:]: times
            for digits, times in self.found.items()
            if digits.startswith(start)
        }
        padding = {f"{number:035X}": 0 for number in range(800, 900)}
        lines = [f"{rest}:{times}" for rest, times in {**padding, **found}.items()]
        return "\r\n".join(sorted(lines)).encode()


@contextmanager
def serving_ranges() -> Iterator[RangeServer]:
    """Serve until the context is left."""
    server = RangeServer()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            server.heard.append((self.path, dict(self.headers)))
            if server.refusals > 0:
                server.refusals -= 1
                self._send(server.refusal, b"slow down")
                return
            rows = server.rows(self.path.rpartition("/")[2])
            self._send(200, rows if server.answer is None else server.answer)
            self.close_connection = server.hangs_up

        def _send(self, status: int, content: bytes) -> None:
            self.send_response(status)
            self.send_header("Content-Length", str(len(content)))
            if status == 429:
                self.send_header("Retry-After", "7")
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            """Stay quiet."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as http:
        http.daemon_threads = True
        server.port = http.server_address[1]
        thread = threading.Thread(target=http.serve_forever, daemon=True)
        thread.start()
        yield server
        http.shutdown()
        thread.join()
