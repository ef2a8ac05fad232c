"""A real Dovecot on this computer, which nobody else reaches."""

import grp
import os
import pwd
import secrets
import shutil
import signal
import socket
import ssl
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import pytest
from imapclient import imap_utf7

from torimodosu.recovery.catalogue.mail_provider import MailServer, Security
from torimodosu.recovery.mail.servers.account import MailAccount

HOST = "127.0.0.1"
USER = "hanako@mail.example"
PASSWORD = 'made-up ひみつ" \\ 1'  # noqa: S105 -- quotes and other signs, made up
SECONDS = 120
_UNPRIVILEGED = "nobody"
_TRIES = 5
_FIRST_PORT, _PORTS = 20_000, 10_000  # below those for outgoing connections
_SETTINGS = """
protocols = imap
base_dir = {folder}/run
state_dir = {folder}/run
log_path = {folder}/dovecot.log
default_internal_user = {user}
default_internal_group = {group}
default_login_user = {user}
listen = 127.0.0.1
ssl = required
ssl_cert = <{folder}/server.pem
ssl_key = <{folder}/server.key
disable_plaintext_auth = yes
auth_mechanisms = plain login
auth_failure_delay = 0
auth_username_chars =
mail_location = maildir:{folder}/mail
mail_max_userip_connections = {connections}
first_valid_uid = 1
passdb {{
  driver = passwd-file
  args = scheme=PLAIN username_format=%u {folder}/users
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={folder}
}}
namespace inbox {{
  inbox = yes
  separator = /
{special}
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {starttls_port}
  }}
  inet_listener imaps {{
    port = {tls_port}
    ssl = yes
  }}
}}
service anvil {{
  chroot =
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
service stats {{
  chroot =
}}
"""


@dataclass
class Dovecot:
    """A server with one mailbox; `authorities` vouches for its certificate."""

    folder: Path
    tls_port: int
    starttls_port: int
    _delivered: int = field(default=0, init=False)

    @property
    def authorities(self) -> str:
        return str(self.folder / "ca.pem")

    @property
    def account(self) -> MailAccount:
        return self.account_at(self.tls_port)

    def account_at(
        self,
        port: int,
        *,
        security: Security = Security.TLS,
        host: str = HOST,
        password: str = PASSWORD,
    ) -> MailAccount:
        server = MailServer(host=host, port=port, security=security)
        return MailAccount(server=server, user=USER, password=password)

    def deliver(self, *mails: bytes, into: str = "", read: bool = False) -> list[Path]:
        """Put *mails* into a folder as files of a Maildir, as a delivery does."""
        maildir = self.folder / "mail"
        if into:
            maildir /= "." + imap_utf7.encode(into).decode().replace("/", ".")
        parts = [maildir / part for part in ("cur", "new", "tmp")]
        for part in parts:
            part.mkdir(parents=True, exist_ok=True)
        _own(self.folder / "mail", maildir, *parts)
        files = []
        for mail in mails:
            self._delivered += 1
            came = 1_700_000_000 + self._delivered  # in November 2023
            name = f"{came}.{self._delivered}.here"
            name += f",S={len(mail)}:2,{'S' if read else ''}"
            path = maildir / "tmp" / name
            path.write_bytes(mail)
            os.utime(path, (came, came))
            _own(path)
            # The server may be looking: it sees all of the mail, or nothing.
            files.append(path.rename(maildir / "cur" / name))
        return files

    def number(self, files: Sequence[Path], uids: Sequence[int]) -> None:
        """Give the mails in *files*, which nobody has read yet, these *uids*."""
        header = f"3 V{uids[0]} N{uids[-1] + 1} G{secrets.token_hex(16)}\n"
        names = (file.name.partition(":")[0] for file in files)
        lines = (f"{uid} :{name}\n" for uid, name in zip(uids, names, strict=True))
        listing = files[0].parent.parent / "dovecot-uidlist"
        listing.write_text(header + "".join(lines))
        _own(listing)

    def log(self) -> str:
        return (self.folder / "dovecot.log").read_text()


