"""What is still to be told, after everything that the user said about it."""

from collections.abc import Collection, Iterable
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
        ends_on: The last day of all reminders, where the user set one.

    """

    coming: tuple[Reminder, ...] = ()
    done: tuple[Reminder, ...] = ()
    muted: tuple[Word, ...] = ()
    ends_on: date | None = None


def agenda(
    reminders: Iterable[Reminder], words: Iterable[Word], *, ends_on: date | None
) -> Agenda:
    """Return what is left of *reminders*: what *words* put off comes later.

    Those due after *ends_on* are left out, put off or not.
    """
    spoken = tuple(words)
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
        if ends_on is None or shown.due.date() <= ends_on:
            coming.append(shown)
    return Agenda(
        coming=tuple(sorted(coming, key=_by_moment)),
        done=tuple(sorted(done, key=_by_moment)),
        muted=tuple(word for word in spoken if word.said is Said.NOT_FOR_ME),
        ends_on=ends_on,
    )


def due_now(reminders: Iterable[Reminder], now: datetime) -> tuple[Reminder, ...]:
    """Return those whose moment has come, told or not."""
    return tuple(reminder for reminder in reminders if reminder.due <= now)


def digest(
    reminders: Iterable[Reminder], told: Collection[str], now: datetime
) -> tuple[Reminder, ...]:
    """Return what is to be told now, all at once.

    After a start, a wake-up or a holiday that may be much. *told* are the tellings
    (`Reminder.telling`) that were told before.
    """
    return tuple(one for one in due_now(reminders, now) if one.telling not in told)


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
