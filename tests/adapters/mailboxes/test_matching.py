from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from torimodosu.adapters.mailboxes.matching import Matcher
from torimodosu.recovery.mail.search import Wanted

MATCHER = Matcher(
    Wanted(
        domains=("midoriya.example", "shop.example", "01pay.test", "bank24.test"),
        names=("アマゾン", "Midoriya", "7-イレブン", "café"),
    )
)
CHARSETS = ("utf-8", "iso-2022-jp", "shift_jis", "euc-jp", "utf-16", "", "us-ascii")


@pytest.mark.parametrize(
    "text",
    [
        "MIDORIYA",
        "ｍｉｄｏｒｉｙａ",
        "ＭidoriＹa",
        "アマゾンから",
        "ｱﾏｿﾞﾝ",
        "アマソ\u3099ン",
        "7-イレブン",
        "７-ｲﾚﾌﾞﾝ",
        "https://www.shop.example/cart",
        "anna@mail.shop.example",
        "shop.exampleです",
        "visit shop.example.",
        "CAFE\u0301",
        "mail.01PAY.test",
        "０１pay.test",
        "Bank２４.test",
        "ＢＡＮＫ24.test",
        "MIDORIYAから",
        "はmidoriyaです",
        "midoriya.co.jp",
        "non-Midoriya",
        "midoriya2026",
        "midoriyaaws.test and Midoriya",
    ],
)
@pytest.mark.parametrize("charset", CHARSETS)
def test_a_text_names_what_is_wanted(text: str, charset: str) -> None:
    assert MATCHER.in_text(text)
    raw = f"先日の ① {text} <b>".encode(charset or "utf-8", "replace")
    if "?" not in raw.decode(charset or "utf-8"):
        assert MATCHER.in_bytes(raw, charset.encode())


@pytest.mark.parametrize(
    "text",
    [
        "",
        "アマ ゾン",
        "アマ<br>ゾン",
        "midori ya",
        "midoriyaaws.test",
        "s3.midoriyaaws.test",
        "https://a.midoriyases.test/b",
        "newmidoriya",
        "MidoriyaPay",
        "notshop.example",
        "shop.example.evil.test",
        "shop.examples",
        "7-ELEVEN",
        "㌀㍇",
        "pay.test",
        "101pay.test",
        "bank.test",
        "01pay.test.jp",
    ],
)
@pytest.mark.parametrize("charset", CHARSETS)
def test_another_text_does_not(text: str, charset: str) -> None:
    assert not MATCHER.in_text(text)
    raw = f"本日 {text} ＡＢＣ".encode(charset or "utf-8", "replace")
    assert not MATCHER.in_bytes(raw, charset.encode())


@pytest.mark.parametrize("codec", ["utf-8", "iso2022_jp", "cp932", "euc_jp"])
@pytest.mark.parametrize("charset", ["us-ascii", "iso-8859-1", "utf-8", "", "none"])
def test_a_wrongly_declared_charset_hides_nothing(codec: str, charset: str) -> None:
    assert MATCHER.in_bytes("毎度アマゾンです。".encode(codec), charset.encode())


def test_half_width_kana_in_iso_2022_jp_are_seen() -> None:
    kana = bytes(byte & 127 for byte in "ｱﾏｿﾞﾝ".encode("cp932"))
    assert MATCHER.in_bytes(b"x \x1b(I" + kana + b"\x1b(B \x1b$B\x1b(B", b"iso-2022-jp")


TEXT = st.text(
    alphabet="アマゾンｱﾏｿﾞ\u3099midoryaＭ𝐦Ⓐé\u0301 <.-7ﾝイレブ㌀ß", max_size=30
)


@given(TEXT, st.sampled_from(["utf-8", "utf-16", ""]))
def test_looking_at_bytes_first_misses_nothing(text: str, charset: str) -> None:
    raw = text.encode(charset or "utf-8")
    assert MATCHER.in_bytes(raw, charset.encode()) is MATCHER.in_text(text)


@given(st.binary(max_size=200), st.sampled_from([*CHARSETS, "gb2312", "utf-7"]))
def test_no_bytes_are_too_broken_to_look_at(raw: bytes, charset: str) -> None:
    assert MATCHER.in_bytes(raw, charset.encode()) in (True, False)


@pytest.mark.parametrize(
    "text",
    [
        "MidoriyaPay",
        "Midoriya",
        "midoriyapay.",
        "MidoriyaPay <x@y.test>",
        "アマゾンペイ",
    ],
)
def test_a_headline_may_run_a_name_together_with_another_word(text: str) -> None:
    assert MATCHER.in_headline(text)
    assert MATCHER.in_headline(f"{text}\nsubject")


@pytest.mark.parametrize(
    "text",
    ["a@midoriyaaws.test", "x@sns.midoriyax1aws.test", "newmidoriya", "your midori"],
)
def test_a_host_that_begins_like_a_name_is_another_host(text: str) -> None:
    assert not MATCHER.in_headline(text)


def test_nothing_is_wanted_where_nothing_is_named() -> None:
    nothing = Matcher(Wanted(domains=(), names=("",)))
    assert not nothing.in_text("anything")
    assert not nothing.in_bytes("何か".encode(), b"utf-8")


JANUARY = datetime(2018, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("since", "until", "inside"),
    [
        (None, None, True),
        (JANUARY, None, True),
        (JANUARY + timedelta(days=9), None, False),
        (None, JANUARY, False),
        (JANUARY, JANUARY + timedelta(days=9), True),
        (JANUARY.replace(tzinfo=None), None, True),
        (datetime(2018, 1, 2, 12, 4, 6, tzinfo=timezone(timedelta(hours=9))),) * 2
        + (False,),
    ],
)
def test_a_mail_outside_of_the_wanted_time_is_left_out(
    since: datetime | None, until: datetime | None, *, inside: bool
) -> None:
    wanted = Wanted(domains=(), names=("x",), since=since, until=until)
    date = datetime(2018, 1, 2, 12, 4, 5, tzinfo=timezone(timedelta(hours=9)))
    assert Matcher(wanted).in_window(date) is inside


def test_a_mail_without_a_readable_date_is_kept() -> None:
    wanted = Wanted(domains=(), names=("x",), since=JANUARY)
    assert Matcher(wanted).in_window(None)