@contextmanager
def serving(*, special: Sequence[str] = (), connections: int = 10) -> Iterator[Dovecot]:
    """Serve until the context is left; *special* folders are named like "Junk"."""
    program = shutil.which("dovecot", path=f"{os.environ['PATH']}:/usr/sbin")
    if program is None:
        pytest.skip("Dovecot is not installed here: apt-get install dovecot-imapd")
    folder = Path(tempfile.mkdtemp(prefix="imap-"))
    try:
        make_certificates(folder)
        person = pwd.getpwnam(_UNPRIVILEGED) if os.getuid() == 0 else None
        person = person or pwd.getpwuid(os.getuid())
        (folder / "run").mkdir()
        (folder / "mail").mkdir()
        (folder / "users").write_text(f"{USER}:{{PLAIN}}{PASSWORD}\n", "utf-8")
        folder.chmod(0o755)
        _own(folder, *folder.rglob("*"))
        settings = partial(
            _SETTINGS.format,
            folder=folder,
            user=person.pw_name,
            group=_group_of(person),
            uid=person.pw_uid,
            gid=person.pw_gid,
            connections=connections,
            special="".join(map(_special, special)),
        )
        with ExitStack() as stack:
            yield _started(program, folder, person, settings, stack)
    finally:
        # What was killed may have left something behind at the last moment.
        shutil.rmtree(folder, ignore_errors=True)


def _started(
    program: str,
    folder: Path,
    person: pwd.struct_passwd,
    settings: Callable[..., str],
    stack: ExitStack,
) -> Dovecot:
    """Start a server on ports of its own, to be ended with *stack*."""
    for _ in range(_TRIES):
        server = Dovecot(folder, *_free_ports(2))
        written = settings(tls_port=server.tls_port, starttls_port=server.starttls_port)
        (folder / "dovecot.conf").write_text(written)
        process = stack.enter_context(_running(program, folder, person))
        if _greets(server, process):
            return server
    message = f"Dovecot does not start: {(folder / 'dovecot.log').read_text()}"
    raise AssertionError(message)


def make_certificates(folder: Path, *, name: str = HOST) -> None:
    """Write an authority, and a certificate of it for the server called *name*."""
    kind = "IP" if name == HOST else "DNS"
    (folder / "names").write_text(f"subjectAltName={kind}:{name}\n")
    new_key = "-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes"
    _openssl(
        f"req -x509 {new_key} -days 2 -subj /CN=Made-up-authority"
        " -keyout ca.key -out ca.pem",
        folder,
    )
    _openssl(f"req {new_key} -subj /CN=server -keyout server.key -out csr", folder)
    _openssl(
        "x509 -req -in csr -days 2 -CA ca.pem -CAkey ca.key -CAcreateserial"
        " -extfile names -out server.pem",
        folder,
    )


def _openssl(arguments: str, folder: Path) -> None:
    command = ["openssl", *arguments.split()]
    subprocess.run(
        command, cwd=folder, check=True, capture_output=True, timeout=SECONDS
    )


def _special(name: str) -> str:
    flag = "All" if name == "All" else name
    return f"  mailbox {name} {{\n    special_use = \\{flag}\n    auto = create\n  }}\n"


def _group_of(person: pwd.struct_passwd) -> str:
    return grp.getgrgid(person.pw_gid).gr_name


def _own(*paths: Path) -> None:
    """Give *paths* to whom the server runs as."""
    if os.getuid() == 0:
        person = pwd.getpwnam(_UNPRIVILEGED)
        for path in paths:
            os.chown(path, person.pw_uid, person.pw_gid)


@contextmanager
def _running(
    program: str, folder: Path, person: pwd.struct_passwd
) -> Iterator[subprocess.Popen[bytes]]:
    is_root = os.getuid() == 0
    process = subprocess.Popen(
        [program, "-c", str(folder / "dovecot.conf"), "-F"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        user=person.pw_uid if is_root else None,
        group=person.pw_gid if is_root else None,
        extra_groups=[] if is_root else None,
        start_new_session=True,
    )
    try:
        yield process
    finally:
        # It would give its clients a second to leave.
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait(SECONDS)


def _greets(server: Dovecot, process: subprocess.Popen[bytes]) -> bool:
    """Wait until it greets over TLS.

    It ends, instead, where somebody has taken one of its ports in the meantime.
    """
    context = ssl.create_default_context(cafile=server.authorities)
    deadline = time.monotonic() + SECONDS
    while True:
        try:
            with (
                socket.create_connection((HOST, server.tls_port), SECONDS) as plain,
                context.wrap_socket(plain, server_hostname=HOST) as line,
            ):
                assert line.recv(4) == b"* OK"
                return True
        except OSError:
            if process.poll() is not None:
                return False
            assert time.monotonic() < deadline, "Dovecot does not start"
            time.sleep(0.02)


def _free_ports(count: int) -> list[int]:
    """Return ports that nobody has, and that the system gives nobody unasked."""
    ports: list[int] = []
    while len(ports) < count:
        port = _FIRST_PORT + secrets.randbelow(_PORTS)
        with suppress(OSError), socket.create_server((HOST, port)):
            ports.append(port)
    return ports
