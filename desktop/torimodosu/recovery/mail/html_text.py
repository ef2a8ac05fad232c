"""From the HTML of a mail to its words, laid out so that a reader of layouts can work.

What the lines of the result are:

- Each block (paragraph, division, heading, list item, table row ...) and each line
  break ends a line. Paragraphs, headings, lists and quotations have an empty line
  around them; there is never more than one empty line in a row.
- The cells of a table row stand on one line, separated by one tab, as `innerText` of
  browsers has it. A cell that holds blocks or another table breaks the line as these
  do; empty cells leave nothing.
- Raised digits behind an amount are set apart: cents by a point, others by a blank.
- Runs of blanks are one space. A no-break space is a space that stays. Characters
  without width, which fill up previews and split words for filters, are left out.
- What is hidden from the person who reads the mail is left out: `display:none`,
  `visibility:hidden`, `opacity:0`, a height of zero, `hidden`; comments, also those for
  Outlook; title, scripts and styles. Alternative texts of images are no text, but name
  a link that holds nothing else.
"""

import re
from dataclasses import dataclass

from torimodosu.recovery.mail.html_page import Page
from torimodosu.recovery.mail.html_tags import Tag, Text, resolve, tokens
from torimodosu.recovery.mail.message import Link

_WITHOUT_WIDTH = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b-\u200f\u2060-\u2064\ufeff]"
)
_HIDDEN_STYLE = re.compile(
    r"display:none|visibility:hidden|(?<![a-z-])opacity:0(?:\.0*)?(?![.\d])"
    r"|max-height:0(?![.\d]).*overflow:hidden|overflow:hidden.*max-height:0(?![.\d])",
    re.DOTALL,
)
_MAY_HIDE = re.compile(
    r"hidden|opacity|max-height|display\s{0,9}:\s{0,9}none", re.IGNORECASE
)
# One of these is in whatever that pattern finds, but for letters beyond ASCII.
_HIDING_WORDS = ("hidden", "opacity", "max-height", "none")
_RAISED = re.compile(
    r"vertical-align\s{0,9}:\s{0,9}(?:super|text-top|top)", re.IGNORECASE
)
_CSS_BLANK = re.compile(r"\s+")
_CONTROL = re.compile(r"[\x00-\x20]+")
_LONGEST_STYLE = 2_000
_MOST_LINKS = 2_000

_LINES = {
    *("address", "article", "aside", "body", "caption", "center", "dd", "details"),
    *("dialog", "div", "dt", "fieldset", "figcaption", "figure", "footer", "form"),
    *("header", "hr", "html", "legend", "li", "main", "nav", "optgroup", "option"),
    *("section", "summary", "table", "tbody", "tfoot", "thead", "tr"),
}
_PARAGRAPHS = {"p", "blockquote", "dl", "ol", "ul", "pre"}
_PARAGRAPHS |= {f"h{level}" for level in range(1, 7)}
_CELLS = {"td", "th"}
_EMPTY = {
    *("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta"),
    *("param", "source", "track", "wbr"),
}
_ON_LINES_OF_THEIR_OWN = _CELLS | _LINES
_LEFT_OUT = {"template", "select", "textarea", "xml"}


@dataclass(frozen=True, slots=True, kw_only=True)
class HtmlText:
    """The words of an HTML document, and its links in their order."""

    text: str
    links: tuple[Link, ...]


class _Links:
    """Gathers links and the words shown for them."""

    def __init__(self) -> None:
        self.found: list[Link] = []
        self._target: str | None = None
        self._words: list[str] = []
        self._picture = ""

    def start(self, target: str | None) -> None:
        self.end()
        if target is not None:
            self._target = _CONTROL.sub("", target)

    def add(self, words: str) -> None:
        if self._target is not None:
            self._words.append(words)

    def add_picture(self, alternative: str) -> None:
        self._picture = self._picture or alternative

    def end(self) -> None:
        if self._target and len(self.found) < _MOST_LINKS:
            shown = " ".join("".join(self._words).split())
            name = shown or " ".join(self._picture.split())
            self.found.append(Link(text=name, target=self._target))
        self._target, self._words, self._picture = None, [], ""


