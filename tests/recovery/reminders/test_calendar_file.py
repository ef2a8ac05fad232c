"""The file that calendar programs import."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from icalendar import Calendar, Event

from tests.recovery.plan.situations import case
from tests.recovery.reminders.moments import DAY, MONDAY, at
from torimodosu.recovery.reminders.calendar_file import calendar_file
from torimodosu.recovery.reminders.reminder import About, Reminder

NOW = at(MONDAY)
NINE = at(MONDAY + DAY, minute=0)
STATEMENT = Reminder(
    task="statement_out:3:2026-04", about=About.STATEMENT_OUT, due=NINE, card=3
)
LIMIT = Reminder(task="limit_near:3:2026-04-17", about=About.LIMIT_NEAR, due=NINE)
LATER = replace(LIMIT, part="14", due=NINE + DAY)
RETRY = Reminder(
    task="retry_sign_in:0:x", about=About.RETRY_SIGN_IN, due=NOW + timedelta(hours=5)
)
ALL = (STATEMENT, LIMIT, LATER, RETRY)


def title(count: int) -> str:
    return f"確認すること {count}件"


def events(*reminders: Reminder, when: datetime = NOW) -> list[Event]:
    written = calendar_file(case(), reminders, title=title, at=when)
    return list(Calendar.from_ical(written).walk("VEVENT"))  # type: ignore[arg-type]


def test_what_is_due_at_one_moment_is_one_event() -> None:
    shown = [(one.decoded("dtstart"), str(one["summary"])) for one in events(*ALL)]
    assert shown == [
        # A time of day has no zone, a moment to wait for has.
        (datetime(2026, 3, 16, 5, 30, tzinfo=UTC), "確認すること 1件"),
        (datetime(2026, 3, 17, 9, 0), "確認すること 2件"),  # noqa: DTZ001
        (datetime(2026, 3, 18, 9, 0), "確認すること 1件"),  # noqa: DTZ001
    ]


def test_each_event_rings_when_it_begins_and_blocks_no_time() -> None:
    for event in events(*ALL):
        (alarm,) = event.walk("VALARM")
        assert alarm.decoded("trigger") == timedelta()
        assert alarm["action"] == "DISPLAY"
        assert event["transp"] == "TRANSPARENT"
        assert event.decoded("dtstamp") == NOW


def test_the_file_tells_nobody_what_it_is_about() -> None:
    written = calendar_file(case(), ALL, title=title, at=NOW).decode()
    assert not re.search(r"amazon|statement|limit|retry|カード|smbc", written)
    assert set(
        re.findall(r"^(?:SUMMARY|DESCRIPTION):(.*)\r$", written, re.MULTILINE)
    ) == {
        "確認すること 1件",
        "確認すること 2件",
    }


def test_a_second_file_changes_the_events_of_the_first() -> None:
    first = events(STATEMENT, LIMIT)
    second = events(STATEMENT, when=NOW + timedelta(minutes=1))
    assert [one["uid"] for one in first] == [one["uid"] for one in second]
    assert second[0].decoded("sequence") == first[0].decoded("sequence") + 1
    assert str(second[0]["summary"]) == "確認すること 1件"


def test_cases_do_not_change_the_events_of_each_other() -> None:
    other = replace(case(), number=2)
    written = calendar_file(other, ALL, title=title, at=NOW)
    theirs = {str(one["uid"]) for one in Calendar.from_ical(written).walk("VEVENT")}
    assert theirs.isdisjoint({str(one["uid"]) for one in events(*ALL)})


@pytest.mark.parametrize("when", [NINE, NINE + timedelta(hours=1)])
def test_what_is_due_already_is_left_out(when: datetime) -> None:
    assert [one.decoded("dtstart").day for one in events(*ALL, when=when)] == [18]


def test_the_file_is_written_as_the_standard_wants() -> None:
    written = calendar_file(case(), ALL, title=lambda _: "確認" * 40, at=NOW)
    lines = written.split(b"\r\n")
    assert b"\n" not in b"".join(lines)
    assert max(map(len, lines)) <= 75
    assert lines[0] == b"BEGIN:VCALENDAR"
    assert b"VERSION:2.0" in lines
    assert any(line.startswith(b"PRODID:") for line in lines)
