from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from torimodosu.recovery.twostep.account import OtpType, Problem
from torimodosu.recovery.twostep.base32 import key_of, secret_of
from torimodosu.recovery.twostep.exports.outcome import (
    ExportRead,
    Form,
    Refusal,
    RefusedError,
)
from torimodosu.recovery.twostep.typed import (
    Mistake,
    NotTypedError,
    Suspect,
    read_typed,
)

KEY = "JBSWY3DPEHPK3PXP"
URI = f"otpauth://totp/Amazon:taro?secret={KEY}&issuer=Amazon"


def mistake_in(text: str) -> NotTypedError:
    with pytest.raises(NotTypedError) as caught:
        read_typed(text)
    return caught.value


@pytest.mark.parametrize(
    "text",
    [
        KEY,
        "jbsw y3dp ehpk 3pxp",
        "JBSW-Y3DP-EHPK-3PXP",
        " JBSWY3DP\r\nEHPK3PXP\n",
        "JBSWY3DPEHPK3PXP======",
        "JBSWY3DPEHPK3PXP%3D%3D",
        "ＪＢＳＷ　Ｙ３ＤＰ　ＥＨＰＫ　３ＰＸＰ",
        "jbsw\u200by3dp\u00a0ehpk\t3pxp",
        f"Key: {KEY}",
        "セットアップキー：jbsw y3dp ehpk 3pxp",
    ],
)
def test_a_key_is_read_in_any_shape(text: str) -> None:
    read = read_typed(text)
    (account,) = read.accounts
    assert read.form is Form.TYPED_KEY
    assert account.secret == secret_of(KEY)
    assert (account.type, account.issuer, account.name) == (OtpType.TOTP, "", "")


@given(st.binary(min_size=10, max_size=64), st.integers(min_value=1, max_value=8))
def test_every_key_in_groups_gives_its_secret_back(secret: bytes, group: int) -> None:
    key = key_of(secret).lower()
    groups = [key[at : at + group] for at in range(0, len(key), group)]
    assert read_typed(" ".join(groups)).accounts[0].secret == secret


@pytest.mark.parametrize(
    ("text", "issuers"),
    [
        (URI, ["Amazon"]),
        (URI.replace("otpauth", "OTPAUTH"), ["Amazon"]),
        (f"The address is <{URI}>", ["Amazon"]),
        (f"1. {URI}\n2. {URI.replace('Amazon', 'My Shop')}", ["Amazon", "My Shop"]),
        (f"steam://{KEY}", ["Steam"]),
    ],
)
def test_addresses_are_found_among_words(text: str, issuers: list[str]) -> None:
    assert [account.issuer for account in read_typed(text).accounts] == issuers


def test_the_text_of_an_export_is_read() -> None:
    text = (
        '{"schemaVersion": 4, "services": [{"name": "Shop", "secret": "'
        + KEY
        + '", "otp": {"tokenType": "TOTP"}}]}'
    )
    assert read_typed(text).form is Form.TWO_FAS
    with pytest.raises(RefusedError) as refused:
        read_typed('{"anything": "else"}')
    assert refused.value.reason is Refusal.NOT_AN_EXPORT


MISTAKES: Mapping[str, Mistake] = {
    "": Mistake.EMPTY,
    " \n ": Mistake.EMPTY,
    "----": Mistake.EMPTY,
    "Key:": Mistake.EMPTY,
    "123 456": Mistake.CODE,
    "８７６５４３２１": Mistake.CODE,
    "JBSW Y3DP": Mistake.TOO_SHORT,
    "password": Mistake.TOO_SHORT,
    "A" * 3000: Mistake.TOO_LONG,
    "A" * 300_000: Mistake.TOO_LONG,
    "どこにありますか": Mistake.WRONG_CHARACTERS,
    "otpauth://totp/Shop:taro": Mistake.BROKEN_ADDRESS,
    "otpauth-migration://offline?data=AAAA": Mistake.BROKEN_ADDRESS,
}


@pytest.mark.parametrize("text", MISTAKES, ids=lambda text: text[:20])
def test_what_is_no_key_says_why(text: str) -> None:
    assert mistake_in(text).mistake is MISTAKES[text]


def test_an_address_without_a_key_says_what_it_lacks() -> None:
    assert mistake_in("otpauth://totp/Shop:taro").problem is Problem.NO_SECRET


def test_characters_that_are_easily_taken_for_others_are_pointed_at() -> None:
    found = mistake_in("jb5w 0y1d 8hpk 9pxp ?")
    assert found.mistake is Mistake.WRONG_CHARACTERS
    assert found.suspects == (
        Suspect(place=5, typed="0", meant=("O",)),
        Suspect(place=7, typed="1", meant=("I", "L")),
        Suspect(place=9, typed="8", meant=("B",)),
        Suspect(place=13, typed="9", meant=("G",)),
        Suspect(place=17, typed="?", meant=()),
    )


def test_a_web_address_is_told_and_not_opened() -> None:
    found = mistake_in("https://www.amazon.co.jp/a/settings?x=otp")
    assert (found.mistake, found.host) == (Mistake.WEB_ADDRESS, "www.amazon.co.jp")


def outcome_of(text: str) -> ExportRead | NotTypedError | RefusedError:
    try:
        return read_typed(text)
    except (NotTypedError, RefusedError) as error:
        return error


@pytest.mark.parametrize(
    "text",
    [URI.replace("totp/", "totp/\ud800"), '{"\ud800', "<?xml version='1.0'?>\ud800"],
)
def test_half_a_character_does_no_harm(text: str) -> None:
    outcome_of(text)


@given(st.text(max_size=200))
def test_any_text_is_an_account_or_a_mistake(text: str) -> None:
    outcome = outcome_of(text)
    assert not isinstance(outcome, ExportRead) or outcome.accounts


@pytest.mark.parametrize("text", [KEY, f"{KEY}!", URI, URI.replace("totp/", "x/")])
def test_nothing_that_came_of_it_shows_the_key(text: str) -> None:
    assert KEY not in f"{outcome_of(text)!r}{outcome_of(text)}"
