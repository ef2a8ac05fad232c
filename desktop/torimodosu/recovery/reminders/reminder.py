"""Something to be reminded of, and what the user said about it."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import Enum


class About(Enum):
    """What a reminder is about; the values are kept in the store."""

    STATEMENT_OUT = "statement_out"
    PAYMENT_DAY = "payment_day"
    REFUND_EXPECTED = "refund_expected"
    LIMIT_NEAR = "limit_near"
    ANSWER_DUE = "answer_due"
    RETRY_SIGN_IN = "retry_sign_in"
    BACKUP_DRILL = "backup_drill"
    QUARTERLY_LOOK = "quarterly_look"
    YEARLY_LOOK = "yearly_look"
    WATCH_ENDS = "watch_ends"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """One thing to tell the user, once.

    Keys are made of parts with colons between them: `series`, what it is of, and for
    one of several reminders of the same task what tells them apart.

    Attributes:
        task: Names what is to be done, such as "statement_out:3:2026-12"; the same task
            has the same name whenever it is worked out.
        part: Tells apart the reminders of one task, such as the days that are left
            until a limit; or "".
        about: What it is about.
        due: The moment, with its time zone, from which on it is told.
        day: The day that it is about, such as that of the limit itself, or None.
        card: The number of the card in the case, 0 where it is about none.
        contact: The number of the contact that it chases after, 0 where there is none.
        put_off: Whether `due` is the moment up to which the user put it off.

    """

    task: str
    part: str = ""
    about: About
    due: datetime
    day: date | None = None
    card: int = 0
    contact: int = 0
    put_off: bool = False

    @property
    def key(self) -> str:
        """What it is known by for ever."""
        return f"{self.task}:{self.part}" if self.part else self.task

    @property
    def series(self) -> str:
        """What it has in common with all of its kind about the same card."""
        return series_of(self.about, self.card)

    @property
    def telling(self) -> str:
        """What telling it is known by: one that was put off is told once more."""
        if not self.put_off:
            return self.key
        return f"{self.key}@{self.due.astimezone(UTC).isoformat()}"


class Said(Enum):
    """What the user said about a reminder; the values are kept in the store."""

    DONE = "done"
    SNOOZED = "snoozed"
    NOT_FOR_ME = "not_for_me"


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """The newest word of the user about *key*.

    It holds for every reminder whose key is this one or begins with it and a colon:
    DONE is said of a task, SNOOZED of a reminder, NOT_FOR_ME of a series.

    `until` is the moment up to which it is put off where it was snoozed, else None.
    """

    key: str
    said: Said
    at: datetime
    until: datetime | None = None

    def holds_for(self, reminder: Reminder) -> bool:
        """Tell whether it is about *reminder*."""
        return f"{reminder.key}:".startswith(f"{self.key}:")


def series_of(about: About, card: int) -> str:
    """Return the beginning of the keys of all reminders *about* this *card*."""
    return f"{about.value}:{card}"


def kind_of(key: str) -> tuple[About, int]:
    """Return what the reminders whose keys begin so are about, and their card."""
    about, card, *_ = key.split(":")
    return About(about), int(card)
