r"""The journal as a text in which each entry carries the hash of the one before.

Form, which must never change: UTF-8, one entry a line, every line ended by one line
feed, five fields with one tab between them:

    number  previous  time  kind  text

`number` counts from 1. `previous` is the SHA-256, in lower-case hexadecimal, of the
bytes of the line before without its line feed; in the first line it is that of the
ASCII text "Torimodosu journal, form 1". `time` is ISO 8601 with offset. In `text` every
backslash, control character, line or paragraph separator and lone surrogate stands as
\\uXXXX. Anybody can check a line with `sha256sum`.

A chain alone shows no cut-off tail and no change of its last line, so the number of
entries and the SHA-256 of the last line, its `Head`, are kept elsewhere in the bag.
Somebody who writes both anew leaves no trace; only a time stamp from outside would.
"""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from torimodosu.recovery.case.journal import Entry

GENESIS = hashlib.sha256(b"Torimodosu journal, form 1").hexdigest()

_LINE = re.compile(rb"([1-9][0-9]{0,8})\t([0-9a-f]{64})\t[^\t]*\t[^\t]*\t[^\t]*")
_ESCAPED = re.compile(r"[\\\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """How many entries a journal has, and the SHA-256 of the last one's line."""

    entries: int
    sha256: str


class Break(Enum):
    """How a journal differs from what was written."""

    CHANGED = "journal_entry_changed"
    MISSING = "journal_entry_missing"
    ADDED = "journal_entry_added"
    REORDERED = "journal_entry_reordered"


@dataclass(frozen=True, slots=True, kw_only=True)
class BrokenLink:
    """The first place where a journal is not as it was written.

    `entry` is the number that the entry has, or would have if it were there.
    """

    entry: int
    how: Break


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """A line of a journal: its hash, and what it says of itself where it can be read.

    An entry that cannot be read has number 0.
    """

    sha256: str
    number: int
    previous: str


def chain(entries: Sequence[Entry]) -> bytes:
    """Return *entries* as the text of a journal."""
    lines = []
    previous = GENESIS
    for number, entry in enumerate(entries, 1):
        line = line_of(number, previous, entry)
        previous = hashlib.sha256(line).hexdigest()
        lines.append(line + b"\n")
    return b"".join(lines)


def line_of(number: int, previous: str, entry: Entry) -> bytes:
    """Return the line of one entry, without its line feed."""
    at, text = entry.at.isoformat(), _ESCAPED.sub(_escape, entry.text)
    return "\t".join((str(number), previous, at, entry.kind.value, text)).encode()


def head_of(journal: bytes) -> Head:
    """Return the head of an unbroken *journal*; an empty one has that of no entry."""
    lines = journal.split(b"\n")[:-1]
    last = hashlib.sha256(lines[-1]).hexdigest() if lines else GENESIS
    return Head(entries=len(lines), sha256=last)


def broken_link(journal: bytes, head: Head | None) -> BrokenLink | None:
    """Return where *journal* is broken first, or None where it is whole.

    Without its *head* a cut-off tail and a change of the last line remain unseen.
    """
    *texts, rest = journal.split(b"\n")
    lines = [_read(text) for text in texts]
    if rest:
        lines.append(_Line(sha256="", number=0, previous=""))
    previous = GENESIS
    for place, line in enumerate(lines, 1):
        if line.number != place:
            return _difference_in_number(lines, place)
        if line.previous != previous:
            return _difference_in_link(lines, place, head)
        previous = line.sha256
    return None if head is None else _difference_at_end(lines, head)


def _difference_in_number(lines: Sequence[_Line], place: int) -> BrokenLink:
    number = lines[place - 1].number
    if number == 0:
        return BrokenLink(entry=place, how=Break.CHANGED)
    if number < place:
        return BrokenLink(entry=number, how=Break.ADDED)
    is_later = any(line.number == place for line in lines[place:])
    how = Break.REORDERED if is_later else Break.MISSING
    return BrokenLink(entry=place, how=how)


def _difference_in_link(
    lines: Sequence[_Line], place: int, head: Head | None
) -> BrokenLink:
    # Either the line before was changed, or this one's own link. Which one shows in
    # whether what comes next still vouches for this line as it is.
    if place < len(lines):
        witness = lines[place].previous
    else:
        witness = "" if head is None else head.sha256
    is_itself = place == 1 or witness != lines[place - 1].sha256
    return BrokenLink(entry=place if is_itself else place - 1, how=Break.CHANGED)


def _difference_at_end(lines: Sequence[_Line], head: Head) -> BrokenLink | None:
    if len(lines) < head.entries:
        return BrokenLink(entry=len(lines) + 1, how=Break.MISSING)
    if len(lines) > head.entries:
        return BrokenLink(entry=head.entries + 1, how=Break.ADDED)
    last = lines[-1].sha256 if lines else GENESIS
    if last != head.sha256:
        return BrokenLink(entry=len(lines), how=Break.CHANGED)
    return None


def _read(text: bytes) -> _Line:
    fields = _LINE.fullmatch(text)
    return _Line(
        sha256=hashlib.sha256(text).hexdigest(),
        number=0 if fields is None else int(fields[1]),
        previous="" if fields is None else fields[2].decode("ascii"),
    )


def _escape(character: re.Match[str]) -> str:
    return f"\\u{ord(character[0]):04x}"
