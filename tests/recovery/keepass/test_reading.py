import gzip
from contextlib import suppress
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.recovery.keepass.sealing import (
    AES_KEY,
    PASSWORD,
    hidden,
    inside,
    version_3,
    version_4,
)
from torimodosu.recovery.keepass.fault import KeePassError, KeePassProblem
from torimodosu.recovery.keepass.reading import LARGEST_FILE, read_entries, read_xml
from torimodosu.recovery.keepass.signature import is_keepass

ARGON2D = bytes.fromhex("ef636ddf8c29444b91f7a9a403e30a0c")


def string(key: str, value: str, attributes: str = "") -> str:
    return f"<String><Key>{key}</Key><Value{attributes}>{value}</Value></String>"


def document(entries: str, meta: str = "") -> str:
    return (
        f"<KeePassFile><Meta>{meta}</Meta><Root><Group><UUID>top</UUID>"
        f"<Name>Mine</Name>{entries}</Group></Root></KeePassFile>"
    )


HIDDEN = ' Protected="True"'
TIMES = "<Times><LastModificationTime>{}</LastModificationTime></Times>"
LOGIN = (
    f"<Entry>{TIMES.format('2024-03-01T09:30:00Z')}{string('Title', 'Shop &amp; Co')}"
    f"{string('UserName', 'taro')}{string('Password', 'made up')}"
    f"{string('URL', 'https://shop.example/')}</Entry>"
)
ONE = document(LOGIN)


def problem_of(raw: bytes, password: str = PASSWORD) -> KeePassProblem:
    with pytest.raises(KeePassError) as caught:
        read_entries(raw, password)
    return caught.value.problem


def test_an_entry_tells_what_a_login_is_made_of() -> None:
    (entry,) = read_xml(ONE)
    assert (entry.title, entry.username, entry.password, entry.url) == (
        *("Shop & Co", "taro"),
        *("made up", "https://shop.example/"),
    )
    assert entry.modified == datetime(2024, 3, 1, 9, 30, tzinfo=UTC)
    assert entry.groups == ("Mine",)
    assert "made up" not in repr(entry)


def test_an_entry_without_anything_is_empty() -> None:
    (entry,) = read_xml(document("<Entry/>"))
    assert (entry.title, entry.password, entry.modified) == ("", "", None)


@pytest.mark.parametrize("compressed", [False, True])
def test_a_file_of_version_4_is_read(*, compressed: bool) -> None:
    content = inside(ONE)
    packed = gzip.compress(content) if compressed else content
    (entry,) = read_entries(version_4(packed, compressed=compressed), PASSWORD)
    assert entry.password == "made up"  # noqa: S105


def test_a_file_of_version_3_is_read_with_what_it_hides() -> None:
    value = string("Password", hidden("隠す"), HIDDEN)
    meta = "<HeaderHash>{hash}</HeaderHash>"
    raw = version_3(document(f"<Entry>{value}</Entry>", meta))
    assert is_keepass(raw)
    (entry,) = read_entries(raw, PASSWORD)
    assert entry.password == "隠す"  # noqa: S105


def test_an_entry_without_a_password_is_read_too() -> None:
    raw = version_4(
        inside(document(f"<Entry>{string('Title', 'Note')}</Entry>{LOGIN}"))
    )
    note, login = read_entries(raw, PASSWORD)
    assert (note.title, note.password, login.username) == ("Note", "", "taro")


def test_what_was_thrown_away_and_what_was_before_are_left_out() -> None:
    before = f"<Entry>{string('Title', 'Before')}</Entry>"
    now = f"<Entry>{string('Title', 'Now')}<History>{before}{before}</History></Entry>"
    deep = f"<Group><Name>in it</Name>{LOGIN}</Group>"
    bin_ = f"<Group>{LOGIN}{deep}<UUID>bin</UUID></Group>"
    text = document(
        now + bin_,
        "<RecycleBinEnabled>True</RecycleBinEnabled>"
        "<RecycleBinUUID>bin</RecycleBinUUID>",
    )
    assert [entry.title for entry in read_xml(text)] == ["Now"]
    kept = text.replace("Enabled>True", "Enabled>False")
    assert [entry.groups for entry in read_xml(kept)] == [
        ("Mine",),
        ("Mine", ""),
        ("Mine", "", "in it"),
    ]


@pytest.mark.parametrize("raw", [version_3(ONE), version_4(inside(ONE))])
def test_another_password_opens_nothing(raw: bytes) -> None:
    assert problem_of(raw, "another") is KeePassProblem.WRONG_KEY
    assert problem_of(raw, "") is KeePassProblem.WRONG_KEY


def test_no_changed_byte_goes_unseen() -> None:
    raw = version_4(inside(ONE))
    for at in range(12, len(raw), 7):
        changed = raw[:at] + bytes([raw[at] ^ 1]) + raw[at + 1 :]
        assert isinstance(problem_of(changed), KeePassProblem)


def test_no_cut_goes_unseen() -> None:
    raw = version_4(inside(ONE))
    for end in range(12, len(raw) - 1, 11):
        assert isinstance(problem_of(raw[:end]), KeePassProblem)


def test_a_changed_header_of_version_3_is_seen() -> None:
    other = document(LOGIN, "<HeaderHash>b3RoZXI=</HeaderHash>")
    assert problem_of(version_3(other)) is KeePassProblem.DAMAGED


