"""Exports of real programs, with the accounts that they hold."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from torimodosu.recovery.twostep.account import OtpAccount, OtpType
from torimodosu.recovery.twostep.base32 import key_of, secret_of
from torimodosu.recovery.twostep.exports.outcome import Form, Refusal, RefusedError
from torimodosu.recovery.twostep.exports.reading import read_export

CORPORA = Path(__file__).parents[4].parent / "shared" / "corpora"
AEGIS = CORPORA / "aegis"
STRATUM = CORPORA / "stratum" / "Stratum.Test" / "data"
EXTRACTED = CORPORA / "extract_otp_secrets" / "tests" / "data"
IMPORTERS = (
    AEGIS / "app/src/test/resources/com/beemdevelopment/aegis/importers"
).resolve()


# Old backups of 2FAS do not say which accounts count.
TYPE = {"type", "counter", "period"}


def content(path: Path) -> bytes:
    if not path.exists():
        pytest.skip(f"corpora not present: ../shared/corpora, {path.name}")
    return path.read_bytes()


def told(account: OtpAccount) -> Mapping[str, object]:
    """Say an account as the list of expected ones does."""
    counted = {"counter": account.counter}
    timed = {"period": account.period}
    return {
        "type": account.type.value,
        "secret": key_of(account.secret),
        "algo": account.algorithm.value,
        "digits": account.digits,
        **(counted if account.type is OtpType.HOTP else timed),
    }


def expected() -> Mapping[str, Mapping[str, object]]:
    """Return what is expected, by the key; names differ from program to program."""
    document = json.loads(content(AEGIS / "expected.json"))
    return {
        entry["secret"]: {k: v for k, v in entry.items() if k not in ("name", "issuer")}
        for entry in document["entries"]
    }


@pytest.mark.parametrize(
    ("name", "form", "count"),
    [
        ("2fas_authenticator_plain_v4.2fas", Form.TWO_FAS, 5),
        ("2fas_authenticator_encrypted_v3.2fas", Form.TWO_FAS, 6),
        ("aegis_plain.json", Form.AEGIS, 7),
        ("andotp_encrypted_old.bin", Form.AND_OTP, 6),
        ("freeotp_v2_api25.xml", Form.FREE_OTP, 6),
        ("freeotp_v2_api34.xml", Form.FREE_OTP, 6),
        ("bitwarden.csv", Form.BITWARDEN_CSV, 4),
        ("plain.txt", Form.ADDRESSES, 7),
        ("stratum_encrypted.bin", Form.STRATUM, 7),
        ("steam.json", Form.STEAM, 1),
    ],
)
def test_every_account_of_an_export_is_as_expected(
    name: str, form: Form, count: int
) -> None:
    read = read_export(content(IMPORTERS / name), password="test")  # noqa: S106
    assert (read.form, len(read.accounts), read.unusable) == (form, count, ())
    known = expected()
    for account in read.accounts:
        assert told(account) == known[key_of(account.secret)]


@pytest.mark.parametrize(
    ("name", "form", "count", "unsaid"),
    [
        # What these do not write down is not compared: their programs leave it out.
        ("2fas_authenticator.json", Form.TWO_FAS, 6, {*TYPE, "algo", "digits"}),
        ("2fas_authenticator_plain.2fas", Form.TWO_FAS, 4, TYPE),
        ("authy_plain.xml", Form.AUTHY, 3, {"algo", "period"}),
        ("duo.json", Form.DUO, 2, {"counter"}),
        ("freeotp.xml", Form.FREE_OTP, 4, {"period"}),
        ("freeotp_plus_internal.xml", Form.FREE_OTP, 6, {"period"}),
    ],
)
def test_what_an_export_leaves_out_is_as_usual(
    name: str, form: Form, count: int, unsaid: set[str]
) -> None:
    read = read_export(content(IMPORTERS / name))
    assert (read.form, len(read.accounts), read.unusable) == (form, count, ())
    known = expected()
    for account in read.accounts:
        one = known[key_of(account.secret)]
        assert {k: v for k, v in told(account).items() if k not in unsaid} == {
            k: v for k, v in one.items() if k not in unsaid
        }


@pytest.mark.parametrize(
    ("name", "form", "count"),
    [
        ("urilist.txt", Form.ADDRESSES, 7),
        ("protonauthenticator.json", Form.PROTON, 7),
        ("bitwarden.unencrypted.json", Form.BITWARDEN, 8),
        ("googleauthenticator.txt", Form.MIGRATION, 6),
        ("twofas.encrypted.2fas", Form.TWO_FAS, 6),
        ("aegis.encrypted.json", Form.AEGIS, 7),
        ("backup.legacy.authpro", Form.STRATUM, 7),
        ("ente.encrypted.json", Form.ENTE, 7),
        ("freeotp.bin", Form.FREE_OTP, 7),
        ("keepass.aes256.argon2d.kdbx", Form.KEEPASS, 7),
        ("keepass.chacha20.argon2d.kdbx", Form.KEEPASS, 7),
    ],
)
def test_one_set_of_accounts_is_the_same_from_every_program(
    name: str, form: Form, count: int
) -> None:
    addresses = read_export(content(STRATUM / "urilist.txt")).accounts
    known = {account.secret for account in addresses}
    read = read_export(content(STRATUM / name), password="test")  # noqa: S106
    assert read.form is form
    shared = [account for account in read.accounts if account.secret in known]
    assert len(read.accounts) >= count - len(read.unusable)
    assert len(shared) >= count - 3


def test_backups_of_stratum_and_proton_are_read() -> None:
    plain = read_export(content(STRATUM / "backup.unencrypted.authpro"))
    assert len(plain.accounts) == 14
    folder = "ente/mobile/apps/auth/test/ui/settings/data/import/fixtures"
    proton = read_export(content(CORPORA / folder / "proton_authenticator_backup.json"))
    assert [(a.issuer, a.name) for a in proton.accounts][:2] == [
        (".env", "example@ente.io"),
        ("/e/", ":cool@ente.com"),
    ]


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        (IMPORTERS / "google_authenticator.sqlite", Refusal.NOT_AN_EXPORT),
        (IMPORTERS / "authenticator_plus.zip", Refusal.NOT_AN_EXPORT),
        (EXTRACTED / "lena_std.tif", Refusal.PICTURE),
        (EXTRACTED / "empty_file.txt", Refusal.EMPTY),
    ],
    ids=lambda value: getattr(value, "name", ""),
)
def test_what_is_no_such_export_is_refused(path: Path, reason: Refusal) -> None:
    with pytest.raises(RefusedError) as caught:
        read_export(content(path), password="test")  # noqa: S106
    assert caught.value.reason is reason


def test_the_export_of_keys_agrees_with_its_addresses() -> None:
    folder = CORPORA / "extract_otp_secrets"
    moved = read_export(content(folder / "example_export.txt"))
    known = json.loads(content(folder / "example_output.json"))
    assert [a.secret for a in moved.accounts] == [secret_of(e["secret"]) for e in known]
    assert [a.name for a in moved.accounts] == [e["name"] for e in known]


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("example_keepass_output.totp.csv", 5),
        ("example_keepass_output.hotp.csv", 1),
        ("example_output.csv", 6),
    ],
)
def test_the_spreadsheets_of_its_keys_do_too(name: str, count: int) -> None:
    folder = CORPORA / "extract_otp_secrets"
    known = json.loads(content(folder / "example_output.json"))
    secrets = {secret_of(entry["secret"]) for entry in known}
    read = read_export(content(folder / name))
    assert (read.form, len(read.accounts)) == (Form.SPREADSHEET, count)
    assert {account.secret for account in read.accounts} <= secrets


def test_a_file_of_keepass_without_codes_says_so() -> None:
    with pytest.raises(RefusedError) as caught:
        read_export(content(STRATUM / "keepass.kdbx3.kdbx"), password="test")  # noqa: S106
    assert caught.value.reason is Refusal.NO_ACCOUNTS


def test_seeds_of_older_programs_are_codes() -> None:
    file = CORPORA / "keepassxc" / "tests" / "data" / "NewDatabase.kdbx"
    (account,) = read_export(content(file), password="a").accounts  # noqa: S106
    assert key_of(account.secret) == "HXDMVJECJJWSRB3HWIZR4IFUGFTMXBOZ"
    assert (account.issuer, account.name) == ("Sample Entry", "User Name")
