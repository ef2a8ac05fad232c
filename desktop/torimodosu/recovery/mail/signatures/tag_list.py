"""Lists of tags, as signatures and their keys are written (RFC 6376, 3.2)."""

import re
from collections.abc import Mapping

_NAME = re.compile(rb"[A-Za-z][A-Za-z0-9_]*+")
_BLANKS = b" \t\r\n"
# The longest real one, with a key of 4096 bits, has a kilobyte.
_LONGEST = 1 << 15
_MOST_TAGS = 100


class NoTagListError(ValueError):
    """A text is no list of tags."""


def read_tags(raw: bytes) -> Mapping[str, bytes]:
    """Return the values of a list of tags, without the blanks around them.

    Raises:
        NoTagListError: If it is none: a part without a name, a name that comes twice,
            or more than any signature has.

    """
    parts = raw.split(b";", _MOST_TAGS)
    if len(raw) > _LONGEST or len(parts) > _MOST_TAGS:
        raise NoTagListError
    if not parts[-1].strip(_BLANKS):
        del parts[-1]
    tags: dict[str, bytes] = {}
    for part in parts:
        name, sign, value = part.partition(b"=")
        name = name.strip(_BLANKS)
        key = name.decode("ascii", "replace")
        if not sign or not _NAME.fullmatch(name) or key in tags:
            raise NoTagListError
        tags[key] = value.strip(_BLANKS)
    return tags


def without_value(raw: bytes, wanted: str) -> bytes:
    """Return the list *raw* with the value of one tag left empty.

    What stands around its "=" stays (RFC 6376, 3.7): the signature was made so.
    """
    parts = raw.split(b";")
    for place, part in enumerate(parts):
        name, sign, _ = part.partition(b"=")
        if sign and name.strip(_BLANKS) == wanted.encode():
            parts[place] = name + sign
    return b";".join(parts)
