import pytest
from hypothesis import given
from hypothesis import strategies as st

from torimodosu.recovery.twostep.account import (
    Algorithm,
    NotAnAccountError,
    OtpAccount,
    OtpType,
    Problem,
)
from torimodosu.recovery.twostep.base32 import secret_of
from torimodosu.recovery.twostep.otpauth import read_uri, uri_of

KEY = "JBSWY3DPEHPK3PXP"


def account(
    *, type_: OtpType = OtpType.TOTP, issuer: str = "", name: str = "", digits: int = 6
) -> OtpAccount:
    return OtpAccount(
        type=type_, issuer=issuer, name=name, secret=secret_of(KEY), digits=digits
    )


@pytest.mark.parametrize(
    ("uri", "issuer", "name"),
    [
        (
            f"otpauth://totp/Amazon%3Ataro%40example.jp?secret={KEY}&issuer=Amazon",
            "Amazon",
            "taro@example.jp",
        ),
        (f"otpauth://totp/Amazon:taro?secret={KEY}", "Amazon", "taro"),
        (f"otpauth://totp/Amazon:%20taro?secret={KEY}", "Amazon", "taro"),
        (f"otpauth://totp/taro?secret={KEY}&issuer=Amazon", "Amazon", "taro"),
        # A parameter that says something else goes before the label, which stays.
        (f"otpauth://totp/A:b?secret={KEY}&issuer=C", "C", "A:b"),
        (f"otpauth://totp/?secret={KEY}", "", ""),
        (f"otpauth://totp/楽天:太郎?secret={KEY}", "楽天", "太郎"),
        (f"otpauth://totp/X?secret={KEY}&issuer=Air+Canada", "Air Canada", "X"),
        (f" OTPAUTH://TOTP/taro?SECRET={KEY}\n", "", "taro"),
    ],
)
def test_issuer_and_name_are_read(uri: str, issuer: str, name: str) -> None:
    assert read_uri(uri) == account(issuer=issuer, name=name)


def test_what_an_address_says_of_its_codes_is_read() -> None:
    told = "algorithm=SHA-256&digits=8&period=60"
    read = read_uri(f"otpauth://totp/x?secret={KEY}&{told}")
    assert (read.algorithm, read.digits, read.period) == (Algorithm.SHA256, 8, 60)
    counted = read_uri(f"otpauth://hotp/x?secret={KEY}&counter=5&algorithm=HmacSHA512")
    assert (counted.type, counted.counter, counted.period) == (OtpType.HOTP, 5, 0)
    assert counted.algorithm is Algorithm.SHA512


@pytest.mark.parametrize(
    "uri",
    [
        f"otpauth://steam/Steam:x?secret={KEY}&issuer=Steam&digits=5",
        f"otpauth://totp/Steam:x?secret={KEY}&issuer=Steam&digits=5",
        f"otpauth://totp/Steam:x?secret={KEY}&issuer=Steam&encoder=steam",
    ],
)
def test_the_accounts_of_steam_are_known(uri: str) -> None:
    assert read_uri(uri) == account(
        type_=OtpType.STEAM, issuer="Steam", name="x", digits=5
    )
    assert read_uri(f"steam://{KEY}").type is OtpType.STEAM


@pytest.mark.parametrize(
    ("uri", "problem"),
    [
        ("https://www.amazon.co.jp/", Problem.NOT_OTPAUTH),
        ("", Problem.NOT_OTPAUTH),
        ("otpauth://[", Problem.NOT_OTPAUTH),
        (KEY, Problem.NOT_OTPAUTH),
        ("otpauth-migration://offline?data=CgA%3D", Problem.NOT_OTPAUTH),
        (f"otpauth://motp/x?secret={KEY}", Problem.UNKNOWN_TYPE),
        ("otpauth://totp/x?issuer=Amazon", Problem.NO_SECRET),
        ("otpauth://totp/x?secret=", Problem.NO_SECRET),
        ("otpauth://totp/x?secret=189", Problem.BAD_SECRET),
        (f"otpauth://totp/x?secret={KEY}&algorithm=MD5", Problem.BAD_ALGORITHM),
        (f"otpauth://totp/x?secret={KEY}&digits=5", Problem.BAD_DIGITS),
        (f"otpauth://totp/x?secret={KEY}&digits=10", Problem.BAD_DIGITS),
        (f"otpauth://totp/x?secret={KEY}&digits=six", Problem.BAD_DIGITS),
        (f"otpauth://totp/x?secret={KEY}&digits=６", Problem.BAD_DIGITS),
        (f"otpauth://totp/x?secret={KEY}&period=0", Problem.BAD_PERIOD),
        (f"otpauth://totp/x?secret={KEY}&period=-30", Problem.BAD_PERIOD),
        (f"otpauth://totp/x?secret={KEY}&period=" + "9" * 30, Problem.BAD_PERIOD),
        (f"otpauth://hotp/x?secret={KEY}", Problem.NO_COUNTER),
        (f"otpauth://hotp/x?secret={KEY}&counter={2**64}", Problem.BAD_COUNTER),
        (f"otpauth://totp/x?secret={KEY}&issuer=" + "x" * 8000, Problem.TOO_LONG),
    ],
)
def test_what_is_no_account_is_named(uri: str, problem: Problem) -> None:
    with pytest.raises(NotAnAccountError) as caught:
        read_uri(uri)
    assert caught.value.problem is problem
    assert KEY not in str(caught.value)


def test_a_secret_is_not_in_what_an_error_would_show() -> None:
    shown = repr(read_uri(f"otpauth://totp/x?secret={KEY}"))
    assert KEY not in shown
    assert repr(secret_of(KEY)) not in shown


TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Z"]), max_size=20)


@given(
    st.builds(
        OtpAccount,
        type=st.sampled_from([OtpType.TOTP]),
        issuer=TEXTS.filter(lambda text: text != "Steam"),
        name=TEXTS.filter(lambda text: ":" not in text),
        secret=st.binary(min_size=1, max_size=64),
        algorithm=st.sampled_from(Algorithm),
        digits=st.integers(6, 9),
        period=st.integers(1, 86400),
    )
)
def test_an_account_comes_back_from_its_address(account: OtpAccount) -> None:
    assert read_uri(uri_of(account)) == account


@pytest.mark.parametrize(
    "uri",
    [
        f"otpauth://hotp/A:b?secret={KEY}&counter=7&digits=8",
        f"otpauth://steam/Steam:b?secret={KEY}",
    ],
)
def test_other_accounts_come_back_too(uri: str) -> None:
    read = read_uri(uri)
    assert read_uri(uri_of(read)) == read


@given(st.text(max_size=100).map("otpauth://totp/{}".format))
def test_nothing_else_escapes(uri: str) -> None:
    with pytest.raises(NotAnAccountError):
        read_uri(uri)
