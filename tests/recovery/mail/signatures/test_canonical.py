import pytest

from torimodosu.recovery.mail.signatures.canonical import (
    Form,
    signed_body,
    signed_field,
)
from torimodosu.recovery.mail.signatures.raw_mail import read_raw

# The example of RFC 6376, 3.4.5.
EXAMPLE = b"A: X\r\nB : Y\t\r\n\tZ  \r\n\r\n C \r\nD \t E\r\n\r\n\r\n"


def test_the_example_of_the_standard_in_relaxed_form() -> None:
    mail = read_raw(EXAMPLE)
    fields = [signed_field(field, Form.RELAXED) for field in mail.fields]
    assert fields == [b"a:X", b"b:Y Z"]
    assert signed_body(mail.body, Form.RELAXED) == b" C\r\nD E\r\n"


def test_the_example_of_the_standard_in_simple_form() -> None:
    mail = read_raw(EXAMPLE)
    fields = [signed_field(field, Form.SIMPLE) for field in mail.fields]
    assert fields == [b"A: X", b"B : Y\t\r\n\tZ  "]
    assert signed_body(mail.body, Form.SIMPLE) == b" C \r\nD \t E\r\n"


@pytest.mark.parametrize(
    ("body", "simple", "relaxed"),
    [
        (b"", b"\r\n", b""),
        (b"\r\n\r\n", b"\r\n", b""),
        (b" \r\n", b" \r\n", b""),
        (b"no end", b"no end\r\n", b"no end\r\n"),
        (b"end \t", b"end \t\r\n", b"end\r\n"),
        (b"a\r\n\r\nb\r\n", b"a\r\n\r\nb\r\n", b"a\r\n\r\nb\r\n"),
        (b"a\r\r\n", b"a\r\r\n", b"a\r\r\n"),
    ],
)
def test_the_ends_of_bodies(body: bytes, simple: bytes, relaxed: bytes) -> None:
    assert signed_body(body, Form.SIMPLE) == simple
    assert signed_body(body, Form.RELAXED) == relaxed
