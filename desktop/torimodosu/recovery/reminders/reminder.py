"""Something to be reminded of, and what the user said about it."""

from dataclasses import dataclass
from datetime import date, datetime
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

    Attributes:
        key: Names it for ever, such as "statement_out:3:2026-12"; the same thing has
            the same key whenever it is worked out. Each of the days on which a limit
            is told has its own.
        about: What it is about.
        due: The moment, with its time zone, from which on it is told.
        day: The day that it is about, such as that of the limit itself, or None.
        card: The number of the card in the case, 0 where it is about none.
        contact: The number of the contact that it chases after, 0 where there is none.

    """

    key: str
    about: About
    due: datetime
    day: date | None = None
    card: int = 0
    contact: int = 0


class Said(Enum):
    """What the user said about a reminder; the values are kept in the store."""

    DONE = "done"
    SNOOZED = "snoozed"
    NOT_FOR_ME = "not_for_me"


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """The newest word of the user about the reminder with *key*.

    `until` is the moment up to which it is put off where it was snoozed, else None.
    """

    key: str
    said: Said
    at: datetime
    until: datetime | None = None
