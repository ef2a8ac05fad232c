"""The lists of profiles of Firefox, as tolerant as its own reader.

xpcom/ds/nsINIParser.cpp: lines of sections and keys; what is neither is passed over.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A section; of a key that stands in it twice, the last value counts."""

    name: str
    values: Mapping[str, str]


def read_sections(text: str) -> Sequence[Section]:
    """Return the sections of *text* in their order."""
    sections = []
    values: dict[str, str] = {}
    for line in text.splitlines():
        stripped = line.strip()
        if stripped.startswith("[") and stripped.endswith("]"):
            values = {}
            sections.append(Section(name=stripped[1:-1].strip(), values=values))
            continue
        key, equals, value = stripped.partition("=")
        if equals and not key.startswith(("#", ";")):
            values[key.strip()] = value.strip()
    return sections
