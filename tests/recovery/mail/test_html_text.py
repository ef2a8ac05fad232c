"""The words of HTML mails and how they are laid out."""

from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from torimodosu.recovery.mail.html_text import html_to_text
from torimodosu.recovery.mail.message import Link


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("a  b\n c", "a b c"),
        ("a<br>b<br><br>c<br><br><br>d", "a\nb\n\nc\n\nd"),
        ("<div>a</div><div>b</div>", "a\nb"),
        ("<div><div>a</div></div> <div> </div>b", "a\nb"),
        ("<p>a</p><p>b</p>c", "a\n\nb\n\nc"),
        ("<h1>a</h1>b<ul><li>c<li>d</ul>e", "a\n\nb\n\nc\nd\n\ne"),
        ("a<b>b</b> <i>c</i>", "ab c"),
        ("<b>a </b> b", "a b"),
        ("a<span> </span>b", "a b"),
        ("<pre>a  b\n c</pre>d", "a  b\n c\n\nd"),
        ("\u3000a\u3000b", "\u3000a\u3000b"),
        ("￥&nbsp;&nbsp;1,234&nbsp;", "￥  1,234"),
        ("&nbsp;&nbsp;a", "  a"),
        ("合&#8203;計&zwnj;&shy;", "合計"),
        ("a<hr>b", "a\nb"),
        ("<sup>$</sup>6<sup>13</sup>", "$6.13"),
        ("<span>$</span>1,006<sup> 13 </sup> each", "$1,006.13 each"),
        ("€ 12<sup>99</sup>", "€ 12.99"),
        ("$6 <sup>13</sup>", "$6 13"),
        ("$6<sup><b>13</b></sup>", "$6.13"),
        ('$6<span style="vertical-align: super">13</span>', "$6.13"),
        ('$6<span style="vertical-align: middle">13</span>', "$613"),
        ('<td>$6<td style="vertical-align:top">13', "$6\t13"),
        ("10<sup>12</sup> $6<sup>1</sup>", "1012 $6 1"),
        ("￥1,010<sup>13</sup>", "￥1,010 13"),
        ("￥1,010<sup>※1</sup> x", "￥1,010 ※1 x"),
        ("", ""),
    ],
)
def test_running_text_stands_on_lines(html: str, text: str) -> None:
    assert html_to_text(html).text == text


@pytest.mark.parametrize(
    ("rows", "text"),
    [
        (
            "<tr><td>小計：</td><td>￥ 1</td></tr><tr><td>合計：<td>￥ 2",
            "小計：\t￥ 1\n合計：\t￥ 2",
        ),
        ("<tr><th>a</th> <td>b</td>\n<td>c</td></tr>", "a\tb\tc"),
        ("<tr><td></td><td>a</td><td> </td><td>b</td><td></td></tr>", "a\tb"),
        ("<tr><td><p>a</p></td><td><p>b</p></td></tr>", "a\n\nb"),
        ("<tr><td>a<br>b</td><td>c</td></tr>", "a\nb\tc"),
        (
            "<tr><td><table><tr><td>a</td><td>b</td></tr></table></td><td>c</td></tr>",
            "a\tb\nc",
        ),
    ],
)
def test_cells_of_a_row_are_separated_by_tabs(rows: str, text: str) -> None:
    assert html_to_text(f"<table>{rows}</table>").text == text


@pytest.mark.parametrize(
    "hidden",
    [
        '<div style="display:none">x<div>y</div>z</div>',
        '<div style="DISPLAY : NONE !important;max-height:0">x</div>',
        "<span style=visibility:hidden>x</span>",
        '<div style="max-height:0px;overflow:hidden">x</div>',
        '<div style="overflow: hidden; max-height: 0">x</div>',
        '<p style="opacity:0">x',
        "<div hidden>x</div>",
        "<style>x</style>",
        "<script>x</script>",
        "<title>x</title>",
        "<!-- x -->",
        "<!--[if mso]><p>x</p><![endif]-->",
        "<select><option>x</select>",
        "<template>x</template>",
        '<img alt="x">',
    ],
)
def test_what_nobody_sees_is_left_out(hidden: str) -> None:
    assert html_to_text(f"<p>a</p>{hidden}<p>b</p>").text == "a\n\nb"


@pytest.mark.parametrize(
    "seen",
    [
        '<p style="text-decoration:none">x</p>',
        '<p style="opacity:0.5">x</p>',
        '<p style="max-height:100px;overflow:hidden">x</p>',
        '<p style="font-size:0"><span style="font-size:12px">x</span></p>',
        '<p class="hidden">x</p>',
    ],
)
def test_what_only_looks_hidden_is_kept(seen: str) -> None:
    assert html_to_text(seen).text == "x"


def test_a_hidden_element_that_never_ends_hides_nothing() -> None:
    html = '<div style="display:none">a<p>合計</p>'
    assert html_to_text(html).text == "a\n\n合計"


def test_hidden_text_can_be_asked_for() -> None:
    assert html_to_text("<p hidden>a</p>b", hides=False).text == "a\n\nb"


@pytest.mark.parametrize(
    ("html", "links"),
    [
        (
            '<a href="https://a.example/?b=1&amp;c">見る</a>',
            [("見る", "https://a.example/?b=1&c")],
        ),
        ('<a href=" ht\ntps://a ">x <b>y</b></a>', [("x y", "https://a")]),
        ('<a href="a"><img alt="買う" src="b"></a>', [("買う", "a")]),
        ('<a href="a">x<img alt="買う"></a>', [("x", "a")]),
        ('<a href="a">x<a href="b">y', [("x", "a"), ("y", "b")]),
        ('<map><area href="a" alt="x"></map>', [("x", "a")]),
        ('<form action="a"><input></form>', [("", "a")]),
        ('<a name="x">y</a><a href="">z</a>', []),
        ('<a href="a" style="display:none">x</a>', []),
    ],
)
def test_links_keep_their_words_and_target(
    html: str, links: list[tuple[str, str]]
) -> None:
    expected = tuple(Link(text=text, target=target) for text, target in links)
    assert html_to_text(html).links == expected


def test_links_are_bounded() -> None:
    assert len(html_to_text("<a href=x>y</a>" * 3_000).links) == 2_000


words = st.text(
    st.characters(
        codec="utf-8", exclude_categories=["Cc", "Cf", "Zs", "Zl", "Zp", "Mn"]
    ),
    min_size=1,
)


@given(st.lists(st.lists(words, min_size=1), min_size=1))
def test_a_table_comes_back_row_by_row(rows: list[list[str]]) -> None:
    html = "".join(
        f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>"
        for row in rows
    )
    found = html_to_text(f"<table>{html}</table>").text
    assert [line.split("\t") for line in found.split("\n")] == rows


PIECES = [
    "<p>",
    "<td>",
    "<tr>",
    "</p>",
    "<pre>",
    "</pre>",
    "<a href=x>",
    "<div hidden>",
]
PIECES += ["</div>", "x", " ", "\n", "<br>", "&nbsp;", "<!--", "-->", "<img alt=y>"]


@given(st.lists(st.sampled_from(PIECES)))
def test_any_pieces_are_laid_out(pieces: list[str]) -> None:
    text = html_to_text("".join(pieces)).text
    assert "\n\n\n" not in text or "<pre>" in pieces
    assert "\t\t" not in text


@given(st.text())
def test_any_text_is_laid_out(html: str) -> None:
    html_to_text(html).text.encode("utf-8", "surrogatepass")
