"""Transfer encodings, also damaged ones."""

import base64
import quopri

import pytest
from hypothesis import given
from hypothesis import strategies as st

from torimodosu.recovery.mail.problem import Problem
from torimodosu.recovery.mail.transfer import (
    decode_base64,
    decode_quoted_printable,
    decode_transfer,
)


@given(st.binary())
def test_what_was_encoded_comes_back(raw: bytes) -> None:
    assert decode_transfer(base64.encodebytes(raw), "base64") == (raw, ())
    if b"\r" not in raw:
        assert decode_quoted_printable(quopri.encodestring(raw)) == raw


@pytest.mark.parametrize(
    ("raw", "decoded"),
    [
        (b"QUJD", b"ABC"),
        (b"QUI=", b"AB"),
        (b"QUI", b"AB"),
        (b"QQ", b"A"),
        (b"QUJDR", b"ABC"),
        (b"QQ==QUJD", b"AABC"),
        (b"=QUJD", b"ABC"),
        (b"Q U\r\nJD", b"ABC"),
        (b"", b""),
    ],
)
def test_padding_may_be_missing_or_amid(raw: bytes, decoded: bytes) -> None:
    assert decode_base64(raw) == decoded


@pytest.mark.parametrize(
    ("raw", "decoded"),
    [
        (b"QUJDREVGR0hJ!QUJD\n", b"ABCDEFGHIABC"),
        (b"QUJD\n\n________\nlist footer\n", b"ABC"),
        (b"QUJD\r\nSent from list\r\n", b"ABC"),
        (b"QUJD" * 8 + b" " + b"QUJD" * 8, b"ABC" * 16),
        (b"QUI= and so on\nQUJD", b"AB"),
        (b"Plain text, not encoded.\n", b"Plain text, not encoded.\n"),
    ],
)
def test_what_is_no_base64_is_noticed(raw: bytes, decoded: bytes) -> None:
    assert decode_transfer(raw, "base64") == (decoded, (Problem.ENCODING_DAMAGED,))


@pytest.mark.parametrize(
    ("raw", "decoded"),
    [
        (b"a=3Db", b"a=b"),
        (b"a=e3=81=E3b", b"a\xe3\x81\xe3b"),
        (b"a=\nb=\r\nc=\rd", b"abcd"),
        (b"a= \t\nb", b"ab"),
        (b"100% =zz =", b"100% =zz "),
        (b"a_b", b"a_b"),
        (b"a\r\nb=20\rc", b"a\nb \nc"),
        (b"plain\r\n", b"plain\r\n"),
    ],
)
def test_quoted_printable_is_decoded(raw: bytes, decoded: bytes) -> None:
    assert decode_quoted_printable(raw) == decoded


@pytest.mark.parametrize("name", ["BASE64", " base-64 ", '"base64"', "base64;"])
def test_names_are_taken_as_they_are_meant(name: str) -> None:
    assert decode_transfer(b"QUJD", name)[0] == b"ABC"


@pytest.mark.parametrize("name", ["", "7bit", "8 bit", "binary", "text/html"])
def test_other_names_mean_no_encoding(name: str) -> None:
    assert decode_transfer(b"QUJD=3D", name) == (b"QUJD=3D", ())


@given(st.binary(), st.sampled_from(["base64", "quoted-printable"]))
def test_any_bytes_are_decoded(raw: bytes, name: str) -> None:
    decode_transfer(raw, name)
