from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.recovery.twostep.backup.accounts import (
    BANK,
    GAMES,
    MAIL,
    SHOP,
    accounts,
)
from torimodosu.recovery.twostep.account import OtpAccount
from torimodosu.recovery.twostep.exports.outcome import Form
from torimodosu.recovery.twostep.exports.reading import read_qr_texts
from torimodosu.recovery.twostep.migration import missing_parts, read_migration
from torimodosu.recovery.twostep.migration_writing import (
    fits_migration,
    migration_addresses,
)

BATCH = 1_234_567


def test_an_account_moves_whole() -> None:
    (address,) = migration_addresses([SHOP, BANK], batch=BATCH)
    part = read_migration(address)
    assert (part.accounts, part.problems) == ((SHOP, BANK), ())
    assert (part.batch, part.index, part.size) == (BATCH, 0, 1)


def test_many_accounts_take_several_codes() -> None:
    held = [replace(SHOP, name=str(number)) for number in range(23)]
    addresses = migration_addresses(held, batch=BATCH)
    parts = [read_migration(address) for address in addresses]
    assert [len(part.accounts) for part in parts] == [10, 10, 3]
    assert missing_parts(parts) == []
    assert missing_parts(parts[1:]) == [1]
    assert read_qr_texts(addresses).form is Form.QR_CODES


@given(st.lists(accounts(), max_size=12))
def test_what_fits_is_given_back(drawn: list[OtpAccount]) -> None:
    held = [SHOP, *filter(fits_migration, drawn)]
    addresses = migration_addresses(held, batch=BATCH)
    found = [a for address in addresses for a in read_migration(address).accounts]
    assert [a.secret for a in found] == [a.secret for a in held]
    assert [(a.type, a.algorithm, a.digits, a.counter) for a in found] == [
        (a.type, a.algorithm, a.digits, a.counter) for a in held
    ]


@pytest.mark.parametrize(
    ("account", "fits"),
    [
        (SHOP, True),
        (BANK, True),
        (replace(SHOP, digits=8), True),
        (replace(SHOP, digits=7), False),
        (MAIL, False),
        (GAMES, False),
    ],
)
def test_such_a_code_cannot_hold_every_account(
    account: OtpAccount,
    fits: bool,  # noqa: FBT001 -- what is asked
) -> None:
    assert fits_migration(account) is fits
