import json

import pytest

from tests.recovery.twostep.exports import sealing
from torimodosu.recovery.twostep.exports.outcome import Form, Refusal, RefusedError
from torimodosu.recovery.twostep.exports.reading import read_export
from torimodosu.recovery.twostep.otpauth import read_uri

KEY = "JBSWY3DPEHPK3PXP"
URI = f"otpauth://totp/Amazon:taro?secret={KEY}&issuer=Amazon"
SHOP = read_uri(URI)


def dumped(document: object) -> bytes:
    return json.dumps(document).encode()


AEGIS = dumped(
    {
        "entries": [
            {
                "type": "totp",
                "name": "taro",
                "issuer": "Amazon",
                "info": {"secret": KEY, "algo": "SHA1", "digits": 6, "period": 30},
            }
        ]
    }
)
TWO_FAS = dumped([{"secret": KEY, "otp": {"account": "taro", "issuer": "Amazon"}}])
BITWARDEN = dumped(
    {
        "encrypted": False,
        "items": [
            {"name": "Amazon", "login": {"username": "taro", "totp": KEY}},
            {"name": "a note"},
        ],
    }
)
AND_OTP = dumped([{"secret": KEY, "issuer": "Amazon", "label": "taro", "type": "TOTP"}])
STRATUM = dumped(
    {
        "Authenticators": [
            {"Type": 2, "Issuer": "Amazon", "Username": "taro", "Secret": KEY}
        ]
    }
)

PROTON = dumped({"entries": [{"content": {"uri": URI}}]})
ENTE = f"{URI}\n".encode()
TIMED = '{"issuerExt":"Amazon","label":"taro","type":"TOTP"}'

EXPORTS = {
    "aegis": (sealing.aegis(AEGIS), Form.AEGIS),
    "two_fas": (sealing.two_fas(TWO_FAS), Form.TWO_FAS),
    "bitwarden": (sealing.bitwarden(BITWARDEN, argon2=False), Form.BITWARDEN),
    "bitwarden_argon2": (sealing.bitwarden(BITWARDEN, argon2=True), Form.BITWARDEN),
    "and_otp": (sealing.and_otp(AND_OTP), Form.AND_OTP),
    "old_and_otp": (sealing.old_and_otp(AND_OTP), Form.AND_OTP),
    "stratum": (sealing.stratum(STRATUM), Form.STRATUM),
    "old_stratum": (sealing.old_stratum(STRATUM), Form.STRATUM),
    "proton": (sealing.proton(PROTON), Form.PROTON),
    "ente": (sealing.ente(ENTE), Form.ENTE),
    "free_otp_two": (sealing.free_otp_two(TIMED, SHOP.secret), Form.FREE_OTP),
    "free_otp_two_of_old_phones": (
        sealing.free_otp_two(TIMED, SHOP.secret, hash_="sha1"),
        Form.FREE_OTP,
    ),
}
# The oldest is not guarded against changes.
GUARDED = [name for name in EXPORTS if name != "old_stratum"]


@pytest.mark.parametrize("name", EXPORTS)
def test_an_encrypted_export_is_read_with_its_password(name: str) -> None:
    raw, form = EXPORTS[name]
    read = read_export(raw, password=sealing.PASSWORD)
    assert (read.form, read.accounts, read.unusable) == (form, (SHOP,), ())


@pytest.mark.parametrize("name", EXPORTS)
def test_a_wrong_password_opens_nothing(name: str) -> None:
    raw, form = EXPORTS[name]
    with pytest.raises(RefusedError) as caught:
        read_export(raw, password="wrong")  # noqa: S106 -- made up
    assert (caught.value.reason, caught.value.form) == (Refusal.WRONG_PASSWORD, form)


@pytest.mark.parametrize("name", GUARDED)
def test_a_change_of_any_byte_is_noticed(name: str) -> None:
    raw, _ = EXPORTS[name]
    # A few bytes in front of its end lies what was encrypted, or its tag.
    place = len(raw) - 12 if not raw.startswith(b"{") else raw.rindex(b'"') - 8
    if name.startswith("free_otp_two"):
        place = raw.index(b"mCipherText", raw.index(b"HashMap") + 200) + 16
    changed = bytes([raw[place] ^ 1 if raw[place] != ord("=") else ord("A")])
    damaged = raw[:place] + changed + raw[place + 1 :]
    with pytest.raises(RefusedError):
        read_export(damaged, password=sealing.PASSWORD)


