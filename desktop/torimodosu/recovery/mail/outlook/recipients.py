"""Who sent a mail that Outlook saved, and to whom."""

import re
from dataclasses import dataclass

from torimodosu.recovery.mail.outlook.compound import Storage
from torimodosu.recovery.mail.outlook.properties import Head, Properties, Tag

_RECIPIENTS = "__recip_version1.0_#"
_MOST = 200
_LONGEST = 2 << 10
_COPY = 2  # [MS-OXOMSG] 2.2.3.1: 1 To, 2 Cc, 3 Bcc
_ADDRESS = re.compile(r"[^\s<>\",;:()\[\]\\]{1,320}@[^\s<>\",;:()\[\]\\]{1,255}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A name, and the address on the Internet, "" where there is none.

    `is_copy` is that the mail was sent to them for their information.
    """

    name: str
    address: str
    is_copy: bool = False


def sender(properties: Properties) -> Person:
    """Return whom the mail is from: who is shown, not who sent it for them."""
    return Person(
        name=_text(properties, Tag.SENDER_SHOWN, Tag.SENDER),
        address=_address(
            properties,
            *(Tag.SENDER_SHOWN_INTERNET, Tag.SENDER_SHOWN_ADDRESS),
            *(Tag.SENDER_INTERNET, Tag.SENDER_ADDRESS),
        ),
    )


def recipients(storage: Storage, charset: str) -> tuple[Person, ...]:
    """Return whom a mail went to; of more than 200 the first."""
    names = sorted(name for name in storage.storages if name.startswith(_RECIPIENTS))
    people = []
    for name in names[:_MOST]:
        found = Properties(storage.storages[name], Head.RECIPIENT_OR_FILE, charset)
        people.append(
            Person(
                name=_text(found, Tag.NAME),
                address=_address(found, Tag.INTERNET_ADDRESS, Tag.ADDRESS),
                is_copy=found.number(Tag.RECIPIENT_TYPE) == _COPY,
            )
        )
    return tuple(people)


def _text(properties: Properties, *tags: Tag) -> str:
    """Return the first of some texts that is there."""
    texts = (properties.text(tag, _LONGEST).strip() for tag in tags)
    return next(filter(None, texts), "")


def _address(properties: Properties, *tags: Tag) -> str:
    """Return the first that is an address on the Internet, and not of a directory."""
    found = (_ADDRESS.fullmatch(_text(properties, tag)) for tag in tags)
    return next((one[0] for one in found if one), "")
