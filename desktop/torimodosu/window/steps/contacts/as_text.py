"""The log as plain text, to be given to whoever asks for it."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QCoreApplication

from torimodosu.recovery.reminders.contact import Contact, Whom
from torimodosu.window.words.card_names import CardNames
from torimodosu.window.words.contacts import channel_words, whom_words
from torimodosu.window.words.dates import full_day_words, full_moment_words

_BETWEEN = "  ·  "


def entry_title(contact: Contact, names: CardNames) -> str:
    """Return whom it was with, by the name of the card if that is known, and how."""
    whom = whom_words(contact.whom)
    if contact.whom is Whom.ISSUER and contact.card:
        whom = names.of(contact.card)
    return f"{whom}{_BETWEEN}{channel_words(contact.channel)}"


def who_answered(contact: Contact) -> str:
    """Return who answered, and the number of the enquiry; or ""."""
    form = QCoreApplication.translate("Contacts", "Enquiry number {number}")
    number = form.format(number=contact.reference) if contact.reference else ""
    return _BETWEEN.join(words for words in (contact.name, number) if words)


def log_text(contacts: Iterable[Contact], names: CardNames) -> str:
    """Return every contact, oldest first, each with its year."""
    return "\n\n".join("\n".join(_lines(one, names)) for one in contacts)


def _lines(contact: Contact, names: CardNames) -> Iterator[str]:
    yield full_moment_words(contact.at)
    yield entry_title(contact, names)
    if who_answered(contact):
        yield who_answered(contact)
    if contact.note:
        yield contact.note
    if contact.promised_by is not None:
        form = QCoreApplication.translate("Contacts", "An answer was promised by {day}")
        yield form.format(day=full_day_words(contact.promised_by))
    if contact.answered_at is not None:
        form = QCoreApplication.translate("Contacts", "Answered {day}")
        answered = contact.answered_at.astimezone().date()
        yield form.format(day=full_day_words(answered))
