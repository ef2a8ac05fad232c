from datetime import UTC, datetime

import pytest

from torimodosu.recovery.evidence.signing_keys import (
    joined,
    published_keys,
    read_keys,
    write_keys,
)
from torimodosu.recovery.mail.signatures.key_server import KeyAnswer, PublishedKey

NOON = datetime(2026, 3, 14, 12, 0, tzinfo=UTC)


def key(name: str, text: str = "v=DKIM1", **more: KeyAnswer) -> PublishedKey:
    return PublishedKey(name=name, text=text, at=NOON, source="192.0.2.53", **more)


GONE = key("gone.example", "", answer=KeyAnswer.NO_SUCH_NAME)


def test_what_is_written_is_read_again() -> None:
    document = write_keys([key("b.example", "v=2"), key("a.example", "v=1"), GONE])
    keys = read_keys(document)
    assert (keys("a.example"), keys("b.example")) == (b"v=1", b"v=2")
    assert keys("c.example") is None
    assert b"2026-03-14T12:00:00+00:00" in document
    assert published_keys(document) == (
        *(key("a.example", "v=1"), key("b.example", "v=2")),
        GONE,
    )


def test_that_there_is_no_key_is_known() -> None:
    assert read_keys(write_keys([GONE]))("gone.example") == b""


def test_a_document_without_answers_is_read() -> None:
    document = (
        b'{"keys": {"a": {"txt": "v=1", "at": "2026-03-14T12:00:00+00:00",'
        b' "from": "keys.json"}}}'
    )
    (found,) = published_keys(document)
    assert (found.answer, found.source) == (KeyAnswer.RECORD, "keys.json")


@pytest.mark.parametrize(
    "document",
    [
        *(b"", b"[]", b"{}", b'{"keys": 1}', b'{"keys": {"a": 1}}', b"\xff"),
        b"[" * 99_999,
        write_keys([key("a")]).replace(b"v=DKIM1", rb"\ud800"),
        write_keys([key("a")]).replace(b"record", b"rumour"),
        write_keys([key("a")]).replace(b"2026", b"MMXX"),
    ],
    ids=range(10),
)
def test_a_damaged_document_knows_nothing(document: bytes) -> None:
    assert read_keys(document)("a") is None
    assert published_keys(document) == ()


def test_of_two_keys_with_one_name_the_first_is_kept() -> None:
    first, second = key("a", "new"), key("a", "old")
    assert joined([first], [second, GONE]) == (first, GONE)
