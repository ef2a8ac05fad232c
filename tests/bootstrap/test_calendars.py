from pathlib import Path

import pytest

from tests.contracts.cases import SHOP
from tests.fakes.small_disks import mounted
from tests.window.scene import SaturdayEvening
from torimodosu.bootstrap.calendars import save_calendar
from torimodosu.recovery.case.case import Case


class Silent:
    def report(self, done: int, total: int) -> None:
        del done, total


def test_a_calendar_that_was_there_stays_where_the_disk_is_full(tmp_path: Path) -> None:
    case = Case(number=1, answers=SHOP)
    with mounted(tmp_path / "disk", size="64k") as disk:
        calendar = disk / "mine.ics"
        calendar.write_bytes(b"the calendar of last week")
        with pytest.raises(OSError, match="No space left"):
            (disk / "rest").write_bytes(bytes(1 << 20))
        with pytest.raises(OSError, match="No space left"):
            save_calendar(SaturdayEvening(), case, calendar, [], str, Silent())
        assert calendar.read_bytes() == b"the calendar of last week"
        assert {file.name for file in disk.iterdir()} == {"mine.ics", "rest"}
