"""The lines of a text.

A statement may have a million, and nearly all are only looked at together. As one text
they take a fraction of the memory and of the time that as many small texts take.
"""

from collections.abc import Iterator, Sequence
from typing import overload

# A line of a statement has some fifty characters.
_CHARACTERS_OF_LINE = 50


class Lines(Sequence[str]):
    r"""The lines of *text*, which "\n" parts; behind a last one no line begins."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.ends_with_newline = not text or text.endswith("\n")
        self._end = len(text) - bool(text and self.ends_with_newline)
        self._size = text.count("\n", 0, self._end) + 1 if text else 0

    def any_longer_than(self, most: int) -> bool:
        """Tell whether a line has more than *most* characters."""
        start = 0
        while self._end - start > most:
            stop = self._text.rfind("\n", start, start + most + 1)
            if stop < 0:
                return True
            start = stop + 1
        return False

    def parts(self, start: int, first: int, then: int) -> Iterator[str]:
        """Yield the lines from the place *start* on, many in one text.

        The first text has *first* lines, each other one about *then*.
        """
        if start >= self._size:
            return
        at = self._behind(0, start)
        stop = self._behind(at, first) - 1
        yield self._text[at:stop]
        while stop < self._end:
            at = stop + 1
            stop = self._text.find("\n", at + then * _CHARACTERS_OF_LINE, self._end)
            stop = self._end if stop < 0 else stop
            yield self._text[at:stop]

    def __len__(self) -> int:
        """Return how many lines there are."""
        return self._size

    @overload
    def __getitem__(self, place: int) -> str: ...

    @overload
    def __getitem__(self, place: slice) -> list[str]: ...

    def __getitem__(self, place: int | slice) -> str | list[str]:
        """Return the line at *place*, or those of a slice; this parts the text anew."""
        return list(self)[place]

    def __iter__(self) -> Iterator[str]:
        """Yield the lines."""
        return iter(self._text[: self._end].split("\n") if self._size else ())

    def _behind(self, at: int, lines: int) -> int:
        """Return the place in the text behind *lines* lines and their last line end."""
        for _ in range(lines):
            at = self._text.find("\n", at, self._end) + 1
            if not at:
                return self._end + 1
        return at
