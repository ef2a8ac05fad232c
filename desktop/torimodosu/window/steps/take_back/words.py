"""What the places are called, what to look for there, and what may come of it."""

from typing import Literal

from PySide6.QtCore import QCoreApplication

from torimodosu.recovery.signin.checklist import Place, Seen
from torimodosu.window.kit.icons import IconName
from torimodosu.window.steps.take_back.places import Group

LeftBehind = Literal[
    Place.ADDRESS_BOOK,
    Place.PAYMENT_METHODS,
    Place.HIDDEN_ORDERS,
    Place.CANCELLED_ORDERS,
    Place.DIGITAL_ORDERS,
    Place.GIFT_BALANCE,
    Place.SUBSCRIPTIONS,
]


def group_title(group: Group) -> str:
    """Return the title of *group*."""
    match group:
        case Group.MAILBOX:
            return QCoreApplication.translate("TakeBack", "Your mailbox")
        case Group.SHUT_OUT:
            return QCoreApplication.translate("TakeBack", "Shut them out")
        case Group.LEFT_BEHIND:
            return QCoreApplication.translate("TakeBack", "Look for what was left")


def group_icon(group: Group) -> IconName:
    """Return the icon of *group*."""
    match group:
        case Group.MAILBOX:
            return "mail"
        case Group.SHUT_OUT:
            return "lock"
        case Group.LEFT_BEHIND:
            return "search"


def seen_words(seen: Seen) -> str:
    """Return what came of a look, as an answer and as a result."""
    match seen:
        case Seen.CLEAN:
            return QCoreApplication.translate("TakeBack", "As it should be")
        case Seen.CLEANED_UP:
            return QCoreApplication.translate("TakeBack", "Put right")
        case Seen.NOT_THERE:
            return QCoreApplication.translate("TakeBack", "Not to be found")


def place_name(place: Place) -> str:
    """Return what *place* is called."""
    match place:
        case Place.MAILBOX_RULES:
            return QCoreApplication.translate("TakeBack", "Forwarding and filters")
        case Place.SIGNED_IN_DEVICES:
            return QCoreApplication.translate("TakeBack", "Sign out everywhere")
        case Place.CONTACT_DETAILS:
            return QCoreApplication.translate("TakeBack", "Mail address and phone")
        case Place.TWO_STEP:
            return QCoreApplication.translate("TakeBack", "Two-step check")
        case Place.PASSKEYS:
            return QCoreApplication.translate("TakeBack", "Passkeys")
        case Place.REGISTERED_DEVICES:
            return QCoreApplication.translate("TakeBack", "Registered devices")
        case Place.LINKED_APPS:
            return QCoreApplication.translate("TakeBack", "Linked apps and sites")
        case _:
            return _left_behind_name(place)


def _left_behind_name(place: LeftBehind) -> str:
    match place:
        case Place.ADDRESS_BOOK:
            return QCoreApplication.translate("TakeBack", "Address book")
        case Place.PAYMENT_METHODS:
            return QCoreApplication.translate("TakeBack", "Payment methods")
        case Place.HIDDEN_ORDERS:
            return QCoreApplication.translate("TakeBack", "Hidden orders")
        case Place.CANCELLED_ORDERS:
            return QCoreApplication.translate("TakeBack", "Cancelled orders")
        case Place.DIGITAL_ORDERS:
            return QCoreApplication.translate("TakeBack", "Digital orders")
        case Place.GIFT_BALANCE:
            return QCoreApplication.translate("TakeBack", "Gift balance")
        case Place.SUBSCRIPTIONS:
            return QCoreApplication.translate("TakeBack", "Subscriptions")


def place_task(place: Place) -> str:
    """Return what to look for at *place*, and what to do about it."""
    match place:
        case Place.MAILBOX_RULES:
            return QCoreApplication.translate(
                "TakeBack",
                "In the settings of your mail: remove forwarding, filters and a"
                " recovery address that are not yours.",
            )
        case Place.SIGNED_IN_DEVICES:
            return QCoreApplication.translate(
                "TakeBack",
                "Whoever is still signed in somewhere is put out. The shop may ask for"
                " another new password.",
            )
        case Place.CONTACT_DETAILS:
            return QCoreApplication.translate(
                "TakeBack", "Both are yours, and there is no second address or number."
            )
        case Place.TWO_STEP:
            return QCoreApplication.translate(
                "TakeBack", "Remove phone numbers, apps and trusted devices not yours."
            )
        case Place.PASSKEYS:
            return QCoreApplication.translate(
                "TakeBack",
                "They open the account without a password. Remove any not yours.",
            )
        case Place.REGISTERED_DEVICES:
            return QCoreApplication.translate(
                "TakeBack", "Readers, televisions and apps that you do not know."
            )
        case Place.LINKED_APPS:
            return QCoreApplication.translate(
                "TakeBack", "Apps and other sites that may use this account."
            )
        case _:
            return _left_behind_task(place)


def _left_behind_task(place: LeftBehind) -> str:
    match place:
        case Place.ADDRESS_BOOK:
            return QCoreApplication.translate(
                "TakeBack", "Remove addresses and parcel lockers that are not yours."
            )
        case Place.PAYMENT_METHODS:
            return QCoreApplication.translate(
                "TakeBack", "Cards that are not yours, and buying with one press."
            )
        case Place.HIDDEN_ORDERS:
            return QCoreApplication.translate(
                "TakeBack", "Intruders hide orders so that nobody sees them."
            )
        case Place.CANCELLED_ORDERS:
            return QCoreApplication.translate(
                "TakeBack",
                "Compare with your mails. A gap here is no mistake of yours.",
            )
        case Place.DIGITAL_ORDERS:
            return QCoreApplication.translate(
                "TakeBack", "Gift codes and downloads have a list of their own."
            )
        case Place.GIFT_BALANCE:
            return QCoreApplication.translate(
                "TakeBack", "Note what was there before, and what is there now."
            )
        case Place.SUBSCRIPTIONS:
            return QCoreApplication.translate(
                "TakeBack", "Stop deliveries and memberships that you did not order."
            )
