from base64 import b64encode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from torimodosu.adapters.mailboxes.headers import (
    Headline,
    field,
    headline,
    sender,
    split,
    words,
)

SHOP = "みどりや電器からのお知らせ"


def encoded_word(text: bytes, charset: bytes) -> bytes:
    return b"=?%s?B?%s?=" % (charset, b64encode(text))


@pytest.mark.parametrize(
    ("mail", "header", "body"),
    [
        (b"A: b\n\nbody", b"\nA: b\n", b"body"),
        (b"A: b\r\n\r\nbody", b"\nA: b\r\n", b"body"),
        (b"A: b\nC: d\r\n\r\nbody", b"\nA: b\nC: d\r\n", b"body"),
        (b"A: b\r\nC: d\n\nbody\r\n\r\n", b"\nA: b\r\nC: d\n", b"body\r\n\r\n"),
        (b"A: b\n", b"\nA: b\n", b""),
        (b"A: b", b"\nA: b", b""),
        (b"", b"\n", b""),
        (b"\nbody", b"\n", b"\nbody"),
        (b"no header at all\n\nbody", b"\n", b"no header at all\n\nbody"),
        (b">From - Tue Jan\nA: b\n\nbody", b"\n>From - Tue Jan\nA: b\n", b"body"),
    ],
)
def test_a_mail_is_split_at_its_first_empty_line(
    mail: bytes, header: bytes, body: bytes
) -> None:
    found, start = split(b"xx" + mail, 2, 2 + len(mail))
    assert (found, (b"xx" + mail)[start:]) == (header, body)


def test_a_headline_has_what_is_missing_as_nothing() -> None:
    header = b"\nFrom: Shop <a@b.example>\nDate: Tue, 2 Jan 2018 12:04:05 +0900\n"
    shop = Headline("Shop <a@b.example>", "", "Tue, 2 Jan 2018 12:04:05 +0900")
    assert headline(header) == shop
    assert headline(b"\n") == Headline("", "", "")
    named = b"\nSubject: " + encoded_word(SHOP.encode(), b"utf-8") + b"\n"
    assert headline(named).text == f"\n{SHOP}"


@pytest.mark.parametrize(
    ("header", "value"),
    [
        (b"\nFrom: a\n", b"a"),
        (b"\nfrom: a\n", b"a"),
        (b"\nFROM :a\r\n", b"a"),
        (b"\nFrom: a\n b\n\tc\nTo: d\n", b"a\n b\n\tc"),
        (b"\nFrom: a\nFrom: b\n", b"a"),
        (b"\nX-From: a\n", b""),
        (b"\nTo: x\n From: a\n", b""),
        (b"\nFrom:\n", b""),
        (b"\nFrom: a", b"a"),
        (b"\nFrom: a\n ", b"a"),
        (b"\nReceived: x\r\nFrom: a\r\n b\r\nTo: c\r\n", b"a\r\n b"),
    ],
)
def test_a_field_is_found_however_it_is_written(header: bytes, value: bytes) -> None:
    assert field(header, b"From") == value


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (b"plain", "plain"),
        (encoded_word(SHOP.encode(), b"UTF-8"), SHOP),
        (encoded_word(SHOP.encode("iso2022_jp"), b"ISO-2022-JP"), SHOP),
        (encoded_word(SHOP.encode("cp932"), b"Shift_JIS"), SHOP),
        (encoded_word(SHOP.encode("euc_jp"), b"euc-jp"), SHOP),
        (encoded_word("①㈱".encode("cp932"), b"shift_jis"), "①㈱"),
        (encoded_word("亜〇".encode("gb18030"), b"gb2312"), "亜〇"),
        (b"=?utf-8?Q?caf=C3=A9_au_lait?=", "café au lait"),
        (b"=?utf-8*ja?Q?a?=", "a"),
        (b"=?utf-8?B?44G/?= =?utf-8?B?44Gp?=", "みど"),
        (b"=?utf-8?B?44G/?=\r\n =?utf-8?Q?=E3=81=A9?=", "みど"),
        (b"=?utf-8?B?44G/?= and =?utf-8?B?44Gp?=", "み and ど"),
        (b"Re: =?utf-8?B?44G/?=", "Re: み"),
        (b"=?utf-8?B?44G/?= <a@b.example>", "み <a@b.example>"),
        (b"=?utf-8?B?44G?=", "\ufffd"),
        (b"=?utf-8?B?!!?=x", "x"),
        (b"=?no-such-set?B?44G/?=", "み"),
        (b"=?hex?B?44G/?=", "み"),
        (b"=?utf-8?X?abc?=", "=?utf-8?X?abc?="),
        (b"a\r\n b\r\n\tc", "a b c"),
        (SHOP.encode(), SHOP),
        (SHOP.encode("cp932"), SHOP),
        (SHOP.encode("euc_jp"), SHOP),
        (SHOP.encode("iso2022_jp"), SHOP),
    ],
)
def test_a_value_is_decoded(value: bytes, text: str) -> None:
    assert words(value) == text


@pytest.mark.parametrize("charset", ["UTF-8", "EUC-JP", "Shift_JIS"])
@given(cut=st.integers(1, 25))
def test_words_may_be_split_inside_a_character(charset: str, cut: int) -> None:
    raw = SHOP.encode(charset)
    name = charset.encode()
    value = encoded_word(raw[:cut], name) + b"\r\n " + encoded_word(raw[cut:], name)
    assert words(value) == SHOP


PIECES = [
    *(b"=?", b"?=", b"utf-8", b"utf-7", b"?B?", b"?q?", b"=", b"A", b" "),
    *(b"\n ", b"\xe3", b"\x1b$B", b"\x00"),
]


@given(st.lists(st.sampled_from(PIECES)))
def test_no_bytes_are_too_broken_to_decode(pieces: list[bytes]) -> None:
    assert isinstance(words(b"".join(pieces)), str)


@pytest.mark.parametrize("length", [20, 4_000])
def test_a_sender_is_decoded_like_any_other_field(length: int) -> None:
    value = "取".encode("shift_jis") * length + b" <info@a.example>"
    assert sender(value) == sender(value) == words(value)
