"""Encoded words, as they are and as they should be."""

import base64
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from torimodosu.recovery.mail.words import decode_words, header_text, unfold


def word(raw: bytes, charset: str = "UTF-8") -> str:
    return f"=?{charset}?B?{base64.b64encode(raw).decode()}?="


SPLIT = "ご注文".encode()
JIS = "注文".encode("iso2022_jp")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("plain", "plain"),
        ("=?UTF-8?B?44GU?= x", "ご x"),
        ("a =?utf-8?q?=E3=81=94_b?= c", "a ご b c"),
        ("=?UTF-8?B?44GU?= =?UTF-8?B?44GU?=", "ごご"),
        ("=?UTF-8?B?44GU?==?UTF-8?B?44GU?=", "ごご"),
        ("=?UTF-8?B?44GU?=x=?UTF-8?B?44GU?=", "ごxご"),
        ("=?UTF-8?B?44GU?= =?ISO-2022-JP?B?GyRCJDQbKEI=?=", "ごご"),
        ("=?UTF-8?B?44GU?=\u3000=?UTF-8?B?44GU?=", "ご\u3000ご"),
        (f"{word(SPLIT[:4])} {word(SPLIT[4:])}", "ご注文"),
        (f"{word(SPLIT[:4])}  {word(SPLIT[4:])}", "ご注文"),
        (f"{word(JIS[:5], 'ISO-2022-JP')} {word(JIS[5:], 'ISO-2022-JP')}", "注文"),
        ("=?UTF-8?B?44G?= =?UTF-8?B?U5r?= =?UTF-8?B?Oo?=", "ご注"),
        ("=?UTF-8?B?44GU", "ご"),
        ("=?UTF-8?B?44GU x", "ご x"),
        ("=?UTF-8?B?44GU =?UTF-8?B?44GU?=", "ごご"),
        ("=?UTF-8?Q?a b c?=", "a b c"),
        ("=?UTF-8?Q?Really??=", "Really?"),
        ("=?UTF-8?Q?=3F=3D?=", "?="),
        ("=?UTF-8?Q?100%_=zz?=", "100% =zz"),
        ("=?UTF-8?Q?ご注文?=", "ご注文"),
        ("=?UTF-8*ja?B?44GU?=", "ご"),
        ("=?Shift_JIS?B?h0A=?=", "①"),
        ("=?ISO-2022-JP?B?GyRCLSEbKEI=?=", "①"),
        ("=?gb2312?B?16Kyu7XEyLfIzw==?=", b"\xd7\xa2\xb2\xbb\xb5\xc4\xc8\xb7\xc8\xcf"),
        ("=?x-unknown?B?44GU?=", "ご"),
        ("=?UTF-8?X?44GU?=", "=?UTF-8?X?44GU?="),
        ("=?UTF-8?B??=", ""),
        ("=??=", "=??="),
        ("a=?b", "a=?b"),
    ],
)
def test_words_are_decoded(value: str, text: str | bytes) -> None:
    expected = text if isinstance(text, str) else text.decode("gb18030")
    assert decode_words(value) == expected


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b" a\r\n b\n\tc\r d ", "a b c d"),
        (b"=?UTF-8?B?44GU?=\r\n =?UTF-8?B?44GU?=", "ごご"),
        (b'"=?UTF-8?B?44GU?="', '"ご"'),
        (b"=?UTF-8?B?44\r\n GU?=", "ご"),
        ("ご注文".encode(), "ご注文"),
        ("ご注文の確認".encode("cp932"), "ご注文の確認"),
        ("ご注文の確認".encode("euc_jp"), "ご注文の確認"),
        ("ご注文の確認".encode("iso2022_jp"), "ご注文の確認"),
        ("注文 ".encode() + b"=?UTF-8?B?44GU?=", "注文 ご"),
        (b"a\0b\x07c", "a b c"),
        (b"=?UTF-8?B?AAAK?=", ""),
    ],
)
def test_raw_values_become_text(raw: bytes, text: str) -> None:
    assert header_text(raw) == text


def test_raw_text_may_be_in_a_named_charset() -> None:
    assert unfold(b"\xcb\xe0", "koi8-r") == b"\xcb\xe0".decode("koi8_r")


safe_text = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=60)


@given(safe_text, st.integers(min_value=1, max_value=40))
def test_words_cut_at_any_byte_come_back(text: str, size: int) -> None:
    raw = text.encode()
    chunks = [raw[at : at + size] for at in range(0, len(raw), size)]
    folded = "\r\n ".join(word(chunk) for chunk in chunks)
    expected = text.removeprefix("\ufeff").strip()
    assert header_text(folded.encode()) == expected


@given(safe_text, st.integers(min_value=1, max_value=40))
def test_base64_cut_at_any_sign_comes_back(text: str, size: int) -> None:
    whole = base64.b64encode(text.encode()).decode().rstrip("=")
    chunks = re.findall(f".{{1,{size}}}", whole)
    folded = " ".join(f"=?UTF-8?B?{chunk}?=" for chunk in chunks)
    assert header_text(folded.encode()) == text.removeprefix("\ufeff").strip()


@given(
    st.lists(st.sampled_from(["=?", "?=", "?", "B", "Q", "UTF-8", "=", " ", "44GU"]))
)
def test_any_pieces_of_words_are_read(pieces: list[str]) -> None:
    decode_words("".join(pieces)).encode()


@given(st.binary())
def test_any_value_is_read(raw: bytes) -> None:
    header_text(raw).encode()
