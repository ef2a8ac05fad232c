import pytest
from hypothesis import given
from hypothesis import strategies as st

from torimodosu.recovery.twostep.account import OtpType, Problem
from torimodosu.recovery.twostep.exports.outcome import (
    Form,
    Refusal,
    RefusedError,
    Unusable,
)
from torimodosu.recovery.twostep.exports.reading import read_export
from torimodosu.recovery.twostep.exports.spreadsheets import read_spreadsheet
from torimodosu.recovery.twostep.otpauth import read_uri

KEY = "JBSWY3DPEHPK3PXP"
URI = f"otpauth://totp/Amazon:taro?secret={KEY}&issuer=Amazon"
SHOP = read_uri(URI)


@pytest.mark.parametrize(
    "text",
    [
        # KeePassXC, LastPass, 1Password, Dashlane, Proton Pass, and any other.
        f'"Group","Title","Username","Password","TOTP"\n"R","x","y","z","{URI}"\n',
        f"url,username,password,totp,extra,name\nu,taro,p,{KEY},,Amazon\n",
        f"Title,Url,Username,Password,OTPAuth\nAmazon,u,taro,p,{URI}\n",
        f"username,title,password,otpSecret\ntaro,Amazon,p,{KEY}\n",
        f"type,name,url,email,username,totp\nlogin,Amazon,u,taro,,{KEY}\n",
        f"a,b,c\n1,,\n2,{URI},x\n",
        f'title,username,note,totp\r\nAmazon,taro,"two\r\nlines",{KEY}\r\n',
        f"Title,User Name,TimeOtp-Secret-Base32,Group\nAmazon,taro,{KEY},x\n",
        f"name;username;totp\nAmazon;taro;{KEY}\n",
        f"name\tusername\ttotp\nAmazon\ttaro\t{KEY}\n",
        f"sep=;\r\n Name ; Username ; ＴＯＴＰ \r\nAmazon;taro;{KEY}\r\n",
    ],
)
def test_the_codes_in_any_spreadsheet_are_read(text: str) -> None:
    read = read_export(text.encode())
    assert (read.form, read.accounts) == (Form.SPREADSHEET, (SHOP,))


def test_logins_without_a_code_are_no_accounts() -> None:
    text = f"name,username,totp\nfirst,a,\nAmazon,taro,{KEY}\nlast,b,1\nshort\n"
    read = read_export(text.encode())
    assert read.accounts == (SHOP,)
    assert read.unusable == (Unusable(entry=2, problem=Problem.BAD_SECRET),)


def test_counted_codes_of_keepass_are_read() -> None:
    head = "Title,User Name,HmacOtp-Secret-Base32,HmacOtp-Counter,Group"
    (account,) = read_export(f"{head}\nx,y,{KEY},4,z\n".encode()).accounts
    assert (account.type, account.counter) == (OtpType.HOTP, 4)


@pytest.mark.parametrize(
    "text", ["name,username,totp\na,b,\n", "Title,TimeOtp-Secret-Base32\nx,\n"]
)
def test_a_spreadsheet_without_any_code_says_so(text: str) -> None:
    with pytest.raises(RefusedError) as caught:
        read_export(text.encode())
    assert caught.value.form in (Form.SPREADSHEET, None)
    assert caught.value.reason in (Refusal.NO_ACCOUNTS, Refusal.NOT_AN_EXPORT)


def test_other_tables_hold_no_codes() -> None:
    assert read_spreadsheet("name,amount\nx,1\n") is None
    assert read_spreadsheet("") is None
    assert read_spreadsheet("a,b\n" + "x" * 200_000 + ",y\n") is None


@given(st.text(alphabet='abtop,"\n\r\0 :/', max_size=200))
def test_no_text_escapes(text: str) -> None:
    try:
        read = read_spreadsheet(f"totp,{text}")
    except RefusedError as error:
        assert error.form is not None  # noqa: PT017 -- either is right
    else:
        assert read is None or read.form is Form.SPREADSHEET
