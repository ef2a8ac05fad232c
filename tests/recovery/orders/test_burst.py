from datetime import datetime, timedelta

import pytest

from tests.recovery.orders.foreign import placed
from torimodosu.recovery.orders.burst import find_burst
from torimodosu.recovery.orders.joining import JAPAN

START = datetime(2026, 9, 4, 21, 0, tzinfo=JAPAN)


@pytest.mark.parametrize(
    ("minutes", "start", "count"),
    [
        ([0], 0, 1),
        ([0, 10, 20, 300], 0, 3),
        ([0, 200, 210, 220], 200, 3),
        ([0, 30, 59], 0, 3),
        ([0, 30, 60], 0, 2),
        ([0, 5, 300, 305], 0, 2),
        ([0, 50, 70, 100], 50, 3),
        ([0, 0, 0], 0, 3),
    ],
)
def test_finds_the_densest_hour(minutes: list[int], start: int, count: int) -> None:
    times = [START + timedelta(minutes=minute) for minute in minutes]
    orders = [placed(str(index), at) for index, at in enumerate(times)]
    burst = find_burst(reversed(orders))
    assert burst is not None
    assert burst.start == START + timedelta(minutes=start)
    assert len(burst.orders) == count
    assert (burst.first, burst.last) == (times[0], times[-1])
    assert burst.span == times[-1] - times[0]


def test_names_the_orders_of_the_hour_in_their_order() -> None:
    orders = [placed("B", START + timedelta(minutes=5)), placed("A", START)]
    burst = find_burst(orders)
    assert burst is not None
    assert burst.orders == ("A", "B")


def test_an_order_of_which_only_the_day_is_known_is_in_no_hour() -> None:
    orders = [placed("A", START), placed("B", START, to_the_day=True), placed("C")]
    burst = find_burst(orders)
    assert burst is not None
    assert burst.orders == ("A",)


def test_without_times_there_is_no_burst() -> None:
    assert find_burst([placed("A")]) is None
