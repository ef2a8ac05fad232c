"""Values with parameters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from torimodosu.recovery.mail.parameters import parse_structured


@pytest.mark.parametrize(
    ("raw", "value", "parameters"),
    [
        (b"Text/HTML; Charset=UTF-8", "text/html", {"charset": "UTF-8"}),
        (b'a/b; x="1;2"; y=3', "a/b", {"x": "1;2", "y": "3"}),
        (b'a/b; x="a\\"b\\\\"', "a/b", {"x": 'a"b\\'}),
        (b"a/b;x=1;;  y = 2 ;", "a/b", {"x": "1", "y": "2"}),
        (b'a/b; x="1" y="2"', "a/b", {"x": "1", "y": "2"}),
        (b"a/b; x=1 (comment)", "a/b", {"x": "1"}),
        (b"a/b (comment); x=1", "a/b", {"x": "1"}),
        (b"a/b; name=my file.pdf; x=1", "a/b", {"name": "my file.pdf", "x": "1"}),
        (b'a/b; x="open', "a/b", {"x": "open"}),
        (b"a/b; x", "a/b", {"x": ""}),
        (b"a/b; boundary=--=_x(y", "a/b", {"boundary": "--=_x(y"}),
        (b"a/b;\r\n\tx=1", "a/b", {"x": "1"}),
        (b"inline; n*=UTF-8''%E9%A0%98.pdf", "inline", {"n": "領.pdf"}),
        (b"a/b; n*0=ab; n*1=cd", "a/b", {"n": "abcd"}),
        (b"a/b; n*1=cd; n*0=ab", "a/b", {"n": "abcd"}),
        (b"a/b; n*0*=UTF-8''%E9%A0; n*1*=%98; n*2=.pdf", "a/b", {"n": "領.pdf"}),
        (b"a/b; n*=Shift_JIS'ja'%97%CC", "a/b", {"n": "領"}),
        (b"a/b; n*=iso-2022-jp''%1B$BNN%1B(B", "a/b", {"n": "領"}),
        (b"a/b; n=\"old\"; n*=UTF-8''new", "a/b", {"n": "new"}),
        (b"a/b; n*=plain", "a/b", {"n": "plain"}),
        (b'a/b; name="=?UTF-8?B?6aCY?=.pdf"', "a/b", {"name": "領.pdf"}),
        (b"a/b; name==?UTF-8?B?6aCY?=", "a/b", {"name": "領"}),
        (b'a/b; n*0="=?UTF-8?B?6a"; n*1="CY?="', "a/b", {"n": "領"}),
        ('a/b; name="領収.pdf"'.encode(), "a/b", {"name": "領収.pdf"}),
        ('a/b; name="表示.pdf"'.encode("cp932"), "a/b", {"name": "表示.pdf"}),
        ('a/b; name="領収"'.encode("iso2022_jp"), "a/b", {"name": "領収"}),
        (b"", "", {}),
        (b'"; x=1', "", {"x": "1"}),
    ],
)
def test_values_are_read(raw: bytes, value: str, parameters: dict[str, str]) -> None:
    found = parse_structured(raw)
    assert (found.value, found.parameters) == (value, parameters)


def test_raw_bytes_may_be_in_a_named_charset() -> None:
    found = parse_structured(b'a/b; name="\xcb"', "koi8-r")
    assert found.parameters["name"] == b"\xcb".decode("koi8_r")


@given(st.binary(max_size=200))
def test_any_value_is_read(raw: bytes) -> None:
    parse_structured(b"a/b; " + raw)


pieces = [
    "n*0*=",
    "n*1=",
    "n*",
    "=",
    "UTF-8''",
    "%E9",
    "%",
    '"',
    "\\",
    ";",
    "'",
    "*",
    "9" * 9,
]


@given(st.lists(st.sampled_from(pieces)))
def test_any_pieces_are_read(found: list[str]) -> None:
    parse_structured(("a/b; " + "".join(found)).encode())


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1))
def test_quoted_names_come_back(name: str) -> None:
    quoted = name.replace("\\", "\\\\").replace('"', '\\"')
    raw = f'attachment; filename="{quoted}"'.encode()
    if "=?" not in name:
        assert parse_structured(raw).parameters["filename"] == name
