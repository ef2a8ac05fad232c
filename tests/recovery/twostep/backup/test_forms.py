"""Each form of a backup gives back the accounts that it was made of."""

import secrets
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.recovery.keepass.keepassxc import PASSWORD, told
from tests.recovery.twostep.backup.accounts import ALL, BANK, MAIL, SHOP, accounts
from torimodosu.recovery.keepass.key_derivation import Cost
from torimodosu.recovery.keepass.writing import Lock
from torimodosu.recovery.twostep.account import OtpAccount, OtpType
from torimodosu.recovery.twostep.backup.comparing import compare
from torimodosu.recovery.twostep.backup.encrypted_file import encrypted_file
from torimodosu.recovery.twostep.backup.plain_list import plain_list
from torimodosu.recovery.twostep.backup.sheet import Modules, qr_code, sheet_entry
from torimodosu.recovery.twostep.codes import code_at
from torimodosu.recovery.twostep.exports.outcome import Form
from torimodosu.recovery.twostep.exports.reading import read_export, read_qr_texts
from torimodosu.recovery.twostep.otpauth import uri_of

AT = datetime(2026, 4, 1, 21, 15, tzinfo=UTC)
CHEAP = Cost(memory=64, passes=1, lanes=1)


def encrypted(held: Sequence[OtpAccount]) -> bytes:
    lock = Lock(password=PASSWORD, chance=secrets.token_bytes, cost=CHEAP)
    return encrypted_file(held, lock, at=AT)


def text_of(code: Modules) -> str:
    """Read a QR code as a camera sees it: with white around, and larger points."""
    scale, margin = 4, 4
    size = len(code) + 2 * margin
    rows = []
    for y in range(size * scale):
        for x in range(size * scale):
            row, column = y // scale - margin, x // scale - margin
            inside = 0 <= row < len(code) and 0 <= column < len(code)
            rows.append(0 if inside and code[row][column] else 255)
    grey = bytes(rows)  # which has to live as long as the view
    view = zxingcpp.ImageView(
        grey, size * scale, size * scale, zxingcpp.ImageFormat.Lum
    )
    (found,) = zxingcpp.read_barcodes(view)
    return found.text


@given(st.lists(accounts(), min_size=1, max_size=5))
@settings(max_examples=40)
def test_an_encrypted_file_gives_back_every_account(held: list[OtpAccount]) -> None:
    read = read_export(encrypted(held), password=PASSWORD)
    assert (read.form, read.unusable) == (Form.KEEPASS, ())
    assert [replaced(one) for one in read.accounts] == [replaced(one) for one in held]


@given(st.lists(accounts(), min_size=1, max_size=5))
def test_an_open_list_gives_back_every_account(held: list[OtpAccount]) -> None:
    read = read_export(plain_list(held))
    assert (read.form, read.unusable) == (Form.ADDRESSES, ())
    assert [replaced(one) for one in read.accounts] == [replaced(one) for one in held]


def replaced(account: OtpAccount) -> tuple[object, ...]:
    """Return what codes are made from; names are told apart elsewhere."""
    return (
        *(account.type, account.secret, account.algorithm),
        *(account.digits, account.period, account.counter),
    )


def test_the_names_are_given_back_as_well() -> None:
    assert read_export(encrypted(ALL), password=PASSWORD).accounts == ALL
    assert read_export(plain_list(ALL)).accounts == ALL


def test_a_sheet_gives_back_every_account() -> None:
    for account in ALL:
        entry = sheet_entry(account)
        read = read_qr_texts([text_of(entry.code)])
        assert read.accounts == (account,)
        assert compare(read.accounts, {"kept": account}).is_whole


def test_a_sheet_tells_the_key_in_groups_of_four() -> None:
    assert sheet_entry(SHOP).key == "ONUG 64BA ONSW G4TF OQ"


def test_a_spoiled_sheet_is_read_as_well() -> None:
    code = [list(row) for row in sheet_entry(SHOP).code]
    middle = len(code) // 2
    for row in code[middle : middle + 5]:
        row[middle : middle + 5] = [True] * 5
    spoiled = tuple(tuple(row) for row in code)
    assert text_of(spoiled) == uri_of(SHOP)


def test_a_key_without_end_is_printed_without_a_code() -> None:
    long = OtpAccount(
        type=OtpType.TOTP, issuer="", name="", secret=secrets.token_bytes(3000)
    )
    entry = sheet_entry(long)
    assert entry.code == ()
    assert len(entry.key) > 4800


def test_a_code_for_the_screen_is_smaller() -> None:
    on_screen = qr_code(uri_of(SHOP))
    assert len(on_screen) < len(sheet_entry(SHOP).code)
    assert text_of(on_screen) == uri_of(SHOP)


def test_no_entry_of_a_sheet_shows_its_secret() -> None:
    assert "ONUG" not in repr(sheet_entry(SHOP))


@pytest.mark.parametrize("account", [a for a in ALL if a is not BANK])
def test_keepassxc_shows_the_same_codes(account: OtpAccount, tmp_path: Path) -> None:
    file = tmp_path / "backup.kdbx"
    file.write_bytes(encrypted([account]))
    before = datetime.now(UTC)
    shown = told("show", "-t", file, account.issuer).strip()
    after = datetime.now(UTC)
    assert shown in {code_at(account, moment).code for moment in (before, after)}


def test_codes_that_count_are_none_that_keepassxc_would_show_wrongly(
    tmp_path: Path,
) -> None:
    file = tmp_path / "backup.kdbx"
    file.write_bytes(encrypted([BANK, MAIL]))
    shown = told("show", "-s", "--all", file, "Bank")
    assert "otp:" not in shown
    assert "HmacOtp-Counter: 7" in shown
