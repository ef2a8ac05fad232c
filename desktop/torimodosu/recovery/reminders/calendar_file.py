"""Reminders as a file that calendar programs import (RFC 5545)."""

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid5

from icalendar import Alarm, Calendar, Event

from torimodosu.recovery.case.case import Case
from torimodosu.recovery.reminders.reminder import About, Reminder

# RFC 5545, 3.7.3: says which program wrote the file; calendars do not show it.
_PRODUCT = "-//torimodosu//calendar//EN"
_NAMESPACE = UUID("6cf3a3a6-7f3c-4a51-9a5c-1a8c3a1d5a0e")
_LENGTH = timedelta(minutes=15)
_MINUTE = timedelta(minutes=1)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def calendar_file(
    case: Case,
    reminders: Iterable[Reminder],
    *,
    title: Callable[[int], str],
    at: datetime,
) -> bytes:
    """Return a calendar with an event for each moment at which something is due.

    The *title* is made of how many things that are, and tells nothing else: others may
    see the calendar. What is due at the moment *at* already is left out. An event keeps
    its UID, and a later file has a higher SEQUENCE, so importing that one changes the
    events that are there (RFC 5545, 3.8.7.4).

    Those of a time of day have no time zone, so they come at that hour wherever the
    user is (3.3.5, form 1); a moment to wait for is in UTC (form 2).
    """
    counts = Counter(_start(one) for one in reminders if one.due > at)
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for start in sorted(counts, key=datetime.isoformat):
        calendar.add_component(_event(case, start, title(counts[start]), at=at))
    written: bytes = calendar.to_ical()
    return written


def _start(reminder: Reminder) -> datetime:
    if reminder.about is About.RETRY_SIGN_IN:
        return reminder.due.astimezone(UTC)
    return reminder.due.replace(tzinfo=None)


def _event(case: Case, start: datetime, title: str, *, at: datetime) -> Event:
    now = at.astimezone(UTC)
    event = Event()
    event.add("uid", str(uuid5(_NAMESPACE, _name(case, start))))
    event.add("dtstamp", now)
    event.add("last-modified", now)
    event.add("sequence", (now - _EPOCH) // _MINUTE)
    event.add("dtstart", start)
    event.add("duration", _LENGTH)
    event.add("summary", title)
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    event.add_component(_alarm(title))
    return event


def _alarm(title: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", timedelta())
    return alarm


def _name(case: Case, start: datetime) -> str:
    """Return what tells this event from those of other cases and other computers."""
    answers = case.answers
    return f"{case.number} {answers.service} {answers.noticed} {start.isoformat()}"
