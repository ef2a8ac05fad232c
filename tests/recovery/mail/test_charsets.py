"""Which charset a text is in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from torimodosu.recovery.mail.charset_names import canonical, decode_as
from torimodosu.recovery.mail.charsets import decode, japanese_share
from torimodosu.recovery.mail.problem import Problem

TEXT = "Amazon.co.jp ご注文の確認。ありがとうございます ①㈱ 合計 ￥1,234"
KANJI = "注文確認"
WESTERN = ["It’s “here”…", "Café über naïve façade", "Größe ändern für Müller", "£ 5 é"]


@pytest.mark.parametrize(
    ("name", "charset"),
    [
        ("Shift_JIS", "cp932"),
        ("x-sjis", "cp932"),
        ("Windows-31J", "cp932"),
        ("ISO-2022-JP-MS", "iso-2022-jp"),
        ("cp50221", "iso-2022-jp"),
        ("eucJP-ms", "euc-jp"),
        ("x-euc-jp", "euc-jp"),
        ("GB2312", "gb18030"),
        ("gb_2312-80", "gb18030"),
        ("ks_c_5601-1987", "cp949"),
        ("Big5", "big5hkscs"),
        ("ISO-8859-1", "cp1252"),
        ("iso-8859-15", "iso8859_15"),
        ("windows-1251", "cp1251"),
        ("KOI8-R", "koi8_r"),
        ("US-ASCII", "ascii"),
        ("UTF8", "utf_8"),
        ('"utf-8"', "utf_8"),
        ("utf-8; format=flowed", "utf_8"),
        ('3D"utf-8"', "utf_8"),
        ("=3DUTF-8", "utf_8"),
        ("unicode-1-1-utf-7", "utf_7"),
        ("utf-16le", "utf_16_le"),
        ("macintosh", "mac_roman"),
    ],
)
def test_the_names_that_mailers_use_are_known(name: str, charset: str) -> None:
    assert canonical(name) == charset
    assert decode_as(b"", charset) == ""


@pytest.mark.parametrize(
    "name",
    [
        "",
        "x-unknown",
        "unknown-8bit",
        "zlib",
        "punycode",
        "idna",
        "unicode_escape",
        "undefined",
        "rot13",
        "..\\x",
        "a" * 1000,
        "é",
        "\x00",
    ],
)
def test_other_names_are_unknown(name: str) -> None:
    assert canonical(name) == ""


@pytest.mark.parametrize("encoding", ["utf-8", "cp932"])
@pytest.mark.parametrize(
    "declared",
    ["", "us-ascii", "iso-8859-1", "Shift_JIS", "euc-jp", "iso-2022-jp", "utf-8", "x"],
)
def test_japanese_is_recognised_whatever_is_declared(
    encoding: str, declared: str
) -> None:
    assert decode(TEXT.encode(encoding), declared).text == TEXT


@pytest.mark.parametrize("declared", ["", "iso-8859-1", "Shift_JIS", "euc-jp", "utf-8"])
@pytest.mark.parametrize("encoding", ["euc_jp", "iso2022_jp", "cp932", "utf-8"])
def test_a_few_kanji_are_enough(encoding: str, declared: str) -> None:
    assert decode(KANJI.encode(encoding), declared).text == KANJI


@pytest.mark.parametrize("declared", ["", "iso-8859-1", "windows-1252", "us-ascii"])
@pytest.mark.parametrize("text", WESTERN)
def test_western_text_is_not_taken_for_japanese(text: str, declared: str) -> None:
    assert decode(text.encode("cp1252"), declared).text == text


@pytest.mark.parametrize(
    ("text", "encoding", "declared"),
    [
        ("Привет, мир", "koi8_r", "KOI8-R"),
        ("Привет, мир", "cp1251", "windows-1251"),
        ("您的订单已确认", "gb18030", "gb2312"),
        ("注文の確認", "gb18030", "gb2312"),
        ("訂單確認", "big5", "big5"),
        ("주문 확인", "cp949", "euc-kr"),
        ("Größe", "utf-7", "utf-7"),
        ("注文", "utf-16", "utf-16"),
        ("文", "hz", "hz-gb-2312"),
        ("ｱﾏｿﾞﾝ", "cp932", "shift_jis"),
    ],
)
def test_other_charsets_are_believed(text: str, encoding: str, declared: str) -> None:
    reading = decode(text.encode(encoding), declared)
    assert (reading.text, reading.problems) == (text, ())


@pytest.mark.parametrize(
    ("raw", "declared", "problems"),
    [
        (b"plain", "", ()),
        (b"plain", "x-unknown", ()),
        (TEXT.encode(), "", ()),
        (TEXT.encode("cp932"), "", (Problem.CHARSET_MISSING,)),
        (TEXT.encode("cp932"), "x-unknown", (Problem.CHARSET_UNKNOWN,)),
        (TEXT.encode("cp932"), "utf-8", (Problem.CHARSET_WRONG,)),
        (TEXT.encode(), "iso-2022-jp", (Problem.CHARSET_WRONG,)),
        (KANJI.encode("iso2022_jp"), "utf-8", (Problem.CHARSET_WRONG,)),
        (f"{TEXT}円".encode()[:-1], "utf-8", (Problem.BYTES_REPLACED,)),
        (b"caf\xe9", "utf-8", (Problem.CHARSET_WRONG,)),
        ("é".encode() + b"\xff", "utf-8", (Problem.BYTES_REPLACED,)),
    ],
)
def test_what_was_mended_is_told(
    raw: bytes, declared: str, problems: tuple[Problem, ...]
) -> None:
    assert decode(raw, declared).problems == problems


def test_a_cut_character_at_the_end_costs_nothing_else() -> None:
    assert decode(TEXT.encode()[:-2]).text.startswith(TEXT[:-2])
    assert decode((TEXT + "円").encode("cp932")[:-1]).text.startswith(TEXT)


def test_a_byte_order_mark_is_no_text() -> None:
    assert decode(b"\xef\xbb\xbfA", "utf-8").text == "A"


def test_surrogates_never_get_out() -> None:
    assert decode(b"+2AA-x", "utf-7").text == "\ufffdx"


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("注文", 1),
        ("注文 abc ください", 1),
        ("A、山", 1),
        ("it痴", 0),
        ("塔ello注文", 2 / 3),
        ("éa注文", 2 / 3),
        ("ｱﾏ", 0.5),
        ("abc", 0),
        ("", 0),
    ],
)
def test_runs_of_common_signs_are_natural(text: str, share: float) -> None:
    assert japanese_share(text) == share


NAMES = ["", "utf-8", "shift_jis", "euc-jp", "iso-2022-jp", "gb2312", "utf-7", "x"]
NAMES += ["iso-8859-1", "us-ascii", "big5", "koi8-r", "utf-16", "hz", "iso-2022-kr"]


@given(st.binary(), st.sampled_from(NAMES) | st.text(max_size=20))
def test_any_bytes_are_decoded(raw: bytes, declared: str) -> None:
    decode(raw, declared).text.encode()


@given(st.text(), st.sampled_from(["utf-8", "utf-16", "utf-7", "gb18030"]))
def test_what_is_encoded_as_declared_comes_back(text: str, charset: str) -> None:
    reading = decode(text.encode(charset), charset)
    readable = text.removeprefix("\ufeff")
    if charset == "utf-8" or reading.problems == ():
        assert reading.text in {text, readable} or "\x1b" in text
