"""What the window calls what the person is reminded of."""

from typing import Literal

from PySide6.QtCore import QCoreApplication

from torimodosu.recovery.reminders.contact import Contact
from torimodosu.recovery.reminders.reminder import About, Reminder
from torimodosu.window.kit.icons import IconName
from torimodosu.window.words.contacts import whom_words
from torimodosu.window.words.dates import day_words, moment_words

AboutTheAccount = Literal[
    About.RETRY_SIGN_IN,
    About.BACKUP_DRILL,
    About.QUARTERLY_LOOK,
    About.YEARLY_LOOK,
    About.WATCH_ENDS,
]


def reminder_title(reminder: Reminder, card: str, contact: Contact | None) -> str:
    """Return what there is to do, about the card that is called *card*."""
    whom = "" if contact is None else whom_words(contact.whom)
    day = "" if reminder.day is None else day_words(reminder.day)
    return _title(reminder.about).format(card=card, whom=whom, day=day)


def _title(about: About) -> str:  # noqa: C901 -- a case for each
    match about:
        case About.STATEMENT_OUT:
            return QCoreApplication.translate("Reminders", "{card}: read the statement")
        case About.PAYMENT_DAY:
            return QCoreApplication.translate(
                "Reminders", "{card}: money is taken on {day}"
            )
        case About.REFUND_EXPECTED:
            return QCoreApplication.translate("Reminders", "{card}: is the money back?")
        case About.LIMIT_NEAR:
            return QCoreApplication.translate(
                "Reminders", "{card}: report the loss by {day}"
            )
        case About.ANSWER_DUE:
            return QCoreApplication.translate("Reminders", "{whom}: ask again")
        case About.RETRY_SIGN_IN:
            return QCoreApplication.translate("Reminders", "Try to sign in again")
        case About.BACKUP_DRILL:
            return QCoreApplication.translate("Reminders", "Read a backup back once")
        case About.QUARTERLY_LOOK:
            return QCoreApplication.translate("Reminders", "Look around the account")
        case About.YEARLY_LOOK:
            return QCoreApplication.translate(
                "Reminders", "Look around the account: a year has passed"
            )
        case About.WATCH_ENDS:
            return QCoreApplication.translate(
                "Reminders", "The watch ends: look back once more"
            )


def reminder_reason(reminder: Reminder, contact: Contact | None) -> str:
    """Return why, in a short sentence."""
    day = "" if reminder.day is None else day_words(reminder.day)
    asked = "" if contact is None else moment_words(contact.at)
    return _reason(reminder).format(day=day, asked=asked)


def _reason(reminder: Reminder) -> str:
    match reminder.about:
        case About.STATEMENT_OUT if reminder.day is None:
            return QCoreApplication.translate(
                "Reminders", "Should be out when the month is over"
            )
        case About.STATEMENT_OUT:
            return QCoreApplication.translate("Reminders", "Should be out on {day}")
        case About.PAYMENT_DAY:
            return QCoreApplication.translate(
                "Reminders", "See what is on the statement before that day"
            )
        case About.REFUND_EXPECTED:
            return QCoreApplication.translate(
                "Reminders", "It should be on a statement by {day}"
            )
        case About.LIMIT_NEAR:
            return QCoreApplication.translate(
                "Reminders", "After that day the company may not pay"
            )
        case About.ANSWER_DUE if reminder.day is None:
            return QCoreApplication.translate(
                "Reminders", "Asked on {asked}; no answer is noted"
            )
        case About.ANSWER_DUE:
            return QCoreApplication.translate(
                "Reminders", "Asked on {asked}; an answer was promised by {day}"
            )
        case _:
            return _reason_to_look(reminder.about)


def _reason_to_look(about: AboutTheAccount) -> str:
    match about:
        case About.RETRY_SIGN_IN:
            return QCoreApplication.translate(
                "Reminders", "The moment that you chose to wait for"
            )
        case About.BACKUP_DRILL:
            return QCoreApplication.translate(
                "Reminders", "Only a backup that was tried is one"
            )
        case About.QUARTERLY_LOOK | About.YEARLY_LOOK:
            return QCoreApplication.translate(
                "Reminders", "Address, devices and forwarding as you left them?"
            )
        case About.WATCH_ENDS:
            return QCoreApplication.translate(
                "Reminders", "Nothing is waited for beyond that day"
            )


def series_words(about: About, card: str) -> str:
    """Return what all reminders of a kind about a card are about."""
    return _series(about).format(card=card)


def _series(about: About) -> str:  # noqa: C901 -- a case for each
    match about:
        case About.STATEMENT_OUT:
            return QCoreApplication.translate("Reminders", "{card}: new statements")
        case About.PAYMENT_DAY:
            return QCoreApplication.translate("Reminders", "{card}: days of payment")
        case About.REFUND_EXPECTED:
            return QCoreApplication.translate("Reminders", "{card}: money back")
        case About.LIMIT_NEAR:
            return QCoreApplication.translate("Reminders", "{card}: limit to report")
        case About.ANSWER_DUE:
            return QCoreApplication.translate(
                "Reminders", "Answers that are waited for"
            )
        case About.RETRY_SIGN_IN:
            return QCoreApplication.translate("Reminders", "Signing in again")
        case About.BACKUP_DRILL:
            return QCoreApplication.translate("Reminders", "Trying the backup")
        case About.QUARTERLY_LOOK:
            return QCoreApplication.translate(
                "Reminders", "Looking around each quarter"
            )
        case About.YEARLY_LOOK:
            return QCoreApplication.translate(
                "Reminders", "Looking around after a year"
            )
        case About.WATCH_ENDS:
            return QCoreApplication.translate("Reminders", "The end of the watch")


def reminder_icon(about: About) -> IconName:
    """Return the icon that stands for what it is about."""
    match about:
        case About.STATEMENT_OUT:
            return "paper"
        case About.PAYMENT_DAY | About.REFUND_EXPECTED:
            return "card"
        case About.LIMIT_NEAR:
            return "flag"
        case About.ANSWER_DUE:
            return "tell"
        case About.RETRY_SIGN_IN:
            return "key"
        case About.BACKUP_DRILL:
            return "archive"
        case About.QUARTERLY_LOOK | About.YEARLY_LOOK:
            return "eye"
        case About.WATCH_ENDS:
            return "calendar"
