"""What to look at once the person is in: everything an intruder may have left."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum


class Place(Enum):
    """A place in the account, or in the mailbox, where something may be left."""

    SIGNED_IN_DEVICES = "signed_in_devices"
    CONTACT_DETAILS = "contact_details"
    TWO_STEP = "two_step"
    PASSKEYS = "passkeys"
    ADDRESS_BOOK = "address_book"
    PAYMENT_METHODS = "payment_methods"
    HIDDEN_ORDERS = "hidden_orders"
    CANCELLED_ORDERS = "cancelled_orders"
    DIGITAL_ORDERS = "digital_orders"
    GIFT_BALANCE = "gift_balance"
    SUBSCRIPTIONS = "subscriptions"
    REGISTERED_DEVICES = "registered_devices"
    LINKED_APPS = "linked_apps"
    MAILBOX_RULES = "mailbox_rules"


class Seen(Enum):
    """What the person found there."""

    CLEAN = "clean"
    CLEANED_UP = "cleaned_up"
    NOT_THERE = "not_there"


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """The recorded result of one place; `note` such as the balance before and after."""

    place: Place
    seen: Seen
    at: datetime
    note: str = ""
