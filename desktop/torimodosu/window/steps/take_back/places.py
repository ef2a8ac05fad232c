"""The places in their three groups, and where the catalogue knows them to be."""

from collections.abc import Mapping
from enum import Enum

from torimodosu.recovery.catalogue.service import Page, Service
from torimodosu.recovery.signin.checklist import Place


class Group(Enum):
    """What the places of a group are looked at for."""

    MAILBOX = "mailbox"
    SHUT_OUT = "shut_out"
    LEFT_BEHIND = "left_behind"


# The mailbox comes first: who reads the mails gets past every new password.
PLACES_OF: Mapping[Group, tuple[Place, ...]] = {
    Group.MAILBOX: (Place.MAILBOX_RULES,),
    Group.SHUT_OUT: (
        *(Place.SIGNED_IN_DEVICES, Place.CONTACT_DETAILS, Place.TWO_STEP),
        *(Place.PASSKEYS, Place.REGISTERED_DEVICES, Place.LINKED_APPS),
    ),
    Group.LEFT_BEHIND: (
        *(Place.ADDRESS_BOOK, Place.PAYMENT_METHODS, Place.HIDDEN_ORDERS),
        *(Place.CANCELLED_ORDERS, Place.DIGITAL_ORDERS, Place.GIFT_BALANCE),
        Place.SUBSCRIPTIONS,
    ),
}
IN_TURN = tuple(place for places in PLACES_OF.values() for place in places)

# The ids under which the catalogue keeps the page of a place, best first.
_PAGES: Mapping[Place, tuple[str, ...]] = {
    Place.SIGNED_IN_DEVICES: ("sign_out_everywhere",),
    Place.CONTACT_DETAILS: ("account",),
    Place.CANCELLED_ORDERS: ("orders",),
    Place.DIGITAL_ORDERS: ("orders",),
    Place.REGISTERED_DEVICES: ("devices",),
    Place.LINKED_APPS: ("login_with_amazon",),
}


def page_of(service: Service | None, place: Place) -> Page | None:
    """Return where *place* is, as far as the catalogue knows."""
    if service is None:
        return None
    ids = (place.value, *_PAGES.get(place, ()))
    return next((service.pages[key] for key in ids if key in service.pages), None)


def address_of(page: Page, *, year: int) -> str:
    """Return the address to type, or "" where only a path is known."""
    address = page.url.replace("{year}", str(year))
    # A page for one order cannot be opened without its number.
    return "" if "{" in address else address
