"""Text and tags of HTML."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from torimodosu.recovery.mail.html_tags import Tag, Text, resolve, tokens


def shown(html: str) -> list[str]:
    return [
        token.raw
        if isinstance(token, Text)
        else f"{'/' if token.is_end else ''}{token.name}"
        for token in tokens(html)
    ]


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("a<b>c</b >d", ["a", "b", "c", "/b", "d"]),
        ("<BR/><o:p>", ["br/".rstrip("/"), "o:p"]),
        ("a < b <3 c", ["a < b <3 c"]),
        ('<a title="x>y">z', ["a", "z"]),
        ("<a title='x>\"y'>z", ["a", "z"]),
        ("<p don't>x", ["p", "x"]),
        ('<p x="a>b<p>c', ["p", "b", "p", "c"]),
        ('<p x="a>b</p><p y="c">d', ["p", "d"]),
        ("a<!-- <p> -- > -->b", ["a", "b"]),
        ("a<!-->b", ["a", "b"]),
        ("a<!--b", ["a"]),
        ("a<!doctype html>b<?xml x?>c</3>d", ["a", "b", "c", "d"]),
        ("<![if !mso]>a<![endif]>", ["a"]),
        ("<style>p > a { }</style>b", ["style", "/style", "b"]),
        ("<SCRIPT>'</p>'</Script >b", ["script", "/script", "b"]),
        ("<style>b", ["style"]),
        ("a<p", ["a"]),
        ("a</", ["a"]),
        ("<", ["<"]),
        ("", []),
    ],
)
def test_markup_is_told_from_text(html: str, found: list[str]) -> None:
    assert shown(html) == found


@pytest.mark.parametrize(
    ("raw", "attributes"),
    [
        (" href='a' B=c", {"href": "a", "b": "c"}),
        (' x = "1 2"/', {"x": "1 2"}),
        (" hidden a=1 a=2", {"hidden": "", "a": "1"}),
        (" href=a?b&amp;c=d", {"href": "a?b&c=d"}),
        ("", {}),
    ],
)
def test_attributes_are_read(raw: str, attributes: dict[str, str]) -> None:
    assert Tag("a", False, raw).attributes() == attributes  # noqa: FBT003


@pytest.mark.parametrize(
    ("text", "resolved"),
    [
        ("&yen;1&#44;234&nbsp;&amp;amp; &lt", "¥1,234\xa0&amp; <"),
        ("&#x3042;&#12354;", "ああ"),
        ("&#" + "9" * 5_000 + ";x", "\ufffdx"),
        ("&#xD800;", "\ufffd"),
        ("a & b &unknown;", "a & b &unknown;"),
    ],
)
def test_character_references_are_resolved(text: str, resolved: str) -> None:
    assert resolve(text) == resolved


PIECES = ["<", ">", "</", "<!--", "-->", "<!", '"', "'", "=", " ", "p", "style", "&#x"]


@given(st.lists(st.sampled_from(PIECES)))
def test_any_pieces_are_read(pieces: list[str]) -> None:
    html = "".join(pieces)
    for token in tokens(html):
        if isinstance(token, Tag):
            token.attributes()
        else:
            assert token.raw in html
