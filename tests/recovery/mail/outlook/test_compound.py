"""The small file system in the files of Outlook."""

import struct
from pathlib import Path

import olefile  # type: ignore[import-untyped]
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.recovery.mail.outlook.writing import MAGIC, SECTOR, Tree, compound
from torimodosu.recovery.mail.outlook.compound import Storage, read_compound

CORPORA = Path(__file__).parents[5] / "shared" / "corpora"
CORPUS = CORPORA / "msgreader"
ALL = 1 << 30

CONTENT: Tree = {
    "small": b"s" * 100,
    "empty": b"",
    "large": bytes(range(256)) * 40,
    "inner": {"small": b"another", "deeper": {"x": b"y" * 5000}},
}


def plain(storage: Storage) -> Tree:
    """Return all that is in a storage."""
    streams: Tree = {name: storage.read(name, ALL) for name in storage.streams}
    return {**streams, **{name: plain(s) for name, s in storage.storages.items()}}


def test_everything_in_it_is_found() -> None:
    root = read_compound(compound(CONTENT))
    assert root is not None
    assert plain(root) == CONTENT


def test_no_more_is_read_than_asked_for() -> None:
    root = read_compound(compound(CONTENT))
    assert root is not None
    assert root.read("large", 300) == (bytes(range(256)) * 2)[:300]
    assert root.read("small", 7) == b"s" * 7
    assert root.read("nowhere", 7) == b""


def test_a_file_of_many_sectors_has_its_table_in_many_places() -> None:
    content: Tree = {"large": b"x" * (SECTOR * 1000)}
    root = read_compound(compound(content))
    assert root is not None
    assert plain(root) == content


def patched(place: int, number: int) -> bytes:
    raw = bytearray(compound(CONTENT))
    raw[place : place + 4] = struct.pack("<I", number)
    return bytes(raw)


def test_streams_that_lie_in_one_place_are_read_a_few_times_only() -> None:
    """A small file could be read as a gigabyte otherwise."""
    large = b"x" * 100_000
    raw = bytearray(
        compound({"0": large, **{str(n): b"y" * 5000 for n in range(1, 90)}})
    )
    entry = struct.pack("<64s", "0".encode("utf-16-le"))
    place = raw.index(entry) + 116
    for number in range(1, 90):
        other = raw.index(struct.pack("<64s", str(number).encode("utf-16-le"))) + 116
        raw[other : other + 12] = raw[place : place + 12]
    root = read_compound(bytes(raw))
    assert root is not None
    total = sum(len(root.read(name, ALL)) for name in root.streams)
    assert len(large) < total < 3 * len(raw)


def test_a_chain_in_a_circle_ends() -> None:
    whole = compound(CONTENT)
    table = len(whole) - SECTOR
    for number in range(30):
        raw = whole[: table + 4 * number] + bytes(4) + whole[table + 4 * number + 4 :]
        root = read_compound(raw)
        if root is not None:
            assert len(root.read("large", ALL)) <= len(raw)


@pytest.mark.parametrize("place", [44, 48, 56, 60, 64, 68, 72, 76, 80])
@pytest.mark.parametrize("number", [0, 1, 0xFFFF, 0x7FFFFFFF, 0xFFFFFFFE])
def test_wrong_numbers_in_its_head_are_borne(place: int, number: int) -> None:
    root = read_compound(patched(place, number))
    if root is not None:
        assert len(root.streams) < 1000


@given(st.data())
def test_nothing_makes_it_raise(data: st.DataObject) -> None:
    raw = bytearray(compound(CONTENT))
    changes = st.tuples(st.integers(0, len(raw) - 1), st.integers(0, 255))
    for place, byte in data.draw(st.lists(changes, max_size=40)):
        raw[place] = byte
    root = read_compound(bytes(raw))
    if root is not None:
        plain(root)


@pytest.mark.parametrize("raw", [b"", MAGIC, MAGIC + bytes(504), b"PK" + bytes(600)])
def test_other_files_are_none(raw: bytes) -> None:
    assert read_compound(raw) is None


@pytest.mark.skipif(
    not CORPUS.is_dir(), reason="corpora not present: ../shared/corpora/msgreader"
)
def test_files_of_outlook_hold_what_a_peer_finds() -> None:
    streams = 0
    for path in sorted(CORPUS.rglob("*.msg")):
        root = read_compound(path.read_bytes())
        assert root is not None
        peer = olefile.OleFileIO(path)
        for *folders, name in peer.listdir():
            storage = root
            for folder in folders:
                storage = storage.storages[folder]
            content = peer.openstream([*folders, name]).read()
            assert storage.read(name, ALL) == content
            streams += 1
        peer.close()
    assert streams > 1000
