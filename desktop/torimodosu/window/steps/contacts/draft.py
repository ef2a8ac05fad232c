"""A contact that is being written down."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from torimodosu.recovery.case.card_number import without_card_numbers
from torimodosu.recovery.reminders.contact import Channel, Contact, Whom

# These are waited for; who telephones or goes there has mostly heard the answer.
_ANSWERED_LATER = {Channel.CHAT, Channel.MAIL, Channel.FORM, Channel.LETTER}


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What was filled in so far.

    Attributes:
        contact: As it would be kept.
        waits: Whether an answer is still to come, or None while the person has not said
            so: then the way tells.

    """

    contact: Contact
    waits: bool | None = None

    @classmethod
    def new(cls, at: datetime) -> "Draft":
        """Return an empty one of the moment *at*."""
        return cls(contact=Contact(at=at, whom=Whom.SHOP, channel=Channel.FORM))

    @classmethod
    def of(cls, contact: Contact) -> "Draft":
        """Return what *contact* says."""
        return cls(contact=contact, waits=contact.answered_at is None)

    @property
    def is_waiting(self) -> bool:
        """Tell whether an answer is still to come."""
        if self.waits is None:
            return self.contact.channel in _ANSWERED_LATER
        return self.waits

    def with_whom(self, whom: Whom) -> "Draft":
        """Return it with whom it was; only a card company is about a card."""
        card = self.contact.card if whom is Whom.ISSUER else 0
        return replace(self, contact=replace(self.contact, whom=whom, card=card))

    def with_promise(self, day: date | None) -> "Draft":
        """Return it with the day until which an answer was promised."""
        return replace(self, contact=replace(self.contact, promised_by=day))

    def written(self, now: datetime) -> Contact:
        """Return what is to be kept; a number that may be of a card is cut.

        *now* is when the answer came that is not waited for, where nothing tells.
        """
        one = self.contact
        answered = None if self.is_waiting else one.answered_at or max(one.at, now)
        return replace(
            one,
            name=without_card_numbers(one.name.strip()),
            reference=without_card_numbers(one.reference.strip()),
            note=without_card_numbers(one.note.strip()),
            promised_by=one.promised_by if self.is_waiting else None,
            answered_at=answered,
        )
