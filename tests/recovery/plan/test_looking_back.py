from datetime import UTC, date, datetime

import pytest

from tests.fakes.clock import JAPAN
from torimodosu.recovery.plan.looking_back import LookBack, beginning_of

NOTICED = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("back", "beginning"),
    [
        (LookBack.HALF_YEAR, datetime(2026, 5, 25, tzinfo=JAPAN)),
        (LookBack.TWO_YEARS, datetime(2024, 11, 21, tzinfo=JAPAN)),
    ],
)
def test_a_time_begins_with_its_first_day_where_the_person_is(
    back: LookBack, beginning: datetime
) -> None:
    assert beginning_of(back, NOTICED, zone=JAPAN) == beginning


def test_everything_leaves_no_dated_mail_out() -> None:
    beginning = beginning_of(LookBack.EVERYTHING, NOTICED, zone=JAPAN)
    assert beginning < datetime(1904, 1, 1, tzinfo=UTC)
    assert beginning.isoformat() == "0001-01-01T00:00:00+00:00"
