import base64
from html import escape

import pytest

from torimodosu.recovery.keepass.entry import Entry
from torimodosu.recovery.twostep.account import (
    Algorithm,
    NotAnAccountError,
    OtpAccount,
    OtpType,
    Problem,
)
from torimodosu.recovery.twostep.base32 import secret_of
from torimodosu.recovery.twostep.exports.keepass import account_of
from torimodosu.recovery.twostep.exports.outcome import (
    Form,
    Refusal,
    RefusedError,
    Unusable,
)
from torimodosu.recovery.twostep.exports.reading import read_export

KEY = "JBSWY3DPEHPK3PXP"
SECRET = secret_of(KEY)


def entry(fields: dict[str, str]) -> Entry:
    return Entry(fields={"Title": "Amazon", "UserName": "taro", **fields})


def account(
    type_: OtpType = OtpType.TOTP,
    *,
    digits: int = 6,
    period: int = 30,
    counter: int = 0,
    algorithm: Algorithm = Algorithm.SHA1,
) -> OtpAccount:
    return OtpAccount(
        type=type_,
        issuer="Amazon",
        name="taro",
        secret=SECRET,
        digits=digits,
        period=period,
        counter=counter,
        algorithm=algorithm,
    )


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (entry({"otp": f"otpauth://totp/?secret={KEY}"}), account()),
        (entry({"otp": f"otpauth://totp/?secret={KEY}&period=60"}), account(period=60)),
        (
            entry({"otp": f"otpauth://totp/?secret={KEY}&encoder=steam"}),
            account(OtpType.STEAM, digits=5),
        ),
        (entry({"otp": f"key={KEY}&size=8&step=20"}), account(digits=8, period=20)),
        (
            entry({"otp": f"key={KEY}&otpHashMode=SHA256"}),
            account(algorithm=Algorithm.SHA256),
        ),
        (
            entry({"otp": f"key={KEY}&type=Hotp&counter=3"}),
            account(OtpType.HOTP, period=0, counter=3),
        ),
        (entry({"otp": "jbsw y3dp ehpk 3pxp"}), account()),
        (entry({"TOTP Seed": KEY}), account()),
        (
            entry({"TOTP Seed": KEY, "TOTP Settings": "60;8"}),
            account(digits=8, period=60),
        ),
        (
            entry({"TOTP Seed": KEY, "TOTP Settings": "30;6;https://time.example/"}),
            account(),
        ),
        (
            entry({"TOTP Seed": KEY, "TOTP Settings": "30;S"}),
            account(OtpType.STEAM, digits=5),
        ),
        (entry({"TimeOtp-Secret-Base32": KEY}), account()),
        (entry({"TimeOtp-Secret-Hex": SECRET.hex()}), account()),
        (
            entry({"TimeOtp-Secret-Base64": base64.b64encode(SECRET).decode()}),
            account(),
        ),
        (
            entry(
                {
                    "TimeOtp-Secret-Base32": KEY,
                    "TimeOtp-Length": "8",
                    "TimeOtp-Period": "45",
                    "TimeOtp-Algorithm": "HMAC-SHA-512",
                }
            ),
            account(digits=8, period=45, algorithm=Algorithm.SHA512),
        ),
        (
            entry({"HmacOtp-Secret-Base32": KEY, "HmacOtp-Counter": "9"}),
            account(OtpType.HOTP, period=0, counter=9),
        ),
        (entry({"Password": "no code"}), None),
        (entry({"otp": " "}), None),
        (entry({"TimeOtp-Secret-Base32": " "}), None),
    ],
)
def test_each_program_has_fields_of_its_own(
    given: Entry, expected: OtpAccount | None
) -> None:
    assert account_of(given) == expected


def test_a_secret_may_be_a_text() -> None:
    found = account_of(entry({"TimeOtp-Secret": "made up text"}))
    assert found is not None
    assert found.secret == b"made up text"


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        (entry({"otp": f"key={KEY}&type=hotp"}), Problem.NO_COUNTER),
        (entry({"otp": f"key={KEY}&size=six"}), Problem.BAD_DIGITS),
        (entry({"otp": "key=1"}), Problem.BAD_SECRET),
        (entry({"otp": "otpauth://totp/x"}), Problem.NO_SECRET),
        (entry({"TOTP Seed": KEY, "TOTP Settings": "x;6"}), Problem.BAD_PERIOD),
        (
            entry({"TOTP Seed": KEY, "TOTP Settings": f"{'9' * 30};6"}),
            Problem.BAD_PERIOD,
        ),
        (entry({"TimeOtp-Secret-Hex": "xy"}), Problem.BAD_SECRET),
        (entry({"TimeOtp-Secret-Base64": "A"}), Problem.BAD_SECRET),
        (entry({"TimeOtp-Secret-Base32": "18"}), Problem.BAD_SECRET),
        (entry({"TimeOtp-Secret-Base58": KEY}), Problem.NO_SECRET),
        (
            entry({"HmacOtp-Secret-Base32": KEY, "HmacOtp-Counter": "-1"}),
            Problem.BAD_COUNTER,
        ),
    ],
)
def test_a_field_that_is_no_code_is_a_problem(given: Entry, problem: Problem) -> None:
    with pytest.raises(NotAnAccountError) as caught:
        account_of(given)
    assert caught.value.problem is problem


def document(*entries: dict[str, str]) -> bytes:
    fields = [
        "".join(
            f"<String><Key>{k}</Key><Value>{escape(v)}</Value></String>"
            for k, v in one.items()
        )
        for one in entries
    ]
    written = "".join(f"<Entry>{one}</Entry>" for one in fields)
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<KeePassFile><Root><Group>'
    return f"{head}{written}</Group></Root></KeePassFile>".encode()


def test_an_export_as_xml_is_read() -> None:
    shop = {"Title": "Amazon", "UserName": "taro", "otp": f"key={KEY}"}
    read = read_export(document({"Title": "x"}, shop, {"otp": "key=1"}))
    assert (read.form, read.accounts) == (Form.KEEPASS, (account(),))
    assert read.unusable == (Unusable(entry=3, problem=Problem.BAD_SECRET),)


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (document({"Title": "x"}), Refusal.NO_ACCOUNTS),
        (document()[:-20], Refusal.NOT_AN_EXPORT),
        (bytes.fromhex("03d9a29a65fb4bb5"), Refusal.CANNOT_DECRYPT),
        (bytes.fromhex("03d9a29a67fb4bb500000400"), Refusal.WRONG_PASSWORD),
    ],
)
def test_what_holds_no_account_is_refused(raw: bytes, reason: Refusal) -> None:
    with pytest.raises(RefusedError) as caught:
        read_export(raw, password="made up")  # noqa: S106
    assert (caught.value.reason, caught.value.form) == (reason, Form.KEEPASS)


def test_a_file_of_keepass_asks_for_its_password() -> None:
    with pytest.raises(RefusedError) as caught:
        read_export(bytes.fromhex("03d9a29a67fb4bb500000400"))
    assert caught.value.reason is Refusal.NEEDS_PASSWORD
