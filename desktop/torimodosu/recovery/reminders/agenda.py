"""What is still to be told, after everything that the user said about it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from torimodosu.recovery.reminders.reminder import Reminder, Said, Word


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """The reminders of a case.

    Attributes:
        coming: Those that are still to be told or done, by the moment they are due.
        done: Those that the user says are done.
        muted: The words by which the user wants no reminders of a kind.

    """

    coming: tuple[Reminder, ...] = ()
    done: tuple[Reminder, ...] = ()
    muted: tuple[Word, ...] = ()


def agenda(
    reminders: Iterable[Reminder],
    words: Iterable[Word],
    *,
    ends_on: date | None,
    today: date,
) -> Agenda:
    """Return what is left of *reminders*: what *words* put off comes later.

    Those due after *ends_on* are left out, put off or not, and all are once that day is
    over; it is None where the user wants no such day.
    """
    spoken, last = tuple(words), ends_on or date.max
    coming, done = [], []
    for reminder in reminders:
        held = [word for word in spoken if word.holds_for(reminder)]
        said = {word.said for word in held}
        if Said.NOT_FOR_ME in said:
            continue
        if Said.DONE in said:
            done.append(reminder)
            continue
        shown = _put_off(reminder, held)
        if max(shown.due.date(), today) <= last:
            coming.append(shown)
    return Agenda(
        coming=tuple(sorted(coming, key=_by_moment)),
        done=tuple(sorted(done, key=_by_moment)),
        muted=tuple(word for word in spoken if word.said is Said.NOT_FOR_ME),
    )


def due_now(reminders: Iterable[Reminder], now: datetime) -> tuple[Reminder, ...]:
    """Return those whose moment has come, told or not."""
    return tuple(reminder for reminder in reminders if reminder.due <= now)


def _put_off(reminder: Reminder, words: Iterable[Word]) -> Reminder:
    moments = [
        word.until
        for word in words
        if word.said is Said.SNOOZED and word.until is not None
    ]
    until = max(moments, default=reminder.due)
    if until <= reminder.due:
        return reminder
    return replace(reminder, due=until.astimezone(reminder.due.tzinfo), put_off=True)


def _by_moment(reminder: Reminder) -> tuple[datetime, int, str]:
    return reminder.due, reminder.card, reminder.key
