"""A mail as those who sign see it: fields in their order, and one body."""

import re
from dataclasses import dataclass
from functools import cached_property

from torimodosu.recovery.mail.outlook.rebuilding import as_internet_mail

_FIELD = re.compile(rb"([!-9;-~]++)[ \t]*+:")
_BLANKS = (b" ", b"\t")
_MOST_FIELDS = 2_000


@dataclass(frozen=True, slots=True)
class RawField:
    """A field of a header: its lower-case name, and all of it, folds included."""

    name: str
    whole: bytes

    @property
    def value(self) -> bytes:
        """Return what stands behind the colon."""
        return self.whole.partition(b":")[2]


@dataclass(frozen=True)
class RawMail:
    """The fields of a mail from top to bottom, and its body; lines end in CR LF.

    `is_rebuilt` is that these are not the bytes that were sent: Outlook keeps others.
    """

    fields: tuple[RawField, ...]
    body: bytes
    is_rebuilt: bool = False

    @cached_property
    def by_name(self) -> dict[str, list[RawField]]:
        """Return the fields of each name from the bottom to the top."""
        found: dict[str, list[RawField]] = {}
        for field in reversed(self.fields):
            found.setdefault(field.name, []).append(field)
        return found

    def all(self, name: str) -> list[RawField]:
        """Return the fields of a lower-case name from top to bottom."""
        return self.by_name.get(name, [])[::-1]


def with_crlf(raw: bytes) -> bytes:
    """Return *raw* with CR LF at the end of each line that ends in LF."""
    return raw.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")


def read_raw(raw: bytes) -> RawMail:
    """Part the bytes of a mail; what ends in LF is taken to have ended in CR LF.

    Mail stores of Unix keep lines so. A line that is no field is left out, the first
    empty line ends the header. Of a header with more than 2,000 fields, which no mail
    has, the rest counts as body.
    """
    mail = as_internet_mail(raw)
    text = with_crlf(mail)
    fields: list[list[bytes]] = []
    position = 0
    while position < len(text) and len(fields) < _MOST_FIELDS:
        end = text.find(b"\r\n", position)
        end = len(text) if end < 0 else end
        line = text[position:end]
        position = end + 2
        if not line:
            break
        if line.startswith(_BLANKS):
            if fields:
                fields[-1].append(line)
        elif _FIELD.match(line):
            fields.append([line])
    found = tuple(map(_field, fields))
    return RawMail(found, text[position:], is_rebuilt=mail is not raw)


def _field(lines: list[bytes]) -> RawField:
    whole = b"\r\n".join(lines)
    name = whole.partition(b":")[0].strip().decode("ascii", "replace").lower()
    return RawField(name, whole)
