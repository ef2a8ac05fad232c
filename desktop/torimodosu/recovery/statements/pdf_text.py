"""The text of a PDF with its places, as statements in tables need it."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PdfWord:
    """Signs that stand together, and where: points from the left and the bottom."""

    text: str
    left: float
    right: float
    bottom: float
    top: float

    @property
    def middle(self) -> float:
        """How high the middle of its line is."""
        return (self.bottom + self.top) / 2


# A page holds signs in any order, each by itself or with others.
PdfPage = tuple[PdfWord, ...]

# Signs of one line overlap in height at least so far; those of the next do not.
_SAME_LINE = 0.5
# A blank between words is about a third as wide as the letters are high; the gap
# between columns is wider than a full character.
_BLANK, _GAP = 0.15, 0.8
_RADICALS = range(0x2E80, 0x2FE0)


def lines_of(page: PdfPage) -> Iterator[Sequence[PdfWord]]:
    """Yield the lines of *page*, the uppermost first, each from left to right."""
    line: list[PdfWord] = []
    for word in sorted(page, key=lambda word: -word.middle):
        if line and not _is_beside(word, line[0]):
            yield _joined(line)
            line = []
        line.append(word)
    if line:
        yield _joined(line)


def _is_beside(word: PdfWord, first: PdfWord) -> bool:
    height = max(word.top - word.bottom, first.top - first.bottom)
    return first.middle - word.middle <= height * _SAME_LINE


def _joined(line: Sequence[PdfWord]) -> list[PdfWord]:
    """Return the words that the signs of *line* make up."""
    height = max(sign.top - sign.bottom for sign in line)
    words: list[PdfWord] = []
    for sign in sorted(line, key=lambda sign: sign.left):
        gap = sign.left - words[-1].right if words else height
        if gap >= height * _GAP:
            words.append(PdfWord(plain(sign.text), *_place(sign, sign)))
        else:
            blank = " " if gap > height * _BLANK else ""
            text = f"{words[-1].text}{blank}{plain(sign.text)}"
            words[-1] = PdfWord(text, *_place(words[-1], sign))
    return words


def _place(one: PdfWord, other: PdfWord) -> tuple[float, float, float, float]:
    return (
        min(one.left, other.left),
        max(one.right, other.right),
        min(one.bottom, other.bottom),
        max(one.top, other.top),
    )


def plain(text: str) -> str:
    """Return *text* with characters for the radicals that fonts have in their place."""
    return "".join(
        unicodedata.normalize("NFKC", sign) if ord(sign) in _RADICALS else sign
        for sign in text
    )
