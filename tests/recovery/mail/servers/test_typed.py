"""What a person types to open a mailbox."""

import pytest

from torimodosu.adapters.packs import load_catalogue
from torimodosu.recovery.catalogue.mail_provider import MailServer, Security
from torimodosu.recovery.mail.servers.account import MailAccount
from torimodosu.recovery.mail.servers.typed import read_server, read_user, user_for
from torimodosu.resources import resource

CATALOGUE = load_catalogue(resource("catalogue"))
TLS, STARTTLS = Security.TLS, Security.STARTTLS


@pytest.mark.parametrize(
    ("host", "port", "security", "server"),
    [
        ("imap.mail.example", "993", TLS, ("imap.mail.example", 993)),
        (" IMAP.Mail.Example. ", "", TLS, ("imap.mail.example", 993)),
        ("imap.mail.example", " ", STARTTLS, ("imap.mail.example", 143)),
        ("127.0.0.1", "10993", TLS, ("127.0.0.1", 10993)),
        ("", "993", TLS, None),
        ("imap", "993", TLS, None),
        ("imap.mail.example/x", "993", TLS, None),
        ("imap.mail.example:993", "993", TLS, None),
        ("imap.mail.example\r\nx", "993", TLS, None),
        ("imap.mail.example", "0", TLS, None),
        ("imap.mail.example", "65536", TLS, None),
        ("imap.mail.example", "９９３", TLS, None),
        ("imap.mail.example", "-1", TLS, None),
        ("imap.mail.example", "9" * 5000, TLS, None),
        ("a." * 200 + "example", "993", TLS, None),
    ],
)
def test_a_server_is_read(
    host: str, port: str, security: Security, server: tuple[str, int] | None
) -> None:
    expected = server and MailServer(host=server[0], port=server[1], security=security)
    assert read_server(host, port, security) == expected


@pytest.mark.parametrize(
    ("typed", "user"),
    [
        (" hanako@mail.example ", "hanako@mail.example"),
        ("花子", "花子"),
        ("", None),
        ("a\r\nb", None),
        ("a" * 400, None),
    ],
)
def test_a_user_is_read(typed: str, user: str | None) -> None:
    assert read_user(typed) == user


@pytest.mark.parametrize(
    ("address", "user"),
    [
        ("hanako@gmail.com", "hanako@gmail.com"),
        ("hanako@icloud.com", "hanako"),
        ("hanako@docomo.ne.jp", ""),
        ("hanako@unknown.example", "hanako@unknown.example"),
    ],
)
def test_what_the_user_is_called_follows_from_the_address(
    address: str, user: str
) -> None:
    assert user_for(address, CATALOGUE) == user


def test_a_password_stands_in_no_repr() -> None:
    server = MailServer(host="imap.mail.example", port=993, security=TLS)
    account = MailAccount(server=server, user="hanako", password="made-up-1")  # noqa: S106
    assert "made-up-1" not in repr(account)
