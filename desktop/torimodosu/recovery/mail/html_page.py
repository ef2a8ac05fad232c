"""Laying out the running text of an HTML document on lines."""

import re

_BLANK = " \t\n\r\f\v"
# Not "[...]+", which is three times as slow to search for.
_BLANKS = re.compile(f"[{_BLANK}][{_BLANK}]*")
_AMOUNT = re.compile(r"(?:(?P<has_cents>[$€£])|[¥￥]) ?\d[\d,.]{0,11}\Z")
_CENTS = re.compile(r"[0-9]{2}")
# The sign, the amount and a blank between them may each be a piece of its own.
_PIECES = 3


class Page:
    """Lays out words on lines."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._line: list[str] = []
        self._wants_space = False
        self._wants_tab = False

    def write(self, text: str) -> None:
        """Add running text, blanks in it being mere separators."""
        words = text.strip(_BLANK)
        if not words:
            self._wants_space = self._wants_space or bool(text)
            return
        if self._line and self._wants_tab:
            self._line.append("\t")
        elif self._line and (self._wants_space or text[0] in _BLANK):
            self._line.append(" ")
        self._wants_tab = False
        self._line.append(_BLANKS.sub(" ", words))
        self._wants_space = text[-1] in _BLANK

    def write_raised(self, text: str) -> None:
        """Add raised text, which is no part of an amount that it stands right behind.

        Two raised digits behind dollars, euros or pounds are the cents.
        """
        is_apart = self._wants_space or self._wants_tab
        amount = None if is_apart else _AMOUNT.search(self._end_of_line())
        if amount and amount["has_cents"] and _CENTS.fullmatch(text.strip()):
            text = f".{text.strip()}"
        elif amount:
            text = f" {text}"
        self.write(text)

    def write_as_is(self, text: str) -> None:
        """Add preformatted text."""
        first, *others = text.replace("\r\n", "\n").split("\n")
        self._line.append(first)
        for line in others:
            self._break(keep_empty=True)
            self._line.append(line)

    def end_line(self) -> None:
        """End the line if there is anything on it."""
        self._break(keep_empty=False)

    def break_line(self) -> None:
        """End the line, also an empty one."""
        self._break(keep_empty=True)

    def end_paragraph(self) -> None:
        """End the line and leave an empty one, if there is not one already."""
        self.end_line()
        if self._lines and self._lines[-1]:
            self._lines.append("")

    def next_cell(self) -> None:
        """Separate what comes from what is on the line already."""
        self._wants_tab = True

    def _end_of_line(self) -> str:
        return "".join(piece[-20:] for piece in self._line[-_PIECES:])

    def _break(self, *, keep_empty: bool) -> None:
        line = ""
        if self._line:
            line = "".join(self._line).replace("\N{NO-BREAK SPACE}", " ").rstrip()
        if line or (keep_empty and self._lines and self._lines[-1]):
            self._lines.append(line)
        self._line = []
        self._wants_space = self._wants_tab = False

    def text(self) -> str:
        """Return all lines."""
        self.end_line()
        return "\n".join(self._lines).strip("\n")
