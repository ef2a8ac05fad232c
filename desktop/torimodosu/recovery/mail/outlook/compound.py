"""Compound files of Microsoft: a small file system in one file ([MS-CFB]).

Own code and not olefile: that one wants a file to read from, writes to the log, and
raises whatever the bytes make it raise. Here nothing is raised, a chain of sectors is
never followed longer than the file has sectors, and only what is asked for is read.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_HEADER = struct.Struct("<30xH16xI4xII4xI4x109I")  # section 2.2
_SECTOR_SHIFTS = (9, 12)
_MINI_SHIFT = 6
_LARGEST_REGULAR = 0xFFFFFFFA  # section 2.1
_ENTRY = struct.Struct("<64sHBxIII36xIQ")  # section 2.6.1
_STORAGE, _STREAM, _ROOT = 1, 2, 5
# Of a file with large sectors the upper half of a size counts, of another it does not.
_LOW_HALF = 0xFFFFFFFF

# A mail with a thousand files has some 20,000.
_MOST_ENTRIES = 100_000
# All streams together have no more bytes than the file, and few are read twice. In one
# that is made to choke readers, a thousand streams lie in the same place.
_MOST_TIMES = 2
_LEAST_ROOM = 2**16


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the directory, with the numbers of its neighbours and children."""

    name: str
    kind: int
    left: int
    right: int
    child: int
    start: int
    size: int


@dataclass(slots=True)
class Storage:
    """A folder in a compound file: its streams and storages by name."""

    _sectors: "_Sectors"
    streams: dict[str, Entry] = field(default_factory=dict)
    storages: dict[str, "Storage"] = field(default_factory=dict)

    def read(self, name: str, most: int) -> bytes:
        """Return at most *most* bytes of a stream, b"" where there is none."""
        entry = self.streams.get(name)
        return b"" if entry is None else self._sectors.stream(entry, most)


def read_compound(raw: bytes) -> Storage | None:
    """Return the root of a compound file; None where *raw* is none or has no root.

    Of a damaged one there is what can be reached. Never raises.
    """
    if not raw.startswith(MAGIC) or len(raw) < _HEADER.size:
        return None
    sectors = _Sectors(raw)
    entries = sectors.directory()
    if not entries or entries[0].kind != _ROOT:
        return None
    return _tree(sectors, entries)


def _tree(sectors: "_Sectors", entries: list[Entry]) -> Storage:
    """Return the root with everything below it, each entry at one place only."""
    root = Storage(sectors)
    seen = {0}
    waiting = [(root, entries[0].child)]
    while waiting:
        storage, first = waiting.pop()
        for entry in _siblings(entries, first, seen):
            if entry.kind == _STREAM:
                storage.streams.setdefault(entry.name, entry)
            elif entry.kind == _STORAGE and entry.name not in storage.storages:
                inner = storage.storages[entry.name] = Storage(sectors)
                waiting.append((inner, entry.child))
    return root


def _siblings(entries: list[Entry], first: int, seen: set[int]) -> Iterator[Entry]:
    """Yield the entries of the tree that *first* is the top of."""
    waiting = [first]
    while waiting:
        number = waiting.pop()
        if number >= len(entries) or number in seen:
            continue
        seen.add(number)
        entry = entries[number]
        yield entry
        waiting += (entry.right, entry.left)


class _Sectors:
    """The sectors of a file, and the chains that they form."""

    def __init__(self, raw: bytes) -> None:
        self._raw = raw
        shift, directory, cutoff, mini_fat, difat, *first = _HEADER.unpack_from(raw)
        self._directory, self._cutoff = directory, cutoff
        self._shift = shift if shift in _SECTOR_SHIFTS else _SECTOR_SHIFTS[0]
        self._count = len(raw) >> self._shift
        self._room = len(raw) * _MOST_TIMES + _LEAST_ROOM
        self._fat = self._numbers(self._fat_sectors(first, difat))
        self._mini_fat = self._numbers(self._chain(mini_fat, self._fat, self._count))
        self._mini: bytes | None = None
        self._root: Entry | None = None

    def directory(self) -> list[Entry]:
        """Return the entries of the directory, the root first."""
        chain = self._chain(self._directory, self._fat, self._count)
        data = b"".join(map(self._sector, chain))[: _MOST_ENTRIES * _ENTRY.size]
        whole = len(data) // _ENTRY.size * _ENTRY.size
        entries = [self._entry(fields) for fields in _ENTRY.iter_unpack(data[:whole])]
        self._root = entries[0] if entries else None
        return entries

    def stream(self, entry: Entry, most: int) -> bytes:
        """Return the first bytes of a stream."""
        size = min(entry.size, most, self._room)
        self._room -= size
        if entry.size >= self._cutoff:
            wanted = _sectors_for(size, self._shift)
            chain = self._chain(entry.start, self._fat, wanted)
            return b"".join(map(self._sector, chain))[:size]
        mini = self._mini_stream()
        wanted = _sectors_for(size, _MINI_SHIFT)
        chain = self._chain(entry.start, self._mini_fat, wanted)
        width = 1 << _MINI_SHIFT
        return b"".join(mini[n * width : (n + 1) * width] for n in chain)[:size]

    def _mini_stream(self) -> bytes:
        """Return the stream of the root, in which all the small ones lie."""
        if self._mini is None:
            size = self._root.size if self._root else 0
            start = self._root.start if self._root else _LARGEST_REGULAR
            wanted = min(_sectors_for(size, self._shift), self._count)
            chain = self._chain(start, self._fat, wanted)
            self._mini = b"".join(map(self._sector, chain))
        return self._mini

    def _entry(self, fields: tuple[bytes, int, int, int, int, int, int, int]) -> Entry:
        raw_name, length, kind, left, right, child, start, size = fields
        name = raw_name[: max(min(length, len(raw_name)) - 2, 0)]
        if self._shift == _SECTOR_SHIFTS[0]:
            size &= _LOW_HALF
        text = name.decode("utf-16-le", "replace")
        return Entry(text, kind, left, right, child, start, size)

    def _fat_sectors(self, found: list[int], difat: int) -> list[int]:
        """Return where the table of chains lies (section 2.5).

        The header names the *found* ones, sectors from *difat* on name the others.
        """
        seen = set()
        while difat < self._count and difat not in seen:
            seen.add(difat)
            more = self._numbers([difat])
            found += more[:-1]
            difat = more[-1] if more else _LARGEST_REGULAR
        return [number for number in found if number < self._count][: self._count]

    def _numbers(self, sectors: list[int]) -> tuple[int, ...]:
        data = b"".join(map(self._sector, sectors))
        return struct.unpack_from(f"<{len(data) // 4}I", data)

    def _chain(self, first: int, table: tuple[int, ...], most: int) -> list[int]:
        """Return at most *most* numbers of a chain, each once."""
        found: dict[int, None] = {}
        while len(found) < most and first < _LARGEST_REGULAR and first not in found:
            found[first] = None
            first = table[first] if first < len(table) else _LARGEST_REGULAR
        return list(found)

    def _sector(self, number: int) -> bytes:
        start = (number + 1) << self._shift
        return self._raw[start : start + (1 << self._shift)]


def _sectors_for(size: int, shift: int) -> int:
    return (size + (1 << shift) - 1) >> shift
