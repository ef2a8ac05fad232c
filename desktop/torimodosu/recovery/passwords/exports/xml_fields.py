"""Exports in XML as documents of lists and objects.

An element is an object: of its attributes, of the elements in it that hold a text, and
of a list of the others. An element with both attributes and a text is in that list,
with its text as "value", as Revelation and SafeInCloud write their fields.
"""

import xml.parsers.expat
from collections.abc import Mapping

Element = dict[str, object]

_PARTS, _VALUE = "parts", "value"


def document_of_xml(text: str) -> object | None:
    """Return the document that *text* is, or None where it is none.

    It is read without entities of its own: they could be nested until the memory is
    full.
    """
    reader = _Reader()
    # Whatever it says of its encoding: it is a text already.
    parser = xml.parsers.expat.ParserCreate("utf-8")
    parser.buffer_text = True
    parser.StartElementHandler = reader.begin
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.texts.append
    parser.EntityDeclHandler = _refuse
    try:
        parser.Parse(text.encode(errors="replace"), True)  # noqa: FBT003 -- all of it
    except (xml.parsers.expat.ExpatError, _EntityError):
        return None
    return reader.outside


class _Reader:
    """Keeps the elements around the place that is being read."""

    def __init__(self) -> None:
        self.outside: Element = {}
        self.texts: list[str] = []
        self._open = [self.outside]

    def begin(self, _name: str, attributes: Mapping[str, str]) -> None:
        """Go into an element."""
        self.texts.clear()
        self._open.append(dict(attributes))

    def end(self, name: str) -> None:
        """Take in what an element holds, and go out of it."""
        text = "".join(self.texts)
        self.texts.clear()
        element = self._open.pop()
        around = self._open[-1]
        if not element:
            around.setdefault(name, text)
            return
        if _PARTS not in element and text.strip():
            element[_VALUE] = text
        parts = around.setdefault(_PARTS, [])
        if isinstance(parts, list):
            parts.append(element)


class _EntityError(Exception):
    """The file declares an entity."""


def _refuse(*_declared: object) -> None:
    raise _EntityError
