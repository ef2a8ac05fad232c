"""The keychain of a Mac, written out as text."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from torimodosu.recovery.passwords.exports.keychain import read_keychain
from torimodosu.recovery.passwords.exports.outcome import ExportError, Form
from torimodosu.recovery.passwords.exports.reading import read_export

ENTRY = """\
keychain: "/Users/hanako/Library/Keychains/login.keychain-db"
version: 512
class: "{kind}"
attributes:
    0x00000007 <blob>="A title"
    0x00000008 <blob>=<NULL>
    "acct"<blob>={account}
    "mdat"<timedate>=0x32303230303330313030303030305A00  "20200301000000Z\\000"
    "srvr"<blob>={server}
    "type"<uint32>=<NULL>
data:
{data}
"""


def entry(
    data: str,
    *,
    kind: str = "inet",
    account: str = '"hanako"',
    server: str = '"a.example"',
) -> str:
    return ENTRY.format(kind=kind, account=account, server=server, data=data)


@pytest.mark.parametrize(
    ("data", "password"),
    [
        ('"secret"', "secret"),
        ('"with "quotes""', 'with "quotes"'),
        ('0xE38182  "\\343\\201\\202"', "あ"),
        ('"a\\134b"', "a\\b"),
        ('""', ""),
        ("0x0A", ""),
        ("", ""),
    ],
)
def test_a_password_is_read(data: str, password: str) -> None:
    export = read_export(entry(data).encode())
    assert export.form is Form.KEYCHAIN
    if not password:
        assert export.without_password == (1,)
        return
    (login,) = export.logins
    assert (login.site, login.username) == ("https://a.example", "hanako")
    assert (login.password, login.modified) == (
        password,
        datetime(2020, 3, 1, tzinfo=UTC),
    )


def test_what_has_no_server_is_known_by_its_title() -> None:
    export = read_keychain(entry('"secret"', kind="genp", server="<NULL>"))
    assert export.logins[0].site == "A title"


def test_certificates_and_keys_are_no_logins() -> None:
    text = entry('"x"', kind="0x80001000") + entry('"secret"')
    export = read_keychain(text)
    assert (export.others, [login.row for login in export.logins]) == ((1,), [2])


@given(st.text())
def test_any_text_gives_logins_or_a_trouble(text: str) -> None:
    try:
        export = read_keychain(f"keychain: {text}")
    except ExportError:
        return
    assert export.logins or export.without_password
