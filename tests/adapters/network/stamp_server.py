"""A time stamp authority on this computer."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, HTTPServer

HERE = "127.0.0.1"


@dataclass
class Counter:
    """How a server answers, and what it was asked."""

    answer: Callable[[bytes], bytes]
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    asked: list[tuple[str, str, bytes]] = field(default_factory=list)


@contextmanager
def stamping(counter: Counter) -> Iterator[str]:
    """Serve, and give the address."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            question = self.rfile.read(int(self.headers["Content-Length"]))
            kind = self.headers["Content-Type"]
            counter.asked.append((self.path, kind, question))
            answer = counter.answer(question)
            self.send_response(counter.status)
            self.send_header("Content-Type", "application/timestamp-reply")
            self.send_header("Content-Length", str(len(answer)))
            for name, value in counter.headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = HTTPServer((HERE, 0), Handler)
    thread = threading.Thread(
        target=server.serve_forever, kwargs={"poll_interval": 0.01}
    )
    thread.start()
    try:
        yield f"http://{HERE}:{server.server_port}/stamps?kind=one"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
