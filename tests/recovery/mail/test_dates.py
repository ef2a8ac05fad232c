"""The Date field."""

from datetime import UTC, datetime, timedelta, timezone
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from torimodosu.recovery.mail.dates import parse_date
from torimodosu.recovery.mail.problem import Problem

JAPAN = timezone(timedelta(hours=9))
MOMENT = datetime(2026, 3, 6, 14, 50, 7, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "Fri, 6 Mar 2026 14:50:07 +0000",
        "Fri, 06 Mar 2026 23:50:07 +0900 (JST)",
        "6 Mar 2026 23:50:07 +09:00",
        "6 Mar 2026 23:50:07 JST",
        "Fri, 6 Mar 2026 23:50:07 (JST)",
        "Fri,6 Mar 2026 14:50:07 GMT",
        "Fri, 6 March 2026 14:50:07 UT",
        "Friday, 06-Mar-26 14:50:07 GMT",
        "Fri Mar  6 14:50:07 2026 +0000",
        "Fri Mar  6 23:50:07 JST 2026",
        "Fri, 6 Mar 26 09:50:07 EST",
        "Fri, 6 Mar 126 14:50:07 Z",
        "2026-03-06T14:50:07Z",
        "2026-03-06 23:50:07.123+09:00",
        "2026/03/06 23:50:07 +0900",
        "2026年3月6日 23:50:07 +0900",
        "2026年3月6日 23時50分07秒 JST",
        "2026年3月6日(金) 午後11:50:07 JST",
        "March 6, 2026 at 23:50:07 GMT+9",
        "Mar 6, 2026, at 2:50:07 PM GMT",
        "Fri, 6 Mar 2026 14.50.07 +0000",
        "(comment) Fri, 6 Mar 2026 14:50:07 +0000 (a (b) c)",
    ],
)
def test_usual_ways_to_write_a_date_are_read(text: str) -> None:
    assert parse_date(text) == (MOMENT, ())


@pytest.mark.parametrize(
    "text",
    [
        "Fri, 6 Mar 2026 14:50:07",
        "Fri, 6 Mar 2026 14:50:07 -0000",
        "Fri, 6 Mar 2026 14:50:07 +9900",
        "Fri, 6 Mar 2026 14:50:07 XYZ",
    ],
)
def test_without_a_usable_zone_it_is_utc(text: str) -> None:
    assert parse_date(text) == (MOMENT, (Problem.ZONE_MISSING,))


@pytest.mark.parametrize(
    ("text", "year"), [("6 Mar 49 0:00 Z", 2049), ("6 Mar 70 0:00 Z", 1970)]
)
def test_years_of_two_digits_are_completed(text: str, year: int) -> None:
    assert parse_date(text)[0] == datetime(year, 3, 6, tzinfo=UTC)


def test_seconds_may_be_missing_or_a_leap() -> None:
    assert parse_date("6 Mar 2026 14:50 Z")[0] == MOMENT.replace(second=0)
    assert parse_date("6 Mar 2026 14:50:60 Z")[0] == MOMENT.replace(second=59)


def test_a_day_alone_is_its_beginning() -> None:
    assert parse_date("6 Mar 2026")[0] == datetime(2026, 3, 6, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "yesterday",
        "32 Mar 2026 10:00",
        "30 Feb 2026 10:00",
        "6 Mar 2026 25:00 Z",
        "6 Mar 1901 10:00 Z",
        "6 Mar 9999 10:00 Z",
        "12:00",
        "2026-13-01",
        "x" * 10000,
    ],
)
def test_other_text_is_no_date(text: str) -> None:
    assert parse_date(text) == (None, (Problem.DATE_BROKEN,))


@given(
    st.datetimes(
        min_value=datetime(1970, 1, 2),  # noqa: DTZ001 -- the zone is drawn apart
        max_value=datetime(2099, 12, 30),  # noqa: DTZ001
    ),
    st.integers(-12 * 60, 14 * 60),
)
def test_what_a_mailer_writes_comes_back(moment: datetime, minutes: int) -> None:
    zone = timezone(timedelta(minutes=minutes))
    sent = moment.replace(microsecond=0, tzinfo=zone)
    date, problems = parse_date(format_datetime(sent))
    assert (date, problems) == (sent, ())
    assert date is not None
    assert date.utcoffset() == zone.utcoffset(None)


@given(st.text())
def test_any_text_is_looked_at(text: str) -> None:
    date, _ = parse_date(text)
    if date is not None:
        date.astimezone(JAPAN)
