"""A password that the person wants kept, and for whom."""

from dataclasses import replace

import pytest

from tests.fakes.keychain import FakeKeychain
from torimodosu.recovery.catalogue.mail_provider import MailServer, Security
from torimodosu.recovery.mail.servers.account import MailAccount
from torimodosu.recovery.mail.servers.kept_password import (
    ENTRY,
    forget_password,
    keep_password,
    kept_password,
)

SERVER = MailServer(host="imap.mail.example", port=993, security=Security.TLS)
ACCOUNT = MailAccount(server=SERVER, user="hanako", password="made-up ひみつ")  # noqa: S106


def test_a_kept_password_comes_back_until_it_is_forgotten() -> None:
    keychain = FakeKeychain()
    assert kept_password(ACCOUNT, keychain) == ""
    keep_password(ACCOUNT, keychain)
    without = replace(ACCOUNT, password="")
    assert kept_password(without, keychain) == "made-up ひみつ"
    forget_password(keychain)
    assert kept_password(without, keychain) == ""


@pytest.mark.parametrize(
    "other",
    [
        replace(ACCOUNT, user="taro"),
        replace(ACCOUNT, server=replace(SERVER, host="imap.evil.example")),
        replace(ACCOUNT, server=replace(SERVER, port=143)),
        replace(ACCOUNT, server=replace(SERVER, security=Security.STARTTLS)),
    ],
)
def test_it_is_given_to_no_other_mailbox(other: MailAccount) -> None:
    keychain = FakeKeychain()
    keep_password(ACCOUNT, keychain)
    assert kept_password(other, keychain) == ""


@pytest.mark.parametrize("secret", ["", "no json", "[]", '{"for": 1, "password": "x"}'])
def test_what_somebody_else_wrote_is_none(secret: str) -> None:
    keychain = FakeKeychain()
    keychain.keep(ENTRY, secret)
    assert kept_password(ACCOUNT, keychain) == ""
