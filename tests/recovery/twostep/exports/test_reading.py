import json
from dataclasses import replace
from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from torimodosu.recovery.twostep.account import OtpType, Problem
from torimodosu.recovery.twostep.exports.outcome import (
    ExportRead,
    Form,
    Refusal,
    RefusedError,
    Unusable,
)
from torimodosu.recovery.twostep.exports.reading import LARGEST_EXPORT, read_export
from torimodosu.recovery.twostep.otpauth import read_uri

KEY = "JBSWY3DPEHPK3PXP"
URI = f"otpauth://totp/Amazon:taro?secret={KEY}&issuer=Amazon"
SHOP = read_uri(URI)
SIGNED = [72, 101, 108, 108, 111, 33, -34, -83, -66, -17]


def dumped(document: object) -> bytes:
    return json.dumps(document).encode()


def preferences(strings: dict[str, str]) -> bytes:
    lines = [f'<string name="{k}">{escape(v)}</string>' for k, v in strings.items()]
    head = "<?xml version='1.0' encoding='utf-8' standalone='yes' ?>"
    return f"{head}<map><int name='x' value='1' />{''.join(lines)}</map>".encode()


TOKEN = {
    "algo": "SHA1",
    "digits": 6,
    "period": 30,
    "issuerExt": "Amazon",
    "label": "taro",
    "secret": SIGNED,
    "type": "TOTP",
}
AUTHY = {
    "decryptedSecret": KEY,
    "digits": 6,
    "originalIssuer": "Amazon",
    "originalName": "Amazon:taro",
}
PLAIN = {
    Form.ADDRESSES: f"# my accounts\r\n\r\n{URI}\r\n".encode(),
    Form.AEGIS: dumped(
        {
            "header": {"slots": None},
            "db": {
                "entries": [
                    {
                        "type": "totp",
                        "issuer": "Amazon",
                        "name": "taro",
                        "info": {"secret": KEY, "algo": "SHA1"},
                    }
                ]
            },
        }
    ),
    Form.TWO_FAS: dumped(
        {
            "services": [
                {"name": "Amazon", "secret": KEY, "otp": {"account": "taro"}},
            ]
        }
    ),
    Form.BITWARDEN: dumped(
        {
            "encrypted": False,
            "items": [{"name": "x", "login": {"totp": URI}}, {"name": "note"}],
        }
    ),
    Form.BITWARDEN_CSV: (
        "folder,type,name,notes,login_username,login_totp\n"
        f',login,Amazon,"a, b",taro,{KEY}\n,login,none,,x,\n'
    ).encode(),
    Form.PROTON: dumped({"entries": [{"content": {"uri": URI, "name": "taro"}}]}),
    Form.AND_OTP: dumped([{"type": "TOTP", "label": "Amazon - taro", "secret": KEY}]),
    Form.FREE_OTP: preferences({"Amazon:taro": json.dumps(TOKEN), "order": "[]"}),
    Form.AUTHY: preferences(
        {"com.authy.storage.tokens.authenticator.key": json.dumps([AUTHY])}
    ),
    Form.STRATUM: dumped(
        {
            "Authenticators": [
                {
                    "Type": 2,
                    "Issuer": "Amazon",
                    "Username": "taro",
                    "Secret": KEY,
                    "Algorithm": 0,
                    "Counter": 0,
                }
            ]
        }
    ),
}


@pytest.mark.parametrize("form", PLAIN, ids=lambda form: form.value)
def test_the_account_is_the_same_from_every_program(form: Form) -> None:
    read = read_export(PLAIN[form])
    assert read == ExportRead(form=form, accounts=(SHOP,))


def test_tokens_of_freeotp_plus_are_read() -> None:
    assert read_export(dumped({"tokens": [TOKEN]})).accounts == (SHOP,)


def test_text_of_windows_is_read() -> None:
    text = PLAIN[Form.ADDRESSES].decode()
    assert read_export(text.encode("utf-16")).accounts == (SHOP,)
    assert read_export(text.encode("utf-8-sig")).accounts == (SHOP,)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "cp932"])
@pytest.mark.parametrize("form", [Form.ADDRESSES, Form.AEGIS, Form.BITWARDEN_CSV])
def test_text_without_a_mark_is_read_in_its_encoding(form: Form, encoding: str) -> None:
    text = PLAIN[form].decode().replace("taro", "太郎")
    (account,) = read_export(text.encode(encoding)).accounts
    assert (account.issuer, account.name) == ("Amazon", "太郎")


def test_duo_counts_where_it_has_a_counter() -> None:
    timed = {"name": "taro", "otpGenerator": {"otpSecret": KEY}}
    counted = {"name": "taro", "otpGenerator": {"otpSecret": KEY, "counter": 3}}
    read = read_export(dumped([timed, counted]))
    assert [a.type for a in read.accounts] == [OtpType.TOTP, OtpType.HOTP]
    assert read.accounts[1].counter == 3


@pytest.mark.parametrize("wrapped", [True, False])
def test_steam_keeps_its_secret_in_another_way(wrapped: bool) -> None:  # noqa: FBT001
    entry = {"account_name": "taro", "shared_secret": "SGVsbG8h3q2+7w=="}
    document = {"accounts": {"1": entry}} if wrapped else entry
    (account,) = read_export(dumped(document)).accounts
    assert (account.type, account.digits) == (OtpType.STEAM, 5)
    assert account.secret == SHOP.secret


