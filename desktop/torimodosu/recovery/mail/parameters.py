"""Structured header values with parameters: Content-Type, Content-Disposition."""

import re
from dataclasses import dataclass, field
from urllib.parse import unquote_to_bytes

from torimodosu.recovery.mail.charsets import decode
from torimodosu.recovery.mail.words import decode_words, unfold

_NAME = re.compile(r"[;\s]*+([^\s;=*\"]+)(\*\d{1,4})?(\*)?\s*+(=)?\s*+")
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*+)"?', re.DOTALL)
_BARE = re.compile(r"[^;]*+")
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_COMMENT = re.compile(r"\([^()]*+\)\s*+$")
_NOT_MEDIA = re.compile(r"[^a-z0-9!#$&^_.+/-]")
_MOST_PARAMETERS = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Structured:
    """A value such as `text/plain; charset=utf-8`.

    Attributes:
        value: What stands in front of the parameters, in lower case.
        parameters: Decoded values by lower-case name; RFC 2231 and RFC 2047 undone.

    """

    value: str
    parameters: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Section:
    """A parameter, or a numbered section of one (RFC 2231, 3)."""

    number: int
    is_extended: bool
    text: str


def _value_at(text: str, position: int) -> tuple[str, int]:
    """Read a parameter's value; return it with the position behind it."""
    quoted = _QUOTED.match(text, position)
    if quoted:
        return _ESCAPED.sub(r"\1", quoted[1]), quoted.end()
    bare = _BARE.match(text, position)
    end = bare.end() if bare else position
    # Blanks belong to an unquoted file name more often than not; comments do not.
    return _COMMENT.sub("", text[position:end].strip()).strip(), end


def _sections(text: str, position: int) -> dict[str, list[_Section]]:
    sections: dict[str, list[_Section]] = {}
    for _ in range(_MOST_PARAMETERS):
        name = _NAME.match(text, position)
        if name is None:
            break
        value, position = _value_at(text, name.end()) if name[4] else ("", name.end())
        section = _Section(
            number=int(name[2][1:]) if name[2] else 0,
            is_extended=name[3] is not None,
            text=value,
        )
        sections.setdefault(name[1].lower(), []).append(section)
    return sections


def _join(sections: list[_Section]) -> str:
    """Return the value that *sections* of one parameter make together."""
    whole = [section for section in sections if section.number == 0]
    later = sorted((s for s in sections if s.number), key=lambda s: s.number)
    # Where a name is given twice, in the new and in the old way, the new one counts.
    first = next((s for s in whole if s.is_extended), (whole or later)[0])
    ordered = [first, *(section for section in later if section is not first)]
    if not any(section.is_extended for section in ordered):
        return decode_words("".join(section.text for section in ordered))
    charset, pieces = "", []
    for section in ordered:
        text = section.text
        if section is first and section.is_extended and text.count("'") >= 2:  # noqa: PLR2004
            charset, _, text = text.split("'", 2)
        escaped = section.is_extended
        pieces.append(unquote_to_bytes(text) if escaped else text.encode())
    return decode(b"".join(pieces), charset).text


def parse_structured(raw: bytes, charset: str = "") -> Structured:
    """Read a raw value with parameters.

    Accepts raw 8-bit values (probably in *charset*), missing quotes and semicolons,
    names continued over several sections, and percent-encoded ones (RFC 2231).
    """
    text = unfold(raw, charset)
    value, _, _ = text.partition(";")
    media = _NOT_MEDIA.sub("", _COMMENT.sub("", value.strip().lower()))
    sections = _sections(text, len(value))
    parameters = {name: _join(parts) for name, parts in sections.items()}
    return Structured(value=media, parameters=parameters)
