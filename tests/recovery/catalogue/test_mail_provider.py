"""Who keeps a mailbox, by the address."""

import tomllib

import pytest

from tests.data.packs import HEAD
from torimodosu.adapters.packs import load_catalogue
from torimodosu.recovery.catalogue.fault import CatalogueError
from torimodosu.recovery.catalogue.mail_provider import PasswordKind, Security
from torimodosu.recovery.catalogue.reading import read_catalogue
from torimodosu.resources import resource

CATALOGUE = load_catalogue(resource("catalogue"))
PROVIDER = """
[mail_providers.kept]
name = { ja = "保管", en = "Kept" }
domains = ["kept.example"]
host = "imap.kept.example"
port = 143
security = "starttls"
user = "address"
password = "app"
source = "a sample"
grade = "B"
"""


@pytest.mark.parametrize(
    ("address", "provider"),
    [
        ("hanako@gmail.com", "gmail"),
        ("Hanako@GMAIL.COM ", "gmail"),
        ("hanako@aa2.so-net.ne.jp", "so_net"),
        ("hanako@ymail.ne.jp", "yahoo_japan"),
        ("hanako@hotmail.co.jp", "outlook"),
        ("hanako@notgmail.com", None),
        ("hanako@gmail.com.example", None),
        ("gmail.com", None),
        ("", None),
        ("@", None),
    ],
)
def test_the_domain_of_an_address_tells_who_keeps_the_mailbox(
    address: str, provider: str | None
) -> None:
    found = CATALOGUE.mail_provider_of(address)
    assert (found.id if found else None) == provider


def test_every_provider_is_reached_by_tls_and_says_where_that_comes_from() -> None:
    for provider in CATALOGUE.mail_providers.values():
        assert provider.server.security is Security.TLS
        assert provider.server.port == 993
        assert provider.source.text


def test_who_takes_no_password_is_told() -> None:
    taking_none = [
        provider.id
        for provider in CATALOGUE.mail_providers.values()
        if provider.password is PasswordKind.NONE
    ]
    assert taking_none == ["outlook"]


def test_a_domain_belongs_to_one_provider() -> None:
    named = [d for p in CATALOGUE.mail_providers.values() for d in p.domains]
    assert len(named) == len(set(named))


def test_a_provider_is_read() -> None:
    catalogue = read_catalogue({"a.toml": tomllib.loads(HEAD + PROVIDER)})
    kept = catalogue.mail_providers["kept"]
    assert (kept.server.host, kept.server.port) == ("imap.kept.example", 143)
    assert kept.server.security is Security.STARTTLS
    assert (kept.has_switch, kept.page) == (False, "")


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        (PROVIDER.replace("143", "0"), "port"),
        (PROVIDER.replace("143", "65536"), "port"),
        (PROVIDER.replace('"starttls"', '"plain"'), "security"),
        (PROVIDER.replace('["kept.example"]', "[]"), "domains"),
        (PROVIDER + 'page = "http://kept.example/"\n', "page"),
    ],
)
def test_a_wrong_field_is_named(wrong: str, field: str) -> None:
    with pytest.raises(CatalogueError) as caught:
        read_catalogue({"a.toml": tomllib.loads(HEAD + wrong)})
    assert [fault.field for fault in caught.value.faults] == [
        f"mail_providers.kept.{field}"
    ]


def test_an_id_is_given_once() -> None:
    document = tomllib.loads(HEAD + PROVIDER)
    with pytest.raises(CatalogueError, match="a second one"):
        read_catalogue({"a.toml": document, "b.toml": document})
