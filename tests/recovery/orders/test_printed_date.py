from datetime import date, time

import pytest

from torimodosu.recovery.orders.lines import read_lines
from torimodosu.recovery.orders.printed_date import date_in, order_date_at, time_in


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2020/05/16", date(2020, 5, 16)),
        ("日曜日, 2013/06/09", date(2013, 6, 9)),
        ("2024年5月1日", date(2024, 5, 1)),
        ("2026-05-04 21:20:09", date(2026, 5, 4)),
        ("Friday, June 13, 2014", date(2014, 6, 13)),
        ("11 December 2019", date(2019, 12, 11)),
        ("Feb 03, 2025 5:49:06 PM", date(2025, 2, 3)),
        ("30. März 2014", date(2014, 3, 30)),
        ("22. Mai 2015", date(2015, 5, 22)),
        ("2023/02/29", None),
        ("13. Foo 2014", None),
        ("Saturday, May 25", None),
        ("1234567890", None),
    ],
)
def test_reads_dates_in_several_languages(text: str, day: date | None) -> None:
    assert date_in(text) == day


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-05-04 21:20:09", time(21, 20, 9)),
        ("2023年7月16日 03:18", time(3, 18)),
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
        ("注文日： 2020/05/16", date(2020, 5, 16)),
        ("【ご注文日】2026年04月22日", date(2026, 4, 22)),
        ("[日時]     2026-01-02 03:04:05", date(2026, 1, 2)),
        ("注文日\n2020/05/16", date(2020, 5, 16)),
        ("Placed on Wednesday, April 9, 2014", date(2014, 4, 9)),
        ("Aufgegeben am 22. Mai 2015", date(2015, 5, 22)),
        ("お届け予定日： 2020/05/16", None),
        ("注文日程表 2020/05/16", None),
        ("Ordered", None),
        ("注文日", None),
    ],
)
def test_only_the_date_of_the_order_counts(text: str, day: date | None) -> None:
    found = order_date_at(read_lines(text), 0)
    assert (found.day if found else None) == day
