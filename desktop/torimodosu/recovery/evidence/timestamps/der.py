"""DER, the way in which time stamps and certificates are written (X.690)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import IntEnum

# Deeper than any certificate, and more than any answer has.
_DEEPEST = 30
_MOST_NODES = 20_000
_LONGEST_LENGTH = 4
_LONG_FORM = 0x80
_LONG_TAG = 0x1F
_LONGEST_OID = 64


class Tag(IntEnum):
    """The kinds of values that are met."""

    BOOLEAN = 0x01
    INTEGER = 0x02
    BIT_STRING = 0x03
    OCTET_STRING = 0x04
    NULL = 0x05
    OBJECT = 0x06
    UTC_TIME = 0x17
    GENERALIZED_TIME = 0x18
    SEQUENCE = 0x30
    SET = 0x31


def context(number: int) -> int:
    """Return the tag of a value that holds others and has a number in its place."""
    return 0xA0 | number


class DerError(ValueError):
    """Bytes that are no DER, or not what was expected there."""


@dataclass(frozen=True, slots=True)
class Node:
    """A value: its tag, its content, and all of its bytes."""

    tag: int
    content: bytes
    whole: bytes

    def children(self) -> "list[Node]":
        """Return the values in it.

        Raises:
            DerError: If it holds something else.

        """
        if not self.tag & 0x20:
            raise DerError
        return list(_nodes(self.content))

    def expect(self, tag: int) -> "Node":
        """Return the value itself if it is of that kind.

        Raises:
            DerError: If it is not.

        """
        if self.tag != tag:
            raise DerError
        return self

    def integer(self) -> int:
        """Return a number; raises `DerError` if it is none."""
        return int.from_bytes(self.expect(Tag.INTEGER).content, signed=True)

    def oid(self) -> str:
        """Return the name of an object, such as "1.2.840"; raises `DerError`."""
        content = self.expect(Tag.OBJECT).content
        if not content or len(content) > _LONGEST_OID or content[-1] & _LONG_FORM:
            raise DerError
        numbers = []
        number = 0
        for byte in content:
            number = number << 7 | byte & 0x7F
            if not byte & _LONG_FORM:
                numbers.append(number)
                number = 0
        first = min(numbers[0] // 40, 2)
        return ".".join(map(str, (first, numbers[0] - 40 * first, *numbers[1:])))

    def bits(self) -> bytes:
        """Return whole bytes of a bit string; raises `DerError` if it has others."""
        content = self.expect(Tag.BIT_STRING).content
        if not content.startswith(b"\0"):
            raise DerError
        return content[1:]

    def time(self) -> datetime:
        """Return a moment; raises `DerError` if it is none (RFC 5280, 4.1.2.5)."""
        text = self.content.decode("ascii", "replace")
        if self.tag == Tag.UTC_TIME:
            text = ("19" if text[:2] >= "50" else "20") + text
        elif self.tag != Tag.GENERALIZED_TIME:
            raise DerError
        whole, _, fraction = text.removesuffix("Z").partition(".")
        # Fewer digits would be shared out among the parts of a moment, as they fit.
        is_whole = len(whole) == len("YYYYMMDDhhmmss")
        if not text.endswith("Z") or not is_whole or not (whole + fraction).isdigit():
            raise DerError
        try:
            moment = datetime.strptime(whole, "%Y%m%d%H%M%S").replace(tzinfo=UTC)
        except ValueError:
            raise DerError from None
        return moment.replace(microsecond=int(fraction[:6].ljust(6, "0")))


def read_der(raw: bytes) -> Node:
    """Return the one value that *raw* is.

    Raises:
        DerError: If it is none, something follows, or it is nested without end.

    """
    found = list(_nodes(raw))
    if len(found) != 1:
        raise DerError
    _refuse_depth(found[0])
    return found[0]


def _refuse_depth(top: Node) -> None:
    waiting = [(top, 0)]
    seen = 0
    while waiting:
        node, depth = waiting.pop()
        seen += 1
        if depth > _DEEPEST or seen > _MOST_NODES:
            raise DerError
        if node.tag & 0x20:
            waiting += [(child, depth + 1) for child in _nodes(node.content)]


def _nodes(raw: bytes) -> Iterator[Node]:
    position = 0
    while position < len(raw):
        start, tag = position, raw[position]
        length, position = _length(raw, position + 1)
        end = position + length
        if tag & _LONG_TAG == _LONG_TAG or end > len(raw):
            raise DerError
        yield Node(tag, raw[position:end], raw[start:end])
        position = end


def _length(raw: bytes, position: int) -> tuple[int, int]:
    """Return a length and where its value begins; each length is written one way."""
    first = raw[position] if position < len(raw) else _LONG_FORM
    position += 1
    if first < _LONG_FORM:
        return first, position
    size = first & 0x7F
    digits = raw[position : position + size]
    length = int.from_bytes(digits)
    if not 1 <= size <= _LONGEST_LENGTH or len(digits) < size or length < _LONG_FORM:
        raise DerError
    if digits.startswith(b"\0"):
        raise DerError
    return length, position + size


def write_der(tag: int, *contents: bytes) -> bytes:
    """Return the bytes of a value that holds *contents*."""
    content = b"".join(contents)
    size = len(content)
    if size < _LONG_FORM:
        return bytes((tag, size)) + content
    digits = size.to_bytes((size.bit_length() + 7) // 8)
    return bytes((tag, _LONG_FORM | len(digits))) + digits + content


def write_integer(number: int) -> bytes:
    """Return the bytes of a number that is not negative."""
    return write_der(Tag.INTEGER, number.to_bytes(number.bit_length() // 8 + 1))


def write_oid(name: str) -> bytes:
    """Return the bytes of the name of an object."""
    first, second, *rest = map(int, name.split("."))
    content = bytearray()
    for number in (first * 40 + second, *rest):
        digits = [number & 0x7F]
        while number := number >> 7:
            digits.append(_LONG_FORM | number & 0x7F)
        content += bytes(reversed(digits))
    return write_der(Tag.OBJECT, bytes(content))
