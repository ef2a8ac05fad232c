"""Guides: documents in a small part of Markdown, read without Qt."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_STEP = re.compile(r"([0-9]{1,2})\. +(.*)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line: a paragraph, a point of a list, or a numbered step."""

    words: str
    number: int | None = None
    is_point: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Lines below a heading; the first part of a guide has no title."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    """A guide: its title, the sentence that says why, and its parts."""

    title: str
    why: str
    parts: tuple[Part, ...]


def read_guide(text: str) -> Guide:
    """Return the guide that *text* is: "#", "##", "-", "1." and paragraphs."""
    title, why = "", ""
    parts: list[tuple[str, list[Line]]] = [("", [])]
    for row in _rows(text):
        if row.startswith("## "):
            parts.append((row[3:], []))
        elif row.startswith("# "):
            title = row[2:]
        elif not why:
            why = row
        else:
            parts[-1][1].append(_line(row))
    return Guide(
        title=title,
        why=why,
        parts=tuple(
            Part(title=name, lines=tuple(lines)) for name, lines in parts if lines
        ),
    )


def _rows(text: str) -> Iterator[str]:
    return (row.strip() for row in text.splitlines() if row.strip())


def _line(row: str) -> Line:
    step = _STEP.fullmatch(row)
    if step is not None:
        return Line(words=step[2], number=int(step[1]))
    if row.startswith("- "):
        return Line(words=row[2:], is_point=True)
    return Line(words=row)
