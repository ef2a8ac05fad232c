"""Where a fact of the catalogue comes from, and how far to trust it."""

from dataclasses import dataclass
from datetime import date
from enum import Enum


class Grade(Enum):
    """How good a source is, best first.

    A: an official page or a maintained data set, read directly. A': official wording
    quoted by a third page. B: public code, or a real sample. C: blogs, questions and
    answers, news. S: the story of one person only.
    """

    A = "A"
    A_QUOTED = "A'"
    B = "B"
    C = "C"
    S = "S"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The page or data set that says so, and the day on which it was last read."""

    text: str
    grade: Grade
    last_checked: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """What something is called in each language of the window."""

    ja: str
    en: str
