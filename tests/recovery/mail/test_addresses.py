"""Address fields."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from torimodosu.recovery.mail.addresses import parse_addresses


@pytest.mark.parametrize(
    ("raw", "found"),
    [
        (b"a@b.example", [("", "a@b.example")]),
        (b"<a@b.example>", [("", "a@b.example")]),
        (b"Shop <a@b.example>", [("Shop", "a@b.example")]),
        (b'"Shop, Inc." <a@b.example>', [("Shop, Inc.", "a@b.example")]),
        (b'"A \\"B\\" C" <a@b.example>', [('A "B" C', "a@b.example")]),
        (b"a@b.example (Shop)", [("Shop", "a@b.example")]),
        (b"a@b.example (A (B) C)", [("A (B) C", "a@b.example")]),
        (b"Shop<a@b.example>", [("Shop", "a@b.example")]),
        (b"A <a@b.example>, c@d.example", [("A", "a@b.example"), ("", "c@d.example")]),
        (b"A <a@b>,,\r\n B <c@d>", [("A", "a@b"), ("B", "c@d")]),
        (b"Group: a@b, c@d;", [("", "a@b"), ("", "c@d")]),
        (b"undisclosed-recipients:;", []),
        (b"<@relay.example:a@b.example>", [("", "a@b.example")]),
        (b"=?UTF-8?B?44GU?= <a@b>", [("ご", "a@b")]),
        (b'"=?UTF-8?B?44GU?=" <a@b>', [("ご", "a@b")]),
        (b"=?UTF-8?Q?A=2C_B?= <a@b>", [("A, B", "a@b")]),
        (b"=?UTF-8?Q?Shop_=3Ca=40b=3E?=", [("Shop", "a@b")]),
        (b"=?UTF-8?Q?a=40b?=", [("", "a@b")]),
        (b"(=?UTF-8?B?44GU?=) a@b", [("ご", "a@b")]),
        (b"Shop a@b.example", [("Shop", "a@b.example")]),
        (b"Shop", [("Shop", "")]),
        (b"amazon.co.jp <x@evil.example>", [("amazon.co.jp", "x@evil.example")]),
        (b"<a@b> <c@d>", [("<a@b>", "c@d")]),
        (b"<x> <a@b>", [("<x>", "a@b")]),
        (b"<a@b> <x>", [("<x>", "a@b")]),
        (b"A\\, B <a@b>", [("A, B", "a@b")]),
        (b"<a @ b>", [("", "a@b")]),
        (b"A <a@b", [("A", "a@b")]),
        (b'"open <a@b>', [("open", "a@b")]),
        (b"(open", [("open", "")]),
        ("アマゾン <a@b>".encode(), [("アマゾン", "a@b")]),
        ("表示, 山 <a@b>".encode("cp932"), [("表示", ""), ("山", "a@b")]),
        ('"注文" <a@b>'.encode("iso2022_jp"), [("注文", "a@b")]),
        (b"", []),
        (b",;:<>()", []),
    ],
)
def test_addresses_are_read(raw: bytes, found: list[tuple[str, str]]) -> None:
    assert [(a.name, a.address) for a in parse_addresses(raw)] == found


def test_deep_comments_and_many_addresses_are_bounded() -> None:
    assert len(parse_addresses(b"(" * 10_000 + b"a@b")) == 1
    assert len(parse_addresses(b"a@b," * 10_000)) == 1_000


@given(st.binary())
def test_any_field_is_read(raw: bytes) -> None:
    for found in parse_addresses(raw):
        (found.name + found.address).encode()


PIECES = [
    "<",
    ">",
    '"',
    "(",
    ")",
    ",",
    ";",
    ":",
    "\\",
    "a@b",
    " ",
    "A",
    "=?UTF-8?Q?=3C?=",
]


@given(st.lists(st.sampled_from(PIECES)))
def test_any_pieces_are_read(pieces: list[str]) -> None:
    parse_addresses("".join(pieces).encode())


names = st.text(st.characters(codec="ascii", exclude_categories=["Cc"]), min_size=1)


@given(names)
def test_quoted_names_come_back(name: str) -> None:
    quoted = name.replace("\\", "\\\\").replace('"', '\\"')
    found = parse_addresses(f'"{quoted}" <a@b>'.encode())
    shown = " ".join(name.split()).strip('"').strip()
    if "=?" not in name:
        assert [(a.name, a.address) for a in found] == [(shown, "a@b")]
