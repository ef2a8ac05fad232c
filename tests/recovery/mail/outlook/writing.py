"""Mails as Outlook saves them, for tests: made up, and written by us."""

import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SECTOR, MINI, CUTOFF = 512, 64, 4096
FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD

SUBJECT, HEADERS, BODY, RTF, HTML = 0x0037, 0x007D, 0x1000, 0x1009, 0x1013
SENDER, SENDER_ADDRESS, SENT, MESSAGE_ID = 0x0C1A, 0x5D01, 0x0039, 0x1035
NAME, ADDRESS, RECIPIENT_TYPE = 0x3001, 0x39FE, 0x0C15
FILE, FILE_NAME, MEDIA_TYPE = 0x3701, 0x3707, 0x370E
HTML_CODE_PAGE, CODE_PAGE = 0x3FDE, 0x3FFD

Value = str | bytes | int | datetime
Tree = Mapping[str, "bytes | Tree"]


@dataclass(frozen=True, kw_only=True)
class Msg:
    """A mail to save: properties by number; recipients and files have their own.

    `charset` is what texts are written in, None for Unicode.
    """

    properties: Mapping[int, Value]
    recipients: Sequence[Mapping[int, Value]] = ()
    files: "Sequence[Mapping[int, Value] | Msg]" = ()
    charset: str | None = None
    name: str = "mail"


def msg(mail: Msg) -> bytes:
    """Return the file of a mail ([MS-OXMSG])."""
    return compound(_mail(mail, head=32))


def _mail(mail: Msg, head: int) -> Tree:
    tree = dict(_storage(mail.properties, head, mail.charset))
    for number, one in enumerate(mail.recipients):
        name = f"__recip_version1.0_#{number:08X}"
        tree[name] = _storage(one, 8, mail.charset)
    for number, file in enumerate(mail.files):
        name = f"__attach_version1.0_#{number:08X}"
        if isinstance(file, Msg):
            inner = {f"__substg1.0_{FILE:04X}000D": _mail(file, head=24)}
            tree[name] = {**_storage({NAME: file.name}, 8, mail.charset), **inner}
        else:
            tree[name] = _storage(file, 8, mail.charset)
    return tree


def _storage(values: Mapping[int, Value], head: int, charset: str | None) -> Tree:
    table = bytes(head)
    tree: dict[str, bytes | Tree] = {}
    for tag, value in values.items():
        kind, fixed, stream = _value(value, charset)
        table += struct.pack("<HHI8s", kind, tag, 6, fixed)
        if stream is not None:
            tree[f"__substg1.0_{tag:04X}{kind:04X}"] = stream
    return {**tree, "__properties_version1.0": table}


def _value(value: Value, charset: str | None) -> tuple[int, bytes, bytes | None]:
    match value:
        case str() if charset:
            return 0x1E, b"", value.encode(charset)
        case str():
            return 0x1F, b"", value.encode("utf-16-le")
        case bytes():
            return 0x102, b"", value
        case datetime():
            since = value - datetime(1601, 1, 1, tzinfo=UTC)
            return 0x40, struct.pack("<Q", int(since.total_seconds()) * 10**7), None
        case _:
            return 3, struct.pack("<I", value), None


@dataclass
class _Writer:
    sectors: list[bytes] = field(default_factory=list)
    chains: list[int] = field(default_factory=list)
    mini: bytearray = field(default_factory=bytearray)
    mini_chains: list[int] = field(default_factory=list)
    entries: list[bytes] = field(default_factory=list)

    def chain(self, data: bytes) -> int:
        """Add sectors with *data* and return the number of the first."""
        first = len(self.sectors)
        parts = [data[at : at + SECTOR] for at in range(0, len(data), SECTOR)]
        self.sectors += [part.ljust(SECTOR, b"\0") for part in parts]
        self.chains += [first + number + 1 for number in range(len(parts))]
        if not parts:
            return END
        self.chains[-1] = END
        return first

    def stream(self, data: bytes) -> int:
        """Add a stream and return where it begins."""
        if len(data) >= CUTOFF:
            return self.chain(data)
        if not data:
            return END
        first = len(self.mini) // MINI
        padded = data + b"\0" * (-len(data) % MINI)
        self.mini += padded
        last = first + len(padded) // MINI
        self.mini_chains += [*range(first + 1, last), END]
        return first

    def tree(self, tree: Tree) -> int:
        """Add what is in a storage, and return the number of its first entry."""
        first = following = FREE
        for name, content in reversed(list(tree.items())):
            if isinstance(content, bytes):
                place = (self.stream(content), len(content))
                self.entry(name, 2, (following, FREE), place)
            else:
                self.entry(name, 1, (following, self.tree(content)))
            first = following = len(self.entries)
        return first

    def entry(
        self,
        name: str,
        kind: int,
        links: tuple[int, int],
        place: tuple[int, int] = (0, 0),
    ) -> None:
        """Add an entry with its right neighbour and child, its start and size.

        They count from 1, since the root comes first.
        """
        raw = name.encode("utf-16-le")
        head = struct.pack("<64sHBB", raw, len(raw) + 2, kind, 1)
        tree = struct.pack("<III", FREE, *links)
        self.entries.append(head + tree + bytes(36) + struct.pack("<IQ", *place))


def compound(tree: Tree) -> bytes:
    """Return the compound file with what is in *tree* ([MS-CFB])."""
    writer = _Writer()
    first = writer.tree(tree)
    entries, writer.entries = writer.entries, []
    mini_start = writer.chain(bytes(writer.mini))
    writer.entry("Root Entry", 5, (FREE, first), (mini_start, len(writer.mini)))
    directory = writer.chain(b"".join([*writer.entries, *entries]))
    mini_fat = struct.pack(f"<{len(writer.mini_chains)}I", *writer.mini_chains)
    padded = mini_fat + b"\xff" * (-len(mini_fat) % SECTOR)
    mini_fat_start = writer.chain(padded)
    fats = 1
    while fats * SECTOR // 4 < len(writer.chains) + fats:
        fats += 1
    first_fat = len(writer.chains)
    chains = [*writer.chains, *[FAT] * fats]
    chains += [FREE] * (fats * SECTOR // 4 - len(chains))
    head = struct.pack("<8s16xHHHHH6x", MAGIC, 0x3E, 3, 0xFFFE, 9, 6)
    head += struct.pack("<IIIIII", 0, fats, directory, 0, CUTOFF, mini_fat_start)
    head += struct.pack("<III", len(padded) // SECTOR, END, 0)
    difat = [*range(first_fat, first_fat + fats), *[FREE] * (109 - fats)]
    head += struct.pack("<109I", *difat)
    return head + b"".join(writer.sectors) + struct.pack(f"<{len(chains)}I", *chains)


def packed_rtf(rtf: bytes) -> bytes:
    """Return RTF as Outlook packs it, with nothing repeated ([MS-OXRTFCP])."""
    pieces = [b"\0" + rtf[at : at + 8] for at in range(0, len(rtf), 8)]
    content = b"".join(pieces)
    return struct.pack("<II4sI", len(content) + 12, len(rtf), b"LZFu", 0) + content