class _Hidden:
    """Follows how deep we are inside an element that nobody sees."""

    def __init__(self) -> None:
        self.name = ""
        self._depth = 0

    def enter(self, name: str) -> None:
        self.name, self._depth = name, 1

    def take(self, tag: Tag) -> None:
        """Note a tag inside; at the matching end tag `name` becomes ""."""
        if tag.name != self.name:
            return
        # A paragraph needs no end tag: the next one ends it.
        if tag.is_end or tag.name == "p":
            self._depth -= 1
            if not self._depth:
                self.name = ""
        elif not tag.raw_attributes.endswith("/"):
            self._depth += 1


def _is_hidden(tag: Tag) -> bool:
    if tag.name in _LEFT_OUT:
        return True
    if not _may_hide(tag.raw_attributes):
        return False
    attributes = tag.attributes()
    style = _CSS_BLANK.sub("", attributes.get("style", "")[:_LONGEST_STYLE].lower())
    return "hidden" in attributes or _HIDDEN_STYLE.search(style) is not None


def _may_hide(attributes: str) -> bool:
    """Tell whether attributes are worth reading; to look for words first is quicker."""
    if attributes.isascii():
        told = attributes.lower()
        if not any(map(told.__contains__, _HIDING_WORDS)):
            return False
    return _MAY_HIDE.search(attributes) is not None


def _is_raised(tag: Tag) -> bool:
    """Tell whether *tag* raises words within a line; cells are aligned otherwise."""
    if tag.name in _ON_LINES_OF_THEIR_OWN:
        return False
    attributes = tag.raw_attributes
    if attributes.isascii() and "vertical-align" not in attributes.lower():
        return tag.name == "sup"
    return tag.name == "sup" or _RAISED.search(attributes) is not None


class _Converter:
    """Turns tokens into a page and links."""

    def __init__(self, *, hides: bool) -> None:
        self.page = Page()
        self.links = _Links()
        self.hidden = _Hidden()
        self._hides = hides
        self._preformatted = 0
        self._is_raised = False

    def take_text(self, raw: str) -> None:
        words = resolve(raw)
        if not words.isascii():
            words = _WITHOUT_WIDTH.sub("", words)
        if self._preformatted:
            self.page.write_as_is(words)
        elif self._is_raised:
            self.page.write_raised(words)
        else:
            self.page.write(words)
        self.links.add(words)

    def take_tag(self, tag: Tag) -> None:
        may_hide = self._hides and not tag.is_end and tag.name not in _EMPTY
        if may_hide and _is_hidden(tag):
            self.hidden.enter(tag.name)
            return
        self._is_raised = not tag.is_end and (self._is_raised or _is_raised(tag))
        if tag.name in _CELLS:
            self.page.next_cell()
        elif tag.name in _PARAGRAPHS:
            self.page.end_paragraph()
            self._preformatted += _nesting(tag) if tag.name == "pre" else 0
            self._preformatted = max(0, self._preformatted)
        elif tag.name in _LINES:
            self.page.end_line()
        elif tag.name == "br":
            self.page.break_line()
        self._take_link(tag)

    def _take_link(self, tag: Tag) -> None:
        if tag.name == "a":
            self.links.start(None if tag.is_end else tag.attributes().get("href"))
        elif tag.name == "img":
            self.links.add_picture(tag.attributes().get("alt", ""))
        elif tag.name == "area":
            attributes = tag.attributes()
            self.links.start(attributes.get("href"))
            self.links.add_picture(attributes.get("alt", ""))
            self.links.end()
        elif tag.name == "form" and not tag.is_end:
            self.links.start(tag.attributes().get("action"))
            self.links.end()


def _nesting(tag: Tag) -> int:
    return -1 if tag.is_end else 1


def html_to_text(html: str, *, hides: bool = True) -> HtmlText:
    """Return the words of *html* and its links; see above for the layout.

    With *hides* false what is hidden is kept.
    """
    converter = _Converter(hides=hides)
    hidden = converter.hidden
    for token in tokens(html):
        if hidden.name:
            if isinstance(token, Tag):
                hidden.take(token)
        elif isinstance(token, Text):
            converter.take_text(token.raw)
        else:
            converter.take_tag(token)
    if hidden.name:
        # The end tag is missing; better show too much than hide half of the mail.
        return html_to_text(html, hides=False)
    converter.links.end()
    return HtmlText(text=converter.page.text(), links=tuple(converter.links.found))
