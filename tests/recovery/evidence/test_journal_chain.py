import hashlib
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.clock import FRIDAY_NIGHT
from torimodosu.recovery.case.journal import Entry, Kind
from torimodosu.recovery.evidence.journal_chain import (
    GENESIS,
    Break,
    BrokenLink,
    Head,
    broken_link,
    chain,
    head_of,
)

ENTRIES = [
    Entry(at=FRIDAY_NIGHT + timedelta(minutes=n), kind=Kind.NOTE, text=text)
    for n, text in enumerate(["電話した", "a\tb\nc\\", "", "x\u2028y\ud800", "end"])
]
JOURNAL = chain(ENTRIES)
LINES = JOURNAL.splitlines(keepends=True)
HEAD = head_of(JOURNAL)

moments = st.integers(0, 10**9).map(lambda s: FRIDAY_NIGHT + timedelta(seconds=s))
entries = st.builds(Entry, at=moments, kind=st.sampled_from(Kind), text=st.text())


def test_each_line_carries_the_hash_of_the_one_before() -> None:
    before = GENESIS
    for number, line in enumerate(LINES, 1):
        fields = line.decode().rstrip("\n").split("\t")
        assert fields[:2] == [str(number), before]
        before = hashlib.sha256(line.rstrip(b"\n")).hexdigest()
    assert Head(entries=len(ENTRIES), sha256=before) == HEAD


def test_the_form_of_a_line_never_changes() -> None:
    (line,) = chain(ENTRIES[1:2]).decode().splitlines()
    assert line == (
        f"1\t{GENESIS}\t2026-03-13T23:51:00+09:00\tnote\ta\\u0009b\\u000ac\\u005c"
    )
    assert GENESIS == (
        "5250f0aadba5af88bb51b8fe55150fc41195aa43fe635d5928315c1d6fc25089"
    )


@given(st.lists(entries))
def test_a_journal_as_written_is_whole(written: list[Entry]) -> None:
    journal = chain(written)
    assert journal.count(b"\n") == len(written)
    assert broken_link(journal, head_of(journal)) is None


@given(st.lists(entries, min_size=1), st.data())
def test_any_change_of_any_line_is_found(
    written: list[Entry], data: st.DataObject
) -> None:
    journal = chain(written)
    start = data.draw(st.integers(0, len(journal)))
    end = data.draw(st.integers(start, len(journal)))
    changed = journal[:start] + data.draw(st.binary(max_size=9)) + journal[end:]
    is_whole = broken_link(changed, head_of(journal)) is None
    assert is_whole == (changed == journal)


@given(st.lists(entries), entries)
def test_a_longer_journal_continues_the_shorter(
    written: list[Entry], more: Entry
) -> None:
    assert chain([*written, more]).startswith(chain(written))


@given(st.binary())
def test_no_bytes_make_the_verification_fail(data: bytes) -> None:
    assert broken_link(data, HEAD) is not None


def changed(line: bytes) -> bytes:
    return line.replace(b"2026", b"2025")


@pytest.mark.parametrize(
    ("lines", "entry", "how"),
    [
        ([changed(LINES[0]), *LINES[1:]], 1, Break.CHANGED),
        ([*LINES[:2], changed(LINES[2]), *LINES[3:]], 3, Break.CHANGED),
        ([*LINES[:4], changed(LINES[4])], 5, Break.CHANGED),
        ([LINES[0].replace(GENESIS.encode(), b"0" * 64), *LINES[1:]], 1, Break.CHANGED),
        ([*LINES[:2], b"nonsense\n", *LINES[3:]], 3, Break.CHANGED),
        ([*LINES[:4], LINES[4].rstrip(b"\n")], 5, Break.CHANGED),
        (LINES[1:], 1, Break.MISSING),
        ([*LINES[:2], *LINES[3:]], 3, Break.MISSING),
        (LINES[:4], 5, Break.MISSING),
        ([], 1, Break.MISSING),
        ([*LINES[:3], LINES[1], *LINES[3:]], 2, Break.ADDED),
        ([*LINES, b"6\t" + HEAD.sha256.encode() + b"\t\t\t\n"], 6, Break.ADDED),
        ([LINES[0], LINES[2], LINES[1], *LINES[3:]], 2, Break.REORDERED),
    ],
)
def test_the_first_break_is_named(lines: list[bytes], entry: int, how: Break) -> None:
    assert broken_link(b"".join(lines), HEAD) == BrokenLink(entry=entry, how=how)


def test_a_changed_link_is_told_from_a_changed_line_before_it() -> None:
    link = LINES[2].split(b"\t")[1]
    relinked = [*LINES[:2], LINES[2].replace(link, b"0" * 64), *LINES[3:]]
    found = broken_link(b"".join(relinked), HEAD)
    assert found == BrokenLink(entry=3, how=Break.CHANGED)


def test_a_last_line_with_a_wrong_link_is_the_changed_one() -> None:
    link = LINES[4].split(b"\t")[1]
    relinked = [*LINES[:4], LINES[4].replace(link, b"0" * 64)]
    found = broken_link(b"".join(relinked), HEAD)
    assert found == BrokenLink(entry=5, how=Break.CHANGED)


def test_a_changed_line_before_the_last_is_the_changed_one() -> None:
    lines = [*LINES[:3], changed(LINES[3]), LINES[4]]
    found = broken_link(b"".join(lines), HEAD)
    assert found == BrokenLink(entry=4, how=Break.CHANGED)


def test_without_a_head_the_tail_is_taken_as_it_is() -> None:
    assert broken_link(b"".join(LINES[:3]), None) is None
    assert broken_link(b"", None) is None
