"""A tokenizer for HTML that takes anything and always ends in linear time.

`html.parser` of the standard library raises on some declarations and needs quadratic
time on others, so it is not used on hostile input. The rules are those of the HTML
standard, 13.2.5 (html.spec.whatwg.org/multipage/parsing.html#tokenization), as far as
text, tags, attributes and comments go.
"""

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

# A quote opens a value only right behind "="; a ">" inside such a value ends no tag.
_TAG = re.compile(
    r"""<(/?)([a-zA-Z][^\s/>]*+)((?:[^>=]++|=\s*+(?:"[^"]*+"|'[^']*+')?+)*+)>"""
)
_TAG_WITHOUT_QUOTES = re.compile(r"<(/?)([a-zA-Z][^\s/>]*+)([^>]*+)>")
_MARKUP = re.compile(r"</?(?:([a-zA-Z])|(?<=/)|[!?])")
_ATTRIBUTE = re.compile(
    r"""[\s/]*+([^\s/>=]++)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s>]*+)))?+""",
)
_COMMENT_END = re.compile(r"--!?>|\Z")
_BOGUS_COMMENT_END = re.compile(r">|\Z")
_RAW_TEXT_END = {
    name: re.compile(rf"</{name}(?=[\s/>])|\Z", re.IGNORECASE)
    for name in ("script", "style", "title", "iframe", "noembed", "noframes", "xmp")
}
# int() refuses numbers of thousands of digits; no character has one of ten.
_HUGE_REFERENCE = re.compile(r"&#[0-9]{10,}+;?")


class Text(NamedTuple):
    """Text between tags, character references still in it.

    A named tuple, since a page has thousands.
    """

    raw: str


class Tag(NamedTuple):
    """A start tag or end tag: lower-case name, and its attributes unparsed."""

    name: str
    is_end: bool
    raw_attributes: str

    def attributes(self) -> dict[str, str]:
        """Return the attributes by lower-case name; of equal names the first."""
        found: dict[str, str] = {}
        for name, double, single, bare in _ATTRIBUTE.findall(self.raw_attributes):
            found.setdefault(name.lower(), resolve(double or single or bare))
        return found


def resolve(text: str) -> str:
    """Replace the character references of *text*."""
    if "&" not in text:
        return text
    return unescape(_HUGE_REFERENCE.sub("\N{REPLACEMENT CHARACTER}", text))


def _markup_end(html: str, position: int) -> int:
    """Return where a comment, declaration or processing instruction ends."""
    if html.startswith("<!--", position):
        # "<!-->" is a whole comment.
        end = _COMMENT_END.search(html, position + 2)
    else:
        end = _BOGUS_COMMENT_END.search(html, position)
    return end.end() if end else len(html)


def _after_raw_text(html: str, position: int, name: str) -> int:
    """Return where the end tag of a script, a style or the like begins."""
    found = _RAW_TEXT_END[name].search(html, position)
    return found.start() if found else len(html)


def tokens(html: str) -> Iterator[Text | Tag]:
    """Yield the text and the tags of *html*; comments, scripts and styles are left out.

    Markup that does not end before the end of *html* is left out as well.
    """
    pattern = _TAG
    position = 0
    while (markup := _MARKUP.search(html, position)) is not None:
        start = markup.start()
        if start > position:
            yield Text(html[position:start])
        if not markup[1]:
            position = _markup_end(html, start)
            continue
        found = pattern.match(html, start)
        if found is None and pattern is _TAG:
            # A quote is never closed: from here on ">" ends a tag wherever it stands.
            pattern = _TAG_WITHOUT_QUOTES
            found = pattern.match(html, start)
        if found is None:
            return
        tag = Tag(found[2].lower(), found[1] == "/", found[3])
        yield tag
        position = found.end()
        if tag.name in _RAW_TEXT_END and not tag.is_end:
            position = _after_raw_text(html, position, tag.name)
    if position < len(html):
        yield Text(html[position:])
