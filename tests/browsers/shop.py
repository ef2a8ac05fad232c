"""A shop with a sign-in page, at a host that exists on this computer alone.

It is a proxy for HTTPS (RFC 9110, 9.3.6) that answers for its own host and refuses
every other, so that a browser which uses it reaches nothing else.
"""

import base64
import hashlib
import ssl
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import parse_qs

from tests.browsers.browser import require

HOST = "www.amazon.co.jp"
ORIGIN = f"https://{HOST}"
SIGN_IN = f"{ORIGIN}/ap/signin"
COOKIE, COOKIE_VALUE = "session-id", "259-1372841-5512043"
INSIDE, OUTSIDE = "Welcome", "Wrong password"

FORM = """<!doctype html><meta charset="utf-8"><title>Sign in</title>
<form action="/ap/signin" method="post">
<input id="name" name="email" type="email" autocomplete="username">
<input id="secret" name="password" type="password" autocomplete="current-password">
<button id="enter">Sign in</button></form>"""


class Shop(ThreadingHTTPServer):
    """A shop with one account.

    Attributes:
        password: The one that it takes now.
        tried: The passwords that were sent to it, in order.
        key: What Chromium calls its certificate: the SHA-256 of the public key.

    """

    daemon_threads = True

    def __init__(self, folder: Path, password: str) -> None:
        super().__init__(("127.0.0.1", 0), _Visit)
        self.password = password
        self.tried: list[str] = []
        certificate, private = folder / "certificate.pem", folder / "key.pem"
        self.key = _certify(certificate, private)
        self.tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.tls.load_cert_chain(certificate, private)

    def handle_error(self, request: object, client_address: object) -> None:
        """Let visitors hang up when they like, and tell of everything else."""
        if not isinstance(sys.exc_info()[1], OSError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]

    @property
    def proxy(self) -> str:
        """What a browser needs to be told to come here: address and port."""
        return f"127.0.0.1:{self.server_port}"


@contextmanager
def open_shop(folder: Path, *, password: str) -> Iterator[Shop]:
    """Open a shop that keeps its certificate in *folder*."""
    require("openssl")
    with Shop(folder, password) as shop:
        thread = Thread(target=shop.serve_forever)
        thread.start()
        try:
            yield shop
        finally:
            shop.shutdown()
            thread.join()


class _Visit(BaseHTTPRequestHandler):
    server: Shop

    def do_CONNECT(self) -> None:
        if self.path != f"{HOST}:443":
            self.send_error(HTTPStatus.BAD_GATEWAY)
            return
        self.send_response(HTTPStatus.OK)
        self.end_headers()
        with self.server.tls.wrap_socket(self.connection, server_side=True) as line:
            self.connection = line
            self.setup_streams()
            self.handle_one_request()

    def setup_streams(self) -> None:
        """Speak with the visitor through what is now `connection`."""
        self.rfile = self.connection.makefile("rb", self.rbufsize)
        self.wfile = self.connection.makefile("wb")

    def do_GET(self) -> None:
        if self._is_for_us():
            self._answer(FORM)

    def do_POST(self) -> None:
        if not self._is_for_us():
            return
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        (password,) = parse_qs(body, keep_blank_values=True)["password"]
        self.server.tried.append(password)
        title = INSIDE if password == self.server.password else OUTSIDE
        self._answer(f"<!doctype html><title>{title}</title><h1>{title}</h1>")

    def _is_for_us(self) -> bool:
        """Refuse what a browser asks of its maker, which comes without HTTPS."""
        if self.path.startswith("/"):
            return True
        self.send_error(HTTPStatus.BAD_GATEWAY)
        return False

    def _answer(self, page: str) -> None:
        body = page.encode()
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        lasting = "Secure; HttpOnly; Path=/; Max-Age=864000"
        self.send_header("Set-Cookie", f"{COOKIE}={COOKIE_VALUE}; {lasting}")
        self.end_headers()
        self.wfile.write(body)
        self.wfile.flush()

    def log_message(self, *_arguments: object) -> None:
        """Say nothing."""


def _certify(certificate: Path, private: Path) -> str:
    """Write a key and a certificate for `HOST`, and return the key's name."""
    make = ["openssl", "req", "-x509", "-newkey", "ec", "-nodes", "-days", "2"]
    make += ["-pkeyopt", "ec_paramgen_curve:prime256v1", "-subj", f"/CN={HOST}"]
    make += ["-addext", f"subjectAltName=DNS:{HOST}"]
    make += ["-keyout", str(private), "-out", str(certificate)]
    subprocess.run(make, check=True, capture_output=True)
    show = ["openssl", "x509", "-in", str(certificate), "-noout", "-pubkey"]
    pem = subprocess.run(show, check=True, capture_output=True, text=True).stdout
    public = base64.b64decode("".join(pem.splitlines()[1:-1]))
    return base64.b64encode(hashlib.sha256(public).digest()).decode()
