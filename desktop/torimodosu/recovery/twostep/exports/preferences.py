"""Settings files of Android programs (SharedPreferences), which are XML."""

import xml.parsers.expat
from collections.abc import Mapping

_LARGEST = 4 * 2**20  # characters


def strings_of(text: str) -> Mapping[str, str]:
    """Return the texts in a settings file by their name; none where it is damaged.

    Read without a tree, and without entities of the file's own: they could be nested
    until the memory is full.
    """
    strings: dict[str, str] = {}
    name: str | None = None
    pieces: list[str] = []

    def begin(tag: str, attributes: Mapping[str, str]) -> None:
        nonlocal name
        pieces.clear()
        name = attributes.get("name") if tag == "string" else None

    def end(_tag: str) -> None:
        nonlocal name
        if name is not None:
            strings[name] = "".join(pieces)
        name = None

    parser = xml.parsers.expat.ParserCreate()
    parser.StartElementHandler = begin
    parser.EndElementHandler = end
    parser.CharacterDataHandler = pieces.append
    parser.EntityDeclHandler = _refuse
    try:
        parser.Parse(text[:_LARGEST], True)  # noqa: FBT003 -- this is all of it
    except (xml.parsers.expat.ExpatError, _EntityError):
        return {}
    return strings


class _EntityError(Exception):
    """The file declares an entity."""


def _refuse(*_declared: object) -> None:
    raise _EntityError
