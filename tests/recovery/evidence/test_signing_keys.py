from datetime import UTC, datetime

import pytest

from torimodosu.recovery.evidence.signing_keys import read_keys, write_keys

NOON = datetime(2026, 3, 14, 12, 0, tzinfo=UTC)


def test_what_is_written_is_read_again() -> None:
    document = write_keys({"b.example": "v=2", "a.example": "v=1"}, at=NOON, source="x")
    keys = read_keys(document)
    assert (keys("a.example"), keys("b.example")) == (b"v=1", b"v=2")
    assert keys("c.example") is None
    assert b"2026-03-14T12:00:00+00:00" in document


@pytest.mark.parametrize(
    "document",
    [b"", b"[]", b"{}", b'{"keys": 1}', b'{"keys": {"a": 1}}', b"\xff", b"[" * 99_999],
    ids=range(7),
)
def test_a_damaged_document_knows_nothing(document: bytes) -> None:
    assert read_keys(document)("a") is None
