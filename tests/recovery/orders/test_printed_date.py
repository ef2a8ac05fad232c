from datetime import date, time

import pytest

from torimodosu.recovery.orders.lines import read_lines
from torimodosu.recovery.orders.printed_date import date_in, order_date_at, time_in


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2020/04/27", date(2020, 4, 27)),
        ("日曜日, 2013/06/02", date(2013, 6, 2)),
        ("2024年5月1日", date(2024, 5, 1)),
        ("2026-03-03 22:25:08", date(2026, 3, 3)),
        ("Friday, June 13, 2014", date(2014, 6, 13)),
        ("11 December 2018", date(2018, 12, 11)),
        ("Feb 01, 2025 4:48:07 PM", date(2025, 2, 1)),
        ("30. März 2014", date(2014, 3, 30)),
        ("21. Mai 2014", date(2014, 5, 21)),
        ("2023/02/29", None),
        ("13. Foo 2014", None),
        ("Saturday, May 24", None),
        ("1234567890", None),
    ],
)
def test_reads_dates_in_several_languages(text: str, day: date | None) -> None:
    assert date_in(text) == day


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-03-03 22:25:08", time(22, 25, 8)),
        ("2023年6月15日 02:17", time(2, 17)),
        ("4:48:07 PM", time(16, 48, 7)),
        ("12:05 AM", time(0, 5)),
        ("25:00", None),
        ("2026-03-03", None),
    ],
)
def test_reads_times(text: str, moment: time | None) -> None:
    assert time_in(text) == moment


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("注文日： 2020/04/27", date(2020, 4, 27)),
        ("【ご注文日】2026年03月21日", date(2026, 3, 21)),
        ("[日時]     2026-01-02 03:04:05", date(2026, 1, 2)),
        ("注文日\n2020/04/27", date(2020, 4, 27)),
        ("Placed on Wednesday, April 2, 2014", date(2014, 4, 2)),
        ("Aufgegeben am 21. Mai 2014", date(2014, 5, 21)),
        ("お届け予定日： 2020/04/27", None),
        ("注文日程表 2020/04/27", None),
        ("Ordered", None),
        ("注文日", None),
    ],
)
def test_only_the_date_of_the_order_counts(text: str, day: date | None) -> None:
    found = order_date_at(read_lines(text), 0)
    assert (found.day if found else None) == day
