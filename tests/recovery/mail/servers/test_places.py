"""Where mails on a server lie, as sources that can be kept."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.kept_mails import kept
from torimodosu.recovery.catalogue.mail_provider import MailServer, Security
from torimodosu.recovery.mail.kept import Origin
from torimodosu.recovery.mail.servers.account import MailAccount
from torimodosu.recovery.mail.servers.places import (
    ServerPlace,
    account_source,
    folder_source,
    is_on_server,
    known_on_servers,
    read_source,
)

SERVER = MailServer(host="imap.mail.example", port=993, security=Security.TLS)
ACCOUNT = MailAccount(server=SERVER, user="hanako@mail.example")


def test_a_folder_is_named_as_an_address_of_imap() -> None:
    source = folder_source(ACCOUNT, "注文/古い", 7)
    assert source == (
        "imap://hanako%40mail.example@imap.mail.example/"
        "%E6%B3%A8%E6%96%87/%E5%8F%A4%E3%81%84;UIDVALIDITY=7"
    )
    assert account_source(ACCOUNT) == (
        "imap://hanako%40mail.example@imap.mail.example/"
    )
    other = replace(ACCOUNT, server=replace(SERVER, port=10993))
    assert account_source(other).endswith("@imap.mail.example:10993/")


@given(st.text(min_size=1), st.text(min_size=1), st.integers(0, 2**32))
def test_a_source_tells_what_it_was_made_of(user: str, folder: str, n: int) -> None:
    source = folder_source(replace(ACCOUNT, user=user), folder, n)
    assert source.isascii()
    assert read_source(source) == ServerPlace(
        user=user, host="imap.mail.example", folder=folder
    )


@pytest.mark.parametrize(
    "source", ["/home/hanako/mail.mbox", "C:\\mail", "", "imaps://x", "imap:/x"]
)
def test_a_file_is_no_server(source: str) -> None:
    assert not is_on_server(source)
    assert read_source(source) is None


@given(st.text())
def test_nothing_after_the_scheme_breaks_the_reading(rest: str) -> None:
    assert read_source(f"imap://{rest}") is not None


def test_what_is_kept_is_known_by_its_folder_and_number() -> None:
    inbox = folder_source(ACCOUNT, "INBOX", 7)
    nameless = folder_source(ACCOUNT, "Other", 0)
    origins = [
        Origin(source=inbox, offset=1, length=9),
        Origin(source=inbox, offset=5, length=9),
        Origin(source=nameless, offset=1, length=9),
        Origin(source="/home/mail.mbox", offset=3, length=9),
    ]
    mails = [replace(kept(b"a"), origin=origin) for origin in origins]
    assert known_on_servers(mails) == {inbox: frozenset({1, 5})}
