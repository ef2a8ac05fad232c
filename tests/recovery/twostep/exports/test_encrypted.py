import json

import pytest

from tests.recovery.twostep.exports import sealing
from torimodosu.recovery.twostep.exports.outcome import Form, Refusal, RefusedError
from torimodosu.recovery.twostep.exports.reading import read_export
from torimodosu.recovery.twostep.otpauth import read_uri

KEY = "JBSWY3DPEHPK3PXP"
SHOP = read_uri(f"otpauth://totp/Amazon:taro?secret={KEY}&issuer=Amazon")


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

EXPORTS = {
    "aegis": (sealing.aegis(AEGIS), Form.AEGIS),
    "two_fas": (sealing.two_fas(TWO_FAS), Form.TWO_FAS),
    "bitwarden": (sealing.bitwarden(BITWARDEN, argon2=False), Form.BITWARDEN),
    "bitwarden_argon2": (sealing.bitwarden(BITWARDEN, argon2=True), Form.BITWARDEN),
    "and_otp": (sealing.and_otp(AND_OTP), Form.AND_OTP),
    "old_and_otp": (sealing.old_and_otp(AND_OTP), Form.AND_OTP),
    "stratum": (sealing.stratum(STRATUM), Form.STRATUM),
}


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


@pytest.mark.parametrize("name", EXPORTS)
def test_a_change_of_any_byte_is_noticed(name: str) -> None:
    raw, _ = EXPORTS[name]
    # A few bytes in front of its end lies what was encrypted, or its tag.
    place = len(raw) - 12 if not raw.startswith(b"{") else raw.rindex(b'"') - 8
    changed = bytes([raw[place] ^ 1 if raw[place] != ord("=") else ord("A")])
    damaged = raw[:place] + changed + raw[place + 1 :]
    with pytest.raises(RefusedError):
        read_export(damaged, password=sealing.PASSWORD)


@pytest.mark.parametrize("name", ["aegis", "two_fas", "bitwarden", "stratum"])
def test_an_export_that_says_it_is_encrypted_asks_for_its_password(name: str) -> None:
    raw, form = EXPORTS[name]
    with pytest.raises(RefusedError) as caught:
        read_export(raw)
    assert (caught.value.reason, caught.value.form) == (Refusal.NEEDS_PASSWORD, form)


@pytest.mark.parametrize(
    ("raw", "form"),
    [
        (b'{"kdfParams": {}, "encryptedData": "AA=="}', Form.ENTE),
        (b'{"encrypted": true, "data": "2.a|b|c"}', Form.BITWARDEN),
        (b"AuthenticatorPro" + bytes(64), Form.STRATUM),
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
    "change", [{"n": 2**40}, {"n": 1000}, {"r": 10**6}, {"salt": "xy"}, {"p": 0}]
)
def test_a_vault_cannot_either(change: dict[str, object]) -> None:
    vault = json.loads(EXPORTS["aegis"][0])
    vault["header"]["slots"][1] |= change
    with pytest.raises(RefusedError) as caught:
        read_export(dumped(vault), password=sealing.PASSWORD)
    assert caught.value.reason is Refusal.WRONG_PASSWORD
