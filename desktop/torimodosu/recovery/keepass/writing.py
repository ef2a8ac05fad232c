"""Writing a file of KeePass (KDBX 4.0), which all programs of its kind open.

Chance is passed in. The form: https://keepass.info/help/kb/kdbx.html
"""

import base64
import hashlib
import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from xml.etree.ElementTree import Element, SubElement, tostring

from torimodosu.recovery.keepass.blocks import HEADER, mac_of, write_blocks
from torimodosu.recovery.keepass.ciphers import NONCE, Stream, encrypted, unhiding
from torimodosu.recovery.keepass.header import SEED, write_header
from torimodosu.recovery.keepass.key_derivation import (
    SALT,
    USUAL_COST,
    Cost,
    derived_key,
    new_derivation,
)
from torimodosu.recovery.keepass.times import written_time

_GZIP = 31  # window bits, as zlib counts them
_ID = 16  # bytes
_STREAM_KEY = 64
_GENERATOR = "Torimodosu"

Chance = Callable[[int], bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewEntry:
    """An entry to write; what its fields hold is left out of its repr.

    Attributes:
        open: What may be seen in a list, such as "Title" and "UserName", by name.
        hidden: What programs show only when asked, by name.

    """

    open: Mapping[str, str] = field(repr=False)
    hidden: Mapping[str, str] = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lock:
    """How a file is locked.

    Attributes:
        password: What opens it.
        chance: Gives as many random bytes as asked for, as `secrets.token_bytes` does.
        cost: What it takes to try a password.

    """

    password: str = field(repr=False)
    chance: Chance
    cost: Cost = USUAL_COST


def write_file(
    entries: Sequence[NewEntry], lock: Lock, *, name: str, at: datetime
) -> bytes:
    """Return the bytes of a file with *entries*, in this order.

    Programs call it *name*, and say that it is of the moment *at*.
    """
    chance = lock.chance
    seed, nonce, stream_key = chance(SEED), chance(NONCE), chance(_STREAM_KEY)
    derivation = new_derivation(chance(SALT), lock.cost)
    header = write_header(seed=seed, vector=nonce, derivation=derivation)
    seeded = seed + derived_key(lock.password, derivation)
    hide = unhiding(Stream.CHACHA20, stream_key)
    content = _inner_header(stream_key) + _document(
        entries, name=name, at=at, hide=hide, chance=chance
    )
    packing = zlib.compressobj(wbits=_GZIP)
    packed = packing.compress(content) + packing.flush()
    mac_key = hashlib.sha512(seeded + b"\x01").digest()
    sealed = encrypted(hashlib.sha256(seeded).digest(), nonce, packed)
    return b"".join(
        [
            header,
            hashlib.sha256(header).digest(),
            mac_of(mac_key, HEADER, header),
            *write_blocks(sealed, mac_key),
        ]
    )


def _inner_header(stream_key: bytes) -> bytes:
    """Return what tells which stream hides the passwords."""
    fields = ((1, Stream.CHACHA20.to_bytes(4, "little")), (2, stream_key), (0, b""))
    return b"".join(
        number.to_bytes(1, "little") + len(value).to_bytes(4, "little") + value
        for number, value in fields
    )


def _document(
    entries: Sequence[NewEntry],
    *,
    name: str,
    at: datetime,
    hide: Callable[[bytes], bytes],
    chance: Chance,
) -> bytes:
    file = Element("KeePassFile")
    meta = SubElement(file, "Meta")
    SubElement(meta, "Generator").text = _GENERATOR
    SubElement(meta, "DatabaseName").text = _sayable(name)
    SubElement(meta, "DatabaseNameChanged").text = written_time(at)
    SubElement(meta, "RecycleBinEnabled").text = "False"
    group = SubElement(SubElement(file, "Root"), "Group")
    SubElement(group, "UUID").text = _id(chance)
    SubElement(group, "Name").text = _sayable(name)
    _times(group, at)
    for entry in entries:
        element = SubElement(group, "Entry")
        SubElement(element, "UUID").text = _id(chance)
        _times(element, at)
        for key, value in entry.open.items():
            _string(element, key).text = _sayable(value)
        for key, value in entry.hidden.items():
            hidden = _string(element, key)
            hidden.set("Protected", "True")
            # In the order of the document, as they are uncovered.
            hidden.text = base64.b64encode(hide(value.encode())).decode("ascii")
    written: bytes = tostring(file, encoding="utf-8", xml_declaration=True)
    return written


def _string(entry: Element, key: str) -> Element:
    """Return the element for the value of the field *key*."""
    string = SubElement(entry, "String")
    SubElement(string, "Key").text = key
    return SubElement(string, "Value")


def _times(parent: Element, at: datetime) -> None:
    times = SubElement(parent, "Times")
    moment = written_time(at)
    for name in ("CreationTime", "LastModificationTime", "LastAccessTime"):
        SubElement(times, name).text = moment
    SubElement(times, "ExpiryTime").text = moment
    SubElement(times, "Expires").text = "False"


def _id(chance: Chance) -> str:
    return base64.b64encode(chance(_ID)).decode("ascii")


def _sayable(text: str) -> str:
    """Return *text* without what XML does not hold as it is (1.0, 2.2 and 2.11)."""
    return "".join(char if _is_sayable(char) else "\ufffd" for char in text)


def _is_sayable(char: str) -> bool:
    if char in "\t\n":
        return True
    return " " <= char <= "\ud7ff" or "\ue000" <= char <= "\ufffd" or char > "\uffff"
