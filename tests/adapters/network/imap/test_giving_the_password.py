"""How the password is given, and that it stands nowhere else."""

import base64
import logging
import socket
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from imapclient import SocketTimeout

from tests.adapters.network.imap.odd_server import Answer, answering_oddly, usual
from tests.adapters.network.imap.reading import findings
from torimodosu.adapters.network.imap import ImapServers
from torimodosu.recovery.catalogue.mail_provider import MailServer, Security
from torimodosu.recovery.mail.servers.account import MailAccount
from torimodosu.recovery.mail.servers.trouble import ServerError, ServerTrouble

if TYPE_CHECKING:
    from tests.dovecot import Dovecot

SECRET = 'made-up "1"'  # noqa: S105 -- made up


@pytest.fixture
def certified(tmp_path: Path) -> Path:
    if sys.platform != "linux":
        pytest.skip("the certificates are made on Linux")
    from tests.dovecot import make_certificates  # noqa: PLC0415 -- on Linux

    make_certificates(tmp_path)
    return tmp_path


def account_at(port: int, password: str = SECRET) -> MailAccount:
    server = MailServer(host="127.0.0.1", port=port, security=Security.TLS)
    return MailAccount(server=server, user="hanako", password=password)


def able(*abilities: str, heard: list[str]) -> Answer:
    """Return a server that can only do so much, and writes down what it hears."""

    def answer(command: str) -> Sequence[bytes] | None:
        heard.append(command)
        if command == "CAPABILITY":
            return [b"* CAPABILITY IMAP4rev1 " + " ".join(abilities).encode()]
        return [] if command.startswith("LOGIN") else usual(command)

    return answer


def sign_in(folder: Path, password: str, *abilities: str) -> list[str]:
    """Sign in, and return the commands that the server heard."""
    heard: list[str] = []
    with answering_oddly(folder, able(*abilities, heard=heard)) as port:
        servers = ImapServers(authorities=str(folder / "ca.pem"))
        with servers.sign_in(account_at(port, password), {}):
            pass
    return [command for command in heard if command != "CAPABILITY"]


def test_a_server_that_knows_only_the_old_way_gets_it_quoted(certified: Path) -> None:
    assert sign_in(certified, SECRET) == [r'LOGIN hanako "made-up \"1\""', "LOGOUT"]


def test_where_there_is_the_newer_way_it_is_taken(certified: Path) -> None:
    (first, *_) = sign_in(certified, SECRET, "AUTH=PLAIN")
    assert first == "AUTHENTICATE PLAIN"


def test_a_server_that_takes_no_password_hears_none(certified: Path) -> None:
    with pytest.raises(ServerError) as caught:
        sign_in(certified, SECRET, "LOGINDISABLED", "AUTH=XOAUTH2")
    assert caught.value.trouble is ServerTrouble.BROWSER_ONLY


def test_the_old_way_knows_no_other_letters(certified: Path) -> None:
    with pytest.raises(ServerError) as caught:
        sign_in(certified, "ひみつ")
    assert caught.value.trouble is ServerTrouble.WRONG_PASSWORD


def test_no_log_has_the_password_however_much_is_logged(
    dovecot: "Dovecot", certified: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    findings(dovecot.account, dovecot.authorities)
    sign_in(certified, SECRET)
    assert "imapclient" in {record.name.split(".")[0] for record in caplog.records}
    for secret in (dovecot.account.password, SECRET, SECRET.replace('"', r"\"")):
        assert secret not in caplog.text
        assert base64.b64encode(secret.encode()).decode() not in caplog.text


def test_a_server_that_says_nothing_is_not_waited_for_in_vain() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        servers = ImapServers(timeout=SocketTimeout(connect=0.1, read=0.1))
        account = account_at(silent.getsockname()[1])
        with pytest.raises(ServerError) as caught, servers.sign_in(account, {}):
            pass
    assert caught.value.trouble is ServerTrouble.NOT_REACHABLE