@pytest.mark.parametrize(
    ("raw", "problem"),
    [
        (b"", KeePassProblem.NOT_KEEPASS),
        (b"PK\x03\x04 something else", KeePassProblem.NOT_KEEPASS),
        (bytes.fromhex("03d9a29a65fb4bb5") + bytes(200), KeePassProblem.OTHER_VERSION),
        (bytes.fromhex("03d9a29a67fb4bb500000500"), KeePassProblem.OTHER_VERSION),
        (bytes.fromhex("03d9a29a67fb4bb500000400"), KeePassProblem.DAMAGED),
        (version_4(b"\x01"), KeePassProblem.DAMAGED),
        (version_4(b"no gzip", compressed=True), KeePassProblem.DAMAGED),
        (version_4(gzip.compress(b"x")[:-9], compressed=True), KeePassProblem.DAMAGED),
        (version_4(inside("<KeePassFile>")), KeePassProblem.DAMAGED),
        (version_4(inside("<Other/>")), KeePassProblem.NOT_KEEPASS),
        (bytes(LARGEST_FILE + 1), KeePassProblem.TOO_LARGE),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_problem(
    raw: bytes, problem: KeePassProblem
) -> None:
    assert problem_of(raw) is problem


@pytest.mark.parametrize(
    ("told", "problem"),
    [
        ({"I": 2, "M": 2**32, "P": 1}, KeePassProblem.TOO_MUCH_WORK),
        ({"I": 2**20, "M": 2**26, "P": 1}, KeePassProblem.TOO_MUCH_WORK),
        ({"I": 2, "M": 2**20, "P": 2**20}, KeePassProblem.TOO_MUCH_WORK),
        ({"I": 2**40, "M": 0, "P": 1}, KeePassProblem.TOO_MUCH_WORK),
        ({"I": 0, "M": 2**20, "P": 1}, KeePassProblem.DAMAGED),
        ({"I": 2, "M": 2**20, "P": 1, "V": 2**40}, KeePassProblem.OTHER_CIPHER),
        ({"I": 2, "M": 2**20, "P": 1, "V": 7}, KeePassProblem.OTHER_CIPHER),
        ({"I": 2, "M": 2**20}, KeePassProblem.DAMAGED),
        ({"I": 2, "M": 2**20, "P": b"one"}, KeePassProblem.DAMAGED),
        ({"I": 2, "M": 2**20, "P": 1, "K": b"k"}, KeePassProblem.OTHER_CIPHER),
        ({"$UUID": b"unknown"}, KeePassProblem.OTHER_CIPHER),
    ],
)
def test_a_key_that_would_take_too_much_is_not_made(
    told: dict[str, int | bytes], problem: KeePassProblem
) -> None:
    derivation = {"$UUID": ARGON2D, "S": b"s" * 32, "V": 0x13, **told}
    assert problem_of(version_4(b"", derivation=derivation)) is problem


@pytest.mark.parametrize(
    ("told", "problem"),
    [
        ({"S": AES_KEY, "R": 2**40}, KeePassProblem.TOO_MUCH_WORK),
        ({"S": b"short", "R": 1}, KeePassProblem.DAMAGED),
        ({"R": 1}, KeePassProblem.DAMAGED),
    ],
)
def test_neither_are_rounds_without_end(
    told: dict[str, int | bytes], problem: KeePassProblem
) -> None:
    aes = bytes.fromhex("c9d9f39a628a4460bf740d08c18a4fea")
    raw = version_4(b"", derivation={"$UUID": aes, **told})
    assert problem_of(raw) is problem


def test_neither_are_those_of_version_3() -> None:
    assert problem_of(version_3(ONE, rounds=2**40)) is KeePassProblem.TOO_MUCH_WORK


def test_an_archive_that_unpacks_without_end_is_refused() -> None:
    packed = gzip.compress(bytes(257 * 2**20), compresslevel=1)
    raw = version_4(packed, compressed=True)
    assert problem_of(raw) is KeePassProblem.TOO_LARGE


@pytest.mark.parametrize("encoding", ["utf-8", "UTF-16", "shift_jis", "hex", "none"])
def test_a_document_is_read_whatever_encoding_it_names(encoding: str) -> None:
    declared = f'<?xml version="1.0" encoding="{encoding}"?>'
    assert len(read_xml(declared + ONE)) == 1
    assert len(read_xml("\ufeff" + declared + ONE)) == 1
    assert read_xml(ONE.replace("taro", "\ud800"))[0].username == "?"


@pytest.mark.parametrize(
    "text",
    [
        "no document",
        '<!DOCTYPE x [<!ENTITY a "b">]><KeePassFile><Root/></KeePassFile>',
        "<KeePassFile><Root>" + "<Group>" * 300,
        document(f"<Entry>{string('Password', 'ö', HIDDEN)}</Entry>"),
    ],
)
def test_a_document_that_is_none_is_damaged(text: str) -> None:
    with pytest.raises(KeePassError) as caught:
        read_xml(text)
    assert caught.value.problem is KeePassProblem.DAMAGED


@given(st.binary(max_size=400), st.booleans())
def test_no_bytes_escape(tail: bytes, is_signed: bool) -> None:  # noqa: FBT001
    start = bytes.fromhex("03d9a29a67fb4bb500000400") if is_signed else b""
    assert isinstance(problem_of(start + tail), KeePassProblem)


@given(st.text(max_size=60), st.text(max_size=60))
def test_no_document_escapes(entry: str, meta: str) -> None:
    with suppress(KeePassError):
        read_xml(document(entry, meta))
