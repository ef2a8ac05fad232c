"""A mail server that answers as it likes: over TLS, for one connection at a time."""

import re
import socket
import ssl
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

Answer = Callable[[str], Sequence[bytes] | None]
"""Takes a command without its tag; returns the lines before its OK, None for NO."""

USUAL: Sequence[tuple[str, Sequence[bytes]]] = (
    (r"CAPABILITY", [b"* CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR"]),
    (r"AUTHENTICATE", []),
    (r"LIST", [b'* LIST () "/" INBOX']),
    (r"EXAMINE", [b"* 3 EXISTS", b"* OK [UIDVALIDITY 7] .", b"* OK [UIDNEXT 4] ."]),
    (r"UID SEARCH.*TEXT", [b"* SEARCH"]),
    (r"UID SEARCH", [b"* SEARCH 1 2 3"]),
    (r"LOGOUT", [b"* BYE ."]),
)


def usual(command: str) -> Sequence[bytes] | None:
    for sign, lines in USUAL:
        if re.match(sign, command):
            return lines
    return None


@contextmanager
def answering_oddly(folder: Path, answer: Answer) -> Iterator[int]:
    """Serve with the certificate in *folder* until the context is left."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "server.pem", folder / "server.key")
    listening = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        with suppress(OSError):
            while True:
                plain, _ = listening.accept()
                with (
                    suppress(OSError),
                    context.wrap_socket(plain, server_side=True) as line,
                ):
                    _talk(line, answer)

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield listening.getsockname()[1]
    finally:
        with suppress(OSError):
            listening.shutdown(socket.SHUT_RDWR)
        listening.close()
        thread.join(10)


def _talk(line: ssl.SSLSocket, answer: Answer) -> None:
    line.sendall(b"* OK ready\r\n")
    reading = line.makefile("rb")
    while heard := reading.readline():
        while literal := re.search(rb"\{(\d+)\}\r\n$", heard):
            line.sendall(b"+ \r\n")
            heard = heard[: literal.start()] + reading.read(int(literal[1]))
            heard += reading.readline()
        tag, _, command = heard.decode().strip().partition(" ")
        lines = answer(command)
        if command.startswith("AUTHENTICATE"):
            line.sendall(b"+ \r\n")
            reading.readline()
        rest = f"{tag} {'NO' if lines is None else 'OK'} .\r\n".encode()
        line.sendall(b"".join(each + b"\r\n" for each in lines or ()) + rest)
        if command == "LOGOUT":
            return