@pytest.mark.parametrize("name", [name for name in EXPORTS if "and_otp" not in name])
def test_an_export_that_says_it_is_encrypted_asks_for_its_password(name: str) -> None:
    raw, form = EXPORTS[name]
    with pytest.raises(RefusedError) as caught:
        read_export(raw)
    assert (caught.value.reason, caught.value.form) == (Refusal.NEEDS_PASSWORD, form)


@pytest.mark.parametrize(
    ("raw", "form"),
    [
        (b'{"encrypted": true, "data": "2.a|b|c"}', Form.BITWARDEN),
    ],
)
def test_what_cannot_be_opened_here_is_said(raw: bytes, form: Form) -> None:
    with pytest.raises(RefusedError) as caught:
        read_export(raw, password=sealing.PASSWORD)
    assert (caught.value.reason, caught.value.form) == (Refusal.CANNOT_DECRYPT, form)


@pytest.mark.parametrize(
    "change",
    [
        {"kdfIterations": 10**12},
        {"kdfIterations": -1},
        {"kdfMemory": 10**9},
        {"kdfMemory": 0},
        {"kdfParallelism": 10**6},
        {"kdfType": 5},
        {"kdfType": "0"},
        {"data": ""},
        {"data": "2.é|é|é"},
        {"salt": None},
    ],
)
def test_an_export_cannot_ask_for_days_of_work(change: dict[str, object]) -> None:
    raw, _ = EXPORTS["bitwarden_argon2"]
    with pytest.raises(RefusedError) as caught:
        read_export(dumped(json.loads(raw) | change), password=sealing.PASSWORD)
    assert caught.value.reason is Refusal.WRONG_PASSWORD


@pytest.mark.parametrize(
    "raw",
    [
        b'{"kdfParams": {}, "encryptedData": "AA=="}',
        b'{"kdfParams": {"memLimit": 9e9, "opsLimit": 1}, "encryptedData": "AA=="}',
        b'{"salt": "AA==", "content": "AA=="}',
        b'{"salt": "AA==", "content": 1}',
        b"AuthenticatorPro" + bytes(64),
        sealing.free_otp_two(TIMED, SHOP.secret, hash_="md5"),
        sealing.free_otp_two("no document", SHOP.secret)[:-80],
        sealing.java_map({"masterKey": "[]"}),
    ],
)
def test_what_is_not_whole_is_not_opened(raw: bytes) -> None:
    with pytest.raises(RefusedError) as caught:
        read_export(raw, password=sealing.PASSWORD)
    assert caught.value.reason is Refusal.WRONG_PASSWORD


@pytest.mark.parametrize(
    "raw",
    [
        sealing.java_map({"another": "map"}),
        sealing.java_map({})[:60],
        b"\xac\xed\0\x05sr\0\x08other.Map",
    ],
)
def test_another_object_of_java_is_no_export(raw: bytes) -> None:
    with pytest.raises(RefusedError) as caught:
        read_export(raw, password=sealing.PASSWORD)
    assert caught.value.reason is Refusal.NOT_AN_EXPORT


def test_a_counter_of_free_otp_two_is_the_next_one() -> None:
    counted = '{"counter":7,"label":"taro","type":"HOTP"}'
    raw = sealing.free_otp_two(counted, SHOP.secret)
    (account,) = read_export(raw, password=sealing.PASSWORD).accounts
    assert account.counter == 7


@pytest.mark.parametrize(
    "change", [{"n": 2**40}, {"n": 1000}, {"r": 10**6}, {"salt": "xy"}, {"p": 0}]
)
def test_a_vault_cannot_either(change: dict[str, object]) -> None:
    vault = json.loads(EXPORTS["aegis"][0])
    vault["header"]["slots"][1] |= change
    with pytest.raises(RefusedError) as caught:
        read_export(dumped(vault), password=sealing.PASSWORD)
    assert caught.value.reason is Refusal.WRONG_PASSWORD
