"""Why a mailbox is not opened, and that nothing is sent where it must not be."""

import socket
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from torimodosu.adapters.network.imap import ImapServers
from torimodosu.recovery.catalogue.mail_provider import MailServer, Security
from torimodosu.recovery.mail.servers.account import MailAccount
from torimodosu.recovery.mail.servers.trouble import (
    CertificateFault,
    ServerError,
    ServerTrouble,
)

if TYPE_CHECKING:
    from tests.dovecot import Dovecot

SECRET = "made-up-but-secret"  # noqa: S105 -- made up


def refusal(account: MailAccount, authorities: str | None = None) -> ServerError:
    """Return why *account* cannot be opened."""
    servers = ImapServers(authorities=authorities)
    with pytest.raises(ServerError) as caught, servers.sign_in(account, {}):
        pass
    assert account.password not in f"{caught.value!r} {caught.value.told}"
    return caught.value


def account_at(
    port: int, security: Security = Security.TLS, host: str = "127.0.0.1"
) -> MailAccount:
    server = MailServer(host=host, port=port, security=security)
    return MailAccount(server=server, user="hanako@mail.example", password=SECRET)


@contextmanager
def answering(greeting: bytes, able: bytes = b"") -> Iterator[tuple[int, list[bytes]]]:
    """Serve one connection, and tell at each question what the server is *able* to.

    Yields:
        The port, and what was heard.

    """
    heard: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def serve() -> None:
            line, _ = listening.accept()
            with line, line.makefile("rb") as reading:
                line.sendall(greeting)
                for question in reading:
                    heard.append(question)
                    if not able:
                        return
                    tag = question.split()[0]
                    line.sendall(b"* CAPABILITY " + able + b"\r\n" + tag + b" OK .\r\n")

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield listening.getsockname()[1], heard
        thread.join(10)


def test_a_wrong_password_is_told(dovecot: "Dovecot") -> None:
    account = dovecot.account_at(dovecot.tls_port, password=SECRET)
    error = refusal(account, dovecot.authorities)
    assert error.trouble is ServerTrouble.WRONG_PASSWORD
    assert "AUTHENTICATIONFAILED" in error.told


@pytest.mark.parametrize("password", ["", "two\r\nlines", "nul\0"])
def test_a_password_that_cannot_be_one_is_not_sent(
    dovecot: "Dovecot", password: str
) -> None:
    account = dovecot.account_at(dovecot.tls_port, password=password)
    servers = ImapServers(authorities=dovecot.authorities)
    with pytest.raises(ServerError) as caught, servers.sign_in(account, {}):
        pass
    assert caught.value.trouble is ServerTrouble.WRONG_PASSWORD
    assert "no auth attempts" in dovecot.log() or "auth failed" not in dovecot.log()


@pytest.mark.parametrize("security", Security)
def test_a_certificate_that_nobody_vouches_for_is_refused_and_shown(
    dovecot: "Dovecot", security: Security
) -> None:
    is_tls = security is Security.TLS
    port = dovecot.tls_port if is_tls else dovecot.starttls_port
    error = refusal(dovecot.account_at(port, security=security))
    assert error.trouble is ServerTrouble.UNTRUSTED
    assert error.untrusted is not None
    assert error.untrusted.fault is CertificateFault.UNKNOWN_ISSUER
    told = subprocess.run(
        ["openssl", "x509", "-in", "server.pem", "-noout", "-fingerprint", "-sha256"],  # noqa: S607
        cwd=dovecot.folder,
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    assert told.strip().endswith(error.untrusted.fingerprint)
    assert "auth attempts" not in dovecot.log().replace("no auth attempts", "")


def test_a_certificate_for_another_name_is_refused(dovecot: "Dovecot") -> None:
    account = dovecot.account_at(dovecot.tls_port, host="localhost")
    error = refusal(account, dovecot.authorities)
    assert error.trouble is ServerTrouble.UNTRUSTED
    assert error.untrusted is not None
    assert error.untrusted.fault is CertificateFault.OTHER_NAME


def test_a_server_without_encryption_hears_no_password() -> None:
    able = b"IMAP4rev1 AUTH=PLAIN"
    with answering(b"* OK ready\r\n", able) as (port, heard):
        error = refusal(account_at(port, Security.STARTTLS))
    assert error.trouble is ServerTrouble.NO_ENCRYPTION
    assert {question.split()[1] for question in heard} == {b"CAPABILITY"}


def test_a_server_that_signs_somebody_in_unasked_hears_nothing() -> None:
    """Else who sits on the way could keep the encryption from being begun."""
    able = b"IMAP4rev1 STARTTLS AUTH=PLAIN"
    with answering(b"* PREAUTH welcome\r\n", able) as (port, heard):
        error = refusal(account_at(port, Security.STARTTLS))
    assert error.trouble is ServerTrouble.NO_ENCRYPTION
    assert {question.split()[1] for question in heard} == {b"CAPABILITY"}


@pytest.mark.parametrize(
    ("answer", "security", "trouble"),
    [
        (b"HTTP/1.1 400 Bad Request\r\n", Security.STARTTLS, "no_mail_server"),
        (b"\0\0\0\0\r\n", Security.STARTTLS, "no_mail_server"),
        (b"* BYE Too many connections\r\n", Security.STARTTLS, "too_many"),
        (b"* OK ready\r\n", Security.TLS, "no_encryption"),
    ],
)
def test_what_else_answers_is_told_apart(
    answer: bytes, security: Security, trouble: str
) -> None:
    with answering(answer) as (port, _):
        error = refusal(account_at(port, security))
    assert error.trouble is ServerTrouble(trouble)


def test_nobody_there_and_no_such_host_are_told_apart() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
    assert refusal(account_at(port)).trouble is ServerTrouble.NOT_REACHABLE
    nowhere = account_at(993, host="mail.invalid")
    assert refusal(nowhere).trouble is ServerTrouble.NO_SUCH_HOST


def test_too_many_connections_are_told() -> None:
    from tests.dovecot import serving  # noqa: PLC0415 -- on Linux

    with serving(connections=1) as server:
        servers = ImapServers(authorities=server.authorities)
        with servers.sign_in(server.account, {}):
            error = refusal(server.account, server.authorities)
    assert error.trouble is ServerTrouble.TOO_MANY


def test_the_password_stands_in_no_repr() -> None:
    assert SECRET not in repr(account_at(993))
