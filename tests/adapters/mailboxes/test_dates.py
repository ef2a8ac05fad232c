from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from torimodosu.adapters.mailboxes.dates import read_date


@pytest.mark.parametrize(
    ("value", "time"),
    [
        ("Tue, 2 Jan 2018 12:04:05 +0900", datetime(2018, 1, 2, 3, 4, 5, tzinfo=UTC)),
        ("2 Jan 2018 12:04 +0900", datetime(2018, 1, 2, 3, 4, tzinfo=UTC)),
        ("Tue, 02 JAN 2018 03:04:05 -0000", datetime(2018, 1, 2, 3, 4, 5, tzinfo=UTC)),
        ("Tue, 2 Jan 2018 03:04:05 GMT", datetime(2018, 1, 2, 3, 4, 5, tzinfo=UTC)),
        ("Tue Jan  2 03:04:05 2018", datetime(2018, 1, 2, 3, 4, 5, tzinfo=UTC)),
        ("2 Jan 2018 23:59:60 +0000", datetime(2018, 1, 2, 23, 59, 59, tzinfo=UTC)),
    ],
)
def test_a_date_is_a_point_in_time(value: str, time: datetime) -> None:
    assert read_date(value) == time


@pytest.mark.parametrize(
    "value",
    ["", "yesterday", "32 Jan 2018 03:04:05 +0900", "2 Jan 2018 03:04:05 +9900",
     "2 Jan 99999999999 03:04:05 +0000", "2 Jan 2018 03:04:05 +99999999999999"],
)  # fmt: skip
def test_a_broken_date_is_none(value: str) -> None:
    assert read_date(value) is None


@given(st.text(alphabet="0123456789 :+-,JanTueGMT\x00年"))
def test_every_date_can_be_compared_with_another(value: str) -> None:
    date = read_date(value)
    assert date is None or date < datetime.max.replace(tzinfo=UTC)
