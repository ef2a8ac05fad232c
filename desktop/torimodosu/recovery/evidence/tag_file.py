"""What bagit.txt and bag-info.txt say, after RFC 8493 sections 2.1.1 and 2.2.2."""

import codecs
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from torimodosu.recovery.evidence.manifest import FIRST_RFC, BagVersion, lines_of

KNOWN_VERSIONS: frozenset[BagVersion] = frozenset(
    {(0, 93), (0, 94), (0, 95), (0, 96), (0, 97), FIRST_RFC}
)

# Python's other text codecs, such as "punycode" or "unicode_escape", are no character
# sets, and some take quadratic time.
_CHARACTER_SETS = frozenset(
    {"ascii", "utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le"}
    | {"utf-32-be", "utf-7", "big5", "euc_jp", "euc_kr", "gb18030", "gb2312", "gbk"}
    | {"iso2022_jp", "iso2022_kr", "shift_jis", "cp932", "koi8-r", "koi8-u", "tis-620"}
    | {f"iso8859-{number}" for number in range(1, 17)}
    | {f"cp{number}" for number in (437, 850, 852, 866, 949, 950, *range(1250, 1259))}
)
_STRICT = re.compile(
    r"BagIt-Version: ([0-9]{1,4})\.([0-9]{1,4})(?:\r\n|\r|\n)"
    r"Tag-File-Character-Encoding: (\S+)(?:\r\n|\r|\n)?"
)
_LOOSE = re.compile(
    r"BagIt-Version[ \t]*:[ \t]*([0-9]{1,4})\.([0-9]{1,4})[ \t]*(?:\r\n|\r|\n)"
    r"Tag-File-Character-Encoding[ \t]*:[ \t]*(\S+)[ \t\r\n]*"
)
_OXUM = re.compile(r"([0-9]{1,20})\.([0-9]{1,20})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Declaration:
    """What bagit.txt declares; `encoding` is Python's name, None for an unknown one."""

    version: BagVersion
    encoding: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """One element of bag-info.txt."""

    label: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Oxum:
    """The sum of the payload's bytes and the number of its files."""

    size: int
    files: int


def read_declaration(data: bytes) -> Declaration | None:
    """Return what *data* declares, or None where it is malformed.

    Versions before 1.0 may have blanks and tabs around the colons.
    """
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    fields = _LOOSE.fullmatch(text)
    if fields is None:
        return None
    version = int(fields[1]), int(fields[2])
    if version >= FIRST_RFC and _STRICT.fullmatch(text) is None:
        return None
    return Declaration(version=version, encoding=_python_name(fields[3]))


def read_elements(text: str, version: BagVersion) -> tuple[list[Element], bool]:
    """Return the elements of bag-info.txt, and whether every line was well-formed.

    A line that begins with white space continues the one before.
    """
    elements: list[Element] = []
    is_well_formed = True
    for line in lines_of(text):
        if line[:1] in (" ", "\t") and elements:
            last = elements[-1]
            value = f"{last.value} {line.strip()}".strip()
            elements[-1] = Element(label=last.label, value=value)
            continue
        label, colon, value = line.partition(":")
        if version < FIRST_RFC:
            label = label.strip(" \t")
        elif label != label.strip(" \t"):
            is_well_formed = False
        if colon and label:
            elements.append(Element(label=label, value=value.strip(" \t")))
        elif line.strip():
            is_well_formed = False
    return elements, is_well_formed


def write_elements(elements: Iterable[Element]) -> str:
    """Return the text of bag-info.txt; labels and values must hold no line end."""
    return "".join(f"{element.label}: {element.value}\n" for element in elements)


def values_of(elements: Sequence[Element], label: str) -> list[str]:
    """Return the values of *label*, whatever its case, in their order."""
    wanted = label.casefold()
    return [item.value for item in elements if item.label.casefold() == wanted]


def read_oxum(value: str) -> Oxum | None:
    """Return the Payload-Oxum that *value* is, or None where it is malformed."""
    fields = _OXUM.fullmatch(value)
    if fields is None:
        return None
    return Oxum(size=int(fields[1]), files=int(fields[2]))


def _python_name(encoding: str) -> str | None:
    try:
        name = codecs.lookup(encoding).name
    except (LookupError, ValueError):  # ValueError: a NUL in the name
        return None
    return name if name in _CHARACTER_SETS else None
