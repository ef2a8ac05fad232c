"""A tokenizer for HTML that takes anything and always ends in linear time.

`html.parser` of the standard library raises on some declarations and needs quadratic
time on others, so it is not used on hostile input. The rules are those of the HTML
standard, 13.2.5 (html.spec.whatwg.org/multipage/parsing.html#tokenization), as far as
text, tags, attributes and comments go.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

_TAG_NAME = re.compile(r"</?([a-zA-Z][^\s/>]{0,40})[^\s/>]*+")
# A quote opens a value only right behind "="; a ">" inside such a value ends no tag.
_TAG_END = re.compile(
    r"""(?:[^>=]++|=\s*+(?:"[^"]*+"|'[^']*+')?+)*+>""",
)
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


@dataclass(frozen=True, slots=True)
class Text:
    """Text between tags, character references still in it."""

    raw: str


@dataclass(frozen=True, slots=True)
class Tag:
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


def tokens(html: str) -> Iterator[Text | Tag]:
    """Yield the text and the tags of *html*; comments, scripts and styles are left out.

    Markup that does not end before the end of *html* is left out as well.
    """
    position = 0
    respects_quotes = True
    while True:
        bracket = html.find("<", position)
        if bracket < 0:
            break
        name = _TAG_NAME.match(html, bracket)
        if name is None and html[bracket + 1 : bracket + 2] not in {"!", "?", "/"}:
            # A bare "<" is text.
            yield Text(html[position : bracket + 1])
            position = bracket + 1
            continue
        if bracket > position:
            yield Text(html[position:bracket])
        if name is None:
            position = _markup_end(html, bracket)
            continue
        end = _TAG_END.match(html, name.end()) if respects_quotes else None
        if end is None:
            # A quote is never closed: from here on ">" ends a tag wherever it stands.
            respects_quotes = False
        tag_end = end.end() if end else html.find(">", name.end()) + 1
        if not tag_end:
            return
        tag = Tag(
            name=name[1].lower(),
            is_end=html[bracket + 1] == "/",
            raw_attributes=html[name.end() : tag_end - 1],
        )
        yield tag
        position = tag_end
        raw_text_end = _RAW_TEXT_END.get(tag.name)
        if raw_text_end is not None and not tag.is_end:
            found = raw_text_end.search(html, position)
            position = found.start() if found else len(html)
    if position < len(html):
        yield Text(html[position:])