def test_a_login_of_steam_gets_its_name_from_the_login() -> None:
    login = {"username": "taro", "totp": f"steam://{KEY}"}
    items = [{"name": "Steam", "login": login}]
    (account,) = read_export(dumped({"encrypted": False, "items": items})).accounts
    assert (account.type, account.name) == (OtpType.STEAM, "taro")


def test_an_entry_that_is_no_account_does_not_hide_the_others() -> None:
    good = {"Type": 2, "Issuer": "Amazon", "Username": "taro", "Secret": KEY}
    broken = [
        (good | {"Type": 5}, Problem.UNKNOWN_TYPE),
        (good | {"Algorithm": 7}, Problem.BAD_ALGORITHM),
        (good | {"Secret": "189"}, Problem.BAD_SECRET),
        (good | {"Secret": None}, Problem.NO_SECRET),
        (good | {"Digits": "six"}, Problem.BAD_DIGITS),
        (good | {"Digits": True}, Problem.BAD_DIGITS),
        (good | {"Period": 0}, Problem.BAD_PERIOD),
        ({}, Problem.UNKNOWN_TYPE),
    ]
    found = [good, *(entry for entry, _ in broken), "no object"]
    read = read_export(dumped({"Authenticators": found}))
    assert read.accounts == (SHOP,)
    problems = [*(problem for _, problem in broken), Problem.UNKNOWN_TYPE]
    assert read.unusable == tuple(
        Unusable(entry=entry, problem=problem)
        for entry, problem in enumerate(problems, 2)
    )


def test_a_counted_account_without_its_counter_is_not_guessed() -> None:
    entry = {"type": "HOTP", "label": "x", "secret": KEY}
    read = read_export(dumped([entry, entry | {"counter": 5}]))
    assert read.unusable == (Unusable(entry=1, problem=Problem.NO_COUNTER),)
    assert read.accounts == (
        replace(read.accounts[0], counter=5, type=OtpType.HOTP, period=0),
    )


def test_a_broken_address_among_others_is_named() -> None:
    text = f"{URI}\notpauth://totp/x?secret=1\nnothing\notpauth-migration://x\n"
    read = read_export(text.encode())
    assert read.accounts == (SHOP,)
    assert [(u.entry, u.problem) for u in read.unusable] == [
        (2, Problem.BAD_SECRET),
        (3, Problem.DAMAGED),
    ]


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", Refusal.EMPTY),
        (b"\xef\xbb\xbf\r\n", Refusal.EMPTY),
        (b"\0" * 100, Refusal.EMPTY),
        (b"\x89PNG\r\n\x1a\n\xff", Refusal.CUT_OFF),
        (b"\0\0\0\x24ftypheic\0\0\0\0", Refusal.PICTURE),
        (b"%PDF-1.7\n", Refusal.CLOSED_PDF),
        (b"Dear Taro, here is nothing.", Refusal.NOT_AN_EXPORT),
        (b"{", Refusal.NOT_AN_EXPORT),
        (b"[" * 100_000, Refusal.NOT_AN_EXPORT),
        (b"[1, 2]", Refusal.NOT_AN_EXPORT),
        (b'{"a": 1}', Refusal.NOT_AN_EXPORT),
        (b'{"services": []}', Refusal.NO_ACCOUNTS),
        (b'{"services": {"a": 1}}', Refusal.NO_ACCOUNTS),
        (b'{"encrypted": false, "items": []}', Refusal.NO_ACCOUNTS),
        (b"<?xml version='1.0'?><map></map>", Refusal.NO_ACCOUNTS),
        (b"<?xml version='1.0'?><map><string", Refusal.NO_ACCOUNTS),
        (b" " * (LARGEST_EXPORT + 1), Refusal.TOO_LARGE),
    ],
)
@pytest.mark.parametrize("password", [None, "secret"])
def test_what_holds_no_account_is_refused(
    raw: bytes, reason: Refusal, password: str | None
) -> None:
    with pytest.raises(RefusedError) as caught:
        read_export(raw, password=password)
    if not (raw.startswith(b"\0") and password):  # might be an andOTP backup
        assert caught.value.reason is reason


def test_entities_of_a_file_are_not_followed() -> None:
    bomb = (
        b"<?xml version='1.0'?><!DOCTYPE map [<!ENTITY a 'aaaaaaaaaa'>"
        b"<!ENTITY b '&a;&a;&a;&a;'>]><map><string name='x'>&b;</string></map>"
    )
    with pytest.raises(RefusedError) as caught:
        read_export(bomb)
    assert caught.value.reason is Refusal.NO_ACCOUNTS


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [
                    *("header", "db", "entries", "info", "secret", "services", "otp"),
                    *("Authenticators", "Type", "tokens", "accounts", "shared_secret"),
                    *("encrypted", "items", "login", "totp", "slots", "type", "key"),
                    *("otpGenerator", "content", "uri", "counter", "params", "data"),
                ]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(JSON, st.sampled_from([None, "secret"]))
def test_nothing_else_escapes(document: object, password: str | None) -> None:
    try:
        assert read_export(dumped(document), password=password).form in Form
    except RefusedError as error:
        assert isinstance(error.reason, Refusal)  # noqa: PT017 -- either is right


@given(st.binary(max_size=200), st.sampled_from([None, "secret"]))
def test_bytes_of_any_kind_are_read_or_refused(
    raw: bytes, password: str | None
) -> None:
    with pytest.raises(RefusedError):
        read_export(raw, password=password)
