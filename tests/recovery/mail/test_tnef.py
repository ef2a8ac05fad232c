"""The winmail.dat of Outlook."""

import struct
from collections.abc import Iterable

import pytest
import tnefparse  # type: ignore[import-untyped]
from hypothesis import given
from hypothesis import strategies as st

from torimodosu.recovery.mail.problem import Problem
from torimodosu.recovery.mail.reader import read_message
from torimodosu.recovery.mail.tnef import Tnef, read_tnef

BODY, RTF, HTML, CODEPAGE = 0x1000, 0x1009, 0x1013, 0x3FDE
FILE_NAME, LONG_FILE_NAME = 0x3704, 0x3707


def attribute(number: int, value: bytes, level: int = 1) -> bytes:
    checksum = sum(value) & 0xFFFF
    head = struct.pack("<BII", level, number, len(value))
    return head + value + struct.pack("<H", checksum)


def padded(value: bytes) -> bytes:
    return value + b"\0" * (-len(value) % 4)


def text(tag: int, value: str) -> bytes:
    raw = f"{value}\0".encode("utf-16le")
    return struct.pack("<HHII", 0x1F, tag, 1, len(raw)) + padded(raw)


def binary(tag: int, raw: bytes) -> bytes:
    return struct.pack("<HHII", 0x102, tag, 1, len(raw)) + padded(raw)


def number(tag: int, value: int) -> bytes:
    return struct.pack("<HHI", 3, tag, value)


def properties(found: Iterable[bytes]) -> bytes:
    values = list(found)
    return struct.pack("<I", len(values)) + b"".join(values)


def tnef(*attributes: bytes) -> bytes:
    version = attribute(0x00089006, struct.pack("<I", 0x10000))
    codepage = attribute(0x00069007, struct.pack("<II", 932, 0))
    return b"\x78\x9f\x3e\x22\x01\x00" + version + codepage + b"".join(attributes)


def message(*found: bytes) -> bytes:
    return attribute(0x00069003, properties(found))


def file(title: bytes, *found: bytes) -> bytes:
    return (
        attribute(0x00069002, b"\1" * 14, 2)
        + attribute(0x00018010, title, 2)
        + attribute(0x00069005, properties(found), 2)
    )


FILES = tnef(
    message(text(BODY, "ご注文の確認"), number(0x0E08, 7)),
    file(b"RECEIPT~1.PDF\0", text(LONG_FILE_NAME, "領収書.pdf")),
    file("表.txt\0".encode("cp932"), number(0x0E20, 1)),
)


def test_body_and_names_of_files_are_read() -> None:
    assert read_tnef(FILES) == Tnef(text="ご注文の確認", files=("領収書.pdf", "表.txt"))


def test_another_reader_reads_the_same() -> None:
    peer = tnefparse.TNEF(FILES)
    assert peer.body == read_tnef(FILES).text
    assert peer.attachments[0].long_filename() == read_tnef(FILES).files[0]


def test_html_is_in_the_code_page_that_is_named() -> None:
    raw = "<p>合計</p>".encode("euc_jp")
    found = read_tnef(tnef(message(binary(HTML, raw), number(CODEPAGE, 51932))))
    assert found == Tnef(html="<p>合計</p>")


def test_named_and_multiple_properties_are_passed_over() -> None:
    guid = b"\7" * 16
    by_number = struct.pack("<HH", 3, 0x8001) + guid + struct.pack("<III", 0, 5, 9)
    name = "x\0".encode("utf-16le")
    by_name = (
        struct.pack("<HH", 3, 0x8002)
        + guid
        + struct.pack("<II", 1, len(name))
        + padded(name)
        + struct.pack("<I", 9)
    )
    several = struct.pack("<HHIII", 0x1003, 0x0001, 2, 8, 9)
    raw = tnef(message(by_number, by_name, several, text(BODY, "合計")))
    assert read_tnef(raw).text == "合計"


def test_the_old_attribute_for_the_body_is_read() -> None:
    raw = tnef(attribute(0x0002800C, "合計\0".encode("cp932")))
    assert read_tnef(raw) == Tnef(text="合計")


def test_text_in_rtf_alone_is_told() -> None:
    raw = tnef(message(binary(RTF, b"LZFu")))
    assert read_tnef(raw) == Tnef(problems=(Problem.RTF_UNREAD,))


@pytest.mark.parametrize("raw", [b"", b"PK\3\4", FILES[:5]])
def test_other_files_are_no_tnef(raw: bytes) -> None:
    assert read_tnef(raw).problems == (Problem.TNEF_BROKEN,)


def test_of_a_broken_file_the_beginning_is_read() -> None:
    found = read_tnef(FILES[:-40])
    assert found.text == "ご注文の確認"
    assert found.problems == (Problem.TNEF_BROKEN,)


def test_a_false_count_of_properties_is_no_work() -> None:
    raw = tnef(attribute(0x00069003, struct.pack("<I", 0xFFFFFFFF)))
    assert read_tnef(raw) == Tnef()


@given(st.integers(0, len(FILES) - 1), st.binary(max_size=4))
def test_any_damage_is_survived(at: int, patch: bytes) -> None:
    read_tnef(FILES[:at] + patch + FILES[at + len(patch) :])


@given(st.binary())
def test_any_bytes_are_read(raw: bytes) -> None:
    read_tnef(b"\x78\x9f\x3e\x22\x01\x00" + raw)


MIXED = (
    'From: a@b.example\nContent-Type: multipart/mixed; boundary="b"\n\n'
    "--b\n\n{text}\n--b\nContent-Type: {media}; name=winmail.dat\n"
    "Content-Transfer-Encoding: 8bit\n\n"
)


@pytest.mark.parametrize("media", ["application/ms-tnef", "application/octet-stream"])
@pytest.mark.parametrize(("text", "shown"), [("Hi", "Hi"), ("", "ご注文の確認")])
def test_a_mail_with_winmail_dat_shows_what_is_in_it(
    media: str, text: str, shown: str
) -> None:
    raw = MIXED.format(media=media, text=text).encode() + FILES + b"\n--b--\n"
    found = read_message(raw)
    assert found.text == shown
    assert found.attachments == ("領収書.pdf", "表.txt")


def test_html_of_winmail_dat_is_shown_with_its_links() -> None:
    html = b'<p>Total <a href="https://a.example">see</a></p>'
    raw = MIXED.format(media="application/ms-tnef", text="").encode()
    found = read_message(raw + tnef(message(binary(HTML, html))) + b"\n--b--\n")
    assert (found.text, found.html_text) == ("Total see", "Total see")
    assert found.links[0].target == "https://a.example"
