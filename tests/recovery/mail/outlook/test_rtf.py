"""RTF as Outlook keeps it."""

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.recovery.mail.outlook.writing import packed_rtf
from torimodosu.recovery.mail.outlook.rtf_packing import unpack_rtf
from torimodosu.recovery.mail.outlook.rtf_text import read_rtf

# The examples of [MS-OXRTFCP] 4.1.
SIMPLE = bytes.fromhex(
    "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af3"
    "2068656c090020627705b06c647d0a800fa0"
)
CROSSING = bytes.fromhex("1a0000001c0000004c5a4675e2d44b51410004205758595a0d6e7d010eb0")


@pytest.mark.parametrize(
    ("raw", "rtf"),
    [
        (SIMPLE, b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n"),
        (CROSSING, b"{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}"),
        (struct.pack("<II4sI", 16, 4, b"MELA", 0) + b"{\\x}more", b"{\\x}"),
        (b"", b""),
        (b"LZFu", b""),
        (struct.pack("<II4sI", 16, 4, b"????", 0) + b"{\\x}", b""),
    ],
)
def test_rtf_is_unpacked(raw: bytes, rtf: bytes) -> None:
    assert unpack_rtf(raw, 1000) == rtf


def test_no_more_is_unpacked_than_asked_for() -> None:
    assert unpack_rtf(packed_rtf(b"x" * 5000), 100) == b"x" * 100


def test_a_reference_to_what_was_never_written_is_blank() -> None:
    raw = struct.pack("<II4sI", 16, 4, b"LZFu", 0) + b"\1\xff\x02"
    assert unpack_rtf(raw, 1000) == b"    "


@given(st.binary(max_size=2000), st.integers(0, 3000))
def test_unpacking_raises_nothing(raw: bytes, most: int) -> None:
    packed = struct.pack("<II4sI", len(raw), 2500, b"LZFu", 0) + raw
    assert len(unpack_rtf(packed, most)) <= most


@pytest.mark.parametrize(
    ("rtf", "text"),
    [
        (rb"{\rtf1 Hello\par world}", "Hello\nworld"),
        (rb"{\rtf1\ansicpg932 \'8d\'87\'8cv}", "合計"),
        (rb"{\rtf1{\fonttbl{\f3\fcharset128 x;}}\f3 \'8d\'87\'8cv\'81\'5c}", "合計―"),
        (rb"{\rtf1\uc2 \u21512\'8d\'87\u35336 ??!}", "合計!"),
        (rb"{\rtf1\uc0 \u-10179\u-8704 x}", "\U0001f600x"),
        (rb"{\rtf1 \u-10179 ?}", "\ufffd"),
        (rb"{\rtf1 a{\*\unknown b}c{\colortbl\red0;}d\{\}\\}", "acd{}\\"),
        (rb"{\rtf1 left{\pict 0102}{\stylesheet x}\tab right\~}", "left\tright\xa0"),
        (rb"{\rtf1 a" + b"{" * 2000 + b"b" + b"}" * 2000 + b"c}", "abc"),
        (b"{\\rtf1 a\\\nb\0}}}}c", "a\nbc"),
        (b"", ""),
        (b"no rtf at all", "no rtf at all"),
    ],
)
def test_rtf_is_read_as_text(rtf: bytes, text: str) -> None:
    assert read_rtf(rtf).text == text
    assert not read_rtf(rtf).is_html


def test_html_in_rtf_is_taken_out() -> None:
    rtf = (
        rb"{\rtf1\ansi\fromhtml1{\*\htmltag64 <p class=\'22a\'22>}"
        rb"\htmlrtf {\b \htmlrtf0 bold\htmlrtf }\htmlrtf0\par"
        rb"{\*\mhtmltag84 <a href=cid:1>}{\*\htmltag84 &nbsp;}\htmlrtf ~\htmlrtf0 "
        rb"{\*\htmltag72 </p>}}"
    )
    found = read_rtf(rtf)
    assert found.is_html
    assert found.text == '<p class="a">bold\n&nbsp;</p>'


@given(st.text(alphabet="{}\\'*uf1 28d-\r\n\0aé", max_size=300))
def test_reading_rtf_raises_nothing(rtf: str) -> None:
    read_rtf(b"{\\rtf1\\fromhtml1" + rtf.encode()).text.encode()
