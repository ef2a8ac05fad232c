from datetime import UTC, datetime

import pytest

from torimodosu.recovery.evidence.timestamps.der import DerError, Tag, read_der


def moment(tag: Tag, text: str) -> datetime:
    return read_der(bytes([tag, len(text)]) + text.encode()).time()


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        (Tag.UTC_TIME, "261123202455Z"),
        (Tag.GENERALIZED_TIME, "20261123202455Z"),
        (Tag.GENERALIZED_TIME, "20261123202455.0Z"),
    ],
)
def test_a_moment_is_read_as_it_is_written(tag: Tag, text: str) -> None:
    assert moment(tag, text) == datetime(2026, 11, 23, 20, 24, 55, tzinfo=UTC)


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        # It would fit the 3rd of February 2611, at 20:24:55.
        (Tag.GENERALIZED_TIME, "261123202455Z"),
        (Tag.UTC_TIME, "2611232024Z"),
        (Tag.GENERALIZED_TIME, "20261123202455"),
        (Tag.GENERALIZED_TIME, "20261323202455Z"),
        (Tag.OCTET_STRING, "20261123202455Z"),
    ],
)
def test_what_is_no_moment_is_refused(tag: Tag, text: str) -> None:
    with pytest.raises(DerError):
        moment(tag, text)
