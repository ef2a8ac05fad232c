"""Fields of a header, and where the body begins."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from torimodosu.recovery.mail.headers import split_header, split_mail
from torimodosu.recovery.mail.problem import Problem


def read(data: bytes) -> tuple[dict[str, bytes], bytes]:
    split = split_mail(data)
    return dict(split.headers.fields), data[split.body :]


@pytest.mark.parametrize(
    ("data", "fields", "body"),
    [
        (b"From: a\nSubject: b\n\nText", {"from": b"a", "subject": b"b"}, b"Text"),
        (b"FROM : a\r\nTo:b\r\n\r\nText", {"from": b"a", "to": b"b"}, b"Text"),
        (b"From: a\rSubject: b\r\rText", {"from": b"a", "subject": b"b"}, b"Text"),
        (b"To: a\r\r\nCc: b\r\r\n\r\r\nText", {"to": b"a", "cc": b"b"}, b"Text"),
        (b"Subject: a\n b\n\tc\n\nText", {"subject": b"a\n b\n\tc"}, b"Text"),
        (b"From x@y Fri\n>From z\nTo: a\n\nText", {"to": b"a"}, b"Text"),
        (b"\xef\xbb\xbfTo: a\n\nText", {"to": b"a"}, b"Text"),
        (b"\r\n\nTo: a\n\nText", {"to": b"a"}, b"Text"),
        (b"To: a", {"to": b"a"}, b""),
        (b"To: a\n", {"to": b"a"}, b""),
        (b"To:\n\nText", {"to": b""}, b"Text"),
        (b"To: a\nNo empty line", {"to": b"a"}, b"No empty line"),
        (
            b"X: \x1b$B\nlost\nTo: a\n\nText",
            {"x": b"\x1b$B\nlost", "to": b"a"},
            b"Text",
        ),
        (b"X: a\nlost\n b\nTo: c\n\n", {"x": b"a\nlost\n b", "to": b"c"}, b""),
        (b"To: a\nX:1\n\n\nText", {"to": b"a", "x": b"1"}, b"\nText"),
    ],
)
def test_header_and_body_are_told_apart(
    data: bytes, fields: dict[str, bytes], body: bytes
) -> None:
    assert read(data) == (fields, body)


@pytest.mark.parametrize(
    "data",
    [b"", b"\n\n", b"Text", b"Total: 3\nOrder: 4\n\nText", b" To: a\n\n", b"\x8c: a"],
)
def test_a_file_without_a_header_of_a_mail_is_all_body(data: bytes) -> None:
    split = split_mail(data)
    assert (split.headers.fields, split.body) == ((), 0)
    assert split.problems == (Problem.NO_HEADER,)


def test_fields_are_found_by_name() -> None:
    headers = split_mail(b"To: a\nReceived: 1\nReceived: 2\n\n").headers
    assert headers.first("received") == b"1"
    assert headers.all("received") == (b"1", b"2")
    assert headers.first("cc") == b""


def test_a_part_needs_no_known_field() -> None:
    data = b"--b\nX: 1\n\nText\n--b"
    split = split_header(data, 4, 14)
    assert split.headers.fields == (("x", b"1"),)
    assert data[split.body : 14] == b"Text"


def test_a_huge_field_is_cut_and_the_next_ones_are_read() -> None:
    split = split_mail(b"To: " + b"x" * 100_000 + b"\nCc: b\n\n")
    assert split.problems == (Problem.HEADER_CUT,)
    assert len(split.headers.first("to")) == 1 << 16
    assert split.headers.first("cc") == b"b"


@pytest.mark.parametrize("field", [b"X: 1\n", b"X: " + b"x" * 5_000 + b"\r\n"])
def test_the_body_is_found_behind_too_many_fields(field: bytes) -> None:
    data = b"To: a\n" + field * 5_000 + b"\r\nText: b"
    split = split_mail(data)
    assert split.problems == (Problem.TOO_MANY_HEADERS,)
    assert data[split.body :] == b"Text: b"
    assert len(split.headers.fields) <= 1_000


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
@pytest.mark.parametrize("many", [1_500, 100_000])
def test_the_sender_is_found_behind_too_many_fields(end: bytes, many: int) -> None:
    late = [b"FROM: a", b"X-From: b", b"Subject : c", b" d", b"Date:", b"", b"To: e"]
    data = end.join([*(b"X-%d: from: f" % n for n in range(many)), *late])
    headers = split_mail(data).headers
    assert headers.all("from") == (b"a",)
    assert headers.all("subject") == (b"c" + end + b" d",)
    assert headers.all("date") == (b"",)
    assert headers.all("to") == ()


def test_of_too_many_known_fields_the_first_are_read() -> None:
    split = split_mail(b"To: a\n" * 100_000 + b"\nText")
    assert len(split.headers.fields) == 1_100


@given(st.binary())
def test_any_bytes_have_a_header_and_a_body(data: bytes) -> None:
    assert 0 <= split_mail(data).body <= len(data)
