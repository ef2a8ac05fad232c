"""Finding an account in the list of codes."""

from datetime import UTC, datetime

import pytest

from torimodosu.recovery.twostep.account import OtpType
from torimodosu.recovery.twostep.finding import find_accounts
from torimodosu.recovery.twostep.kept import KeptAccount


def account(issuer: str, name: str) -> KeptAccount:
    return KeptAccount(
        id=f"{issuer}/{name}",
        issuer=issuer,
        name=name,
        type=OtpType.TOTP,
        added_at=datetime(2026, 11, 21, tzinfo=UTC),
    )


ACCOUNTS = (
    account("Amazon", "hanako@example.jp"),
    account("楽天", "花子"),
    account("メルカリ", "hanako@example.com"),
    account("", "Straße"),
)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("", ACCOUNTS),
        ("  ", ACCOUNTS),
        ("amaz", ACCOUNTS[:1]),
        ("ＡＭＡ", ACCOUNTS[:1]),
        ("hanako", (ACCOUNTS[0], ACCOUNTS[2])),
        ("example メル", ACCOUNTS[2:3]),
        ("めるかり", ACCOUNTS[2:3]),
        ("ﾒﾙｶﾘ", ACCOUNTS[2:3]),
        ("楽　花", ACCOUNTS[1:2]),
        ("STRASSE", ACCOUNTS[3:]),
        ("amazon 花子", ()),
    ],
)
def test_every_word_is_found_however_it_is_written(
    words: str, found: tuple[KeptAccount, ...]
) -> None:
    assert find_accounts(ACCOUNTS, words) == found
