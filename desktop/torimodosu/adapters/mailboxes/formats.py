"""What a file is, by its name and its first bytes."""

import re
from enum import Enum, auto
from pathlib import PurePath

from torimodosu.adapters.mailboxes.mboxes import begins_with_a_mail, first_separator

# What is read of a file in order to tell.
HEAD = 16 * 2**10


class Format(Enum):
    """What a file is, as far as mail goes."""

    MAIL = auto()
    MBOX = auto()
    TEXT = auto()
    EMPTY = auto()
    NOT_SUPPORTED = auto()
    NOT_A_MAIL = auto()


# Outlook, Outlook Express, Outlook for Mac, and what Takeout packs into.
_NOT_SUPPORTED = {".msg", ".pst", ".ost", ".dbx", ".olm", ".zip", ".tgz"}
_MAGIC = (
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",  # .msg, [MS-CFB] section 2.2
    b"!BDN",  # .pst and .ost, [MS-PST] section 2.2.2.6
    b"\xcf\xad\x12\xfe",  # .dbx
    b"PK\x03\x04",
)
_APPLE = ".emlx"
# The bytes of the mail, the mail, and a property list behind it.
_BYTES_OF_APPLE = re.compile(rb"([0-9]{1,12})[ \t]*\r?\n")
_MAILS = {".eml", ".mail", ".mai", ".rfc822"}
_MBOXES = {".mbox", ".mbx"}
_EXPECTED = _MAILS | _MBOXES | _NOT_SUPPORTED | {_APPLE}
# What a mail is saved as out of a browser, or copied into: its body alone.
_TEXTS = {".txt", ".text", ".htm", ".html"}

_FIELD = re.compile(
    rb"^(?:(from|to|subject|date|received|return-path|message-id|mime-version"
    rb"|delivered-to|content-type|reply-to|sender|cc|x-mozilla-status|x-gm-thrid"
    rb"|dkim-signature|x-account-key)|[!-9;-~]{1,100})[ \t]*:",
    re.IGNORECASE,
)
_LINE_ENDS = re.compile(rb"\r\n|\n|\r")
# Fewer known fields do not make a header out of a text with colons.
_FEWEST_FIELDS = 2


def format_of(name: str, head: bytes) -> Format:
    """Tell the format of the file *name*, which begins with *head*."""
    ending = PurePath(name).suffix.lower()
    first = first_separator(head, len(head))
    if not head:
        return Format.EMPTY
    if first >= 0 and (begins_with_a_mail(head, first) or ending in _MBOXES):
        return Format.MBOX
    if looks_like_a_mail(head):
        return Format.MAIL
    if head.startswith(_MAGIC) or ending in _NOT_SUPPORTED:
        return Format.NOT_SUPPORTED
    if ending in _MAILS or apple_span(name, head) is not None:
        return Format.MAIL
    is_text = ending in _TEXTS and b"\0" not in head
    return Format.TEXT if is_text else Format.NOT_A_MAIL


def is_single_mail(name: str) -> bool:
    """Tell whether a file of this name is a mail, whatever it begins with."""
    return PurePath(name).suffix.lower() in _MAILS


def apple_span(name: str, head: bytes) -> tuple[int, int] | None:
    """Return where the mail in a file of Apple Mail begins, and its length in bytes.

    None where the file, which begins with *head*, is none.
    """
    if PurePath(name).suffix.lower() != _APPLE:
        return None
    found = _BYTES_OF_APPLE.match(head)
    if found is None or not looks_like_a_mail(head[found.end() :]):
        return None
    return found.end(), int(found[1])


def may_be_mail(name: str) -> bool:
    """Tell whether a file of this name ought to hold mail."""
    return PurePath(name).suffix.lower() in _EXPECTED


def looks_like_a_mail(head: bytes) -> bool:
    """Tell whether *head* begins with header fields that mails have."""
    known = set()
    for line in _LINE_ENDS.split(head.lstrip(b"\xef\xbb\xbf\r\n")):
        if line.startswith((b" ", b"\t", b"From ", b">From ")):
            continue
        found = _FIELD.match(line)
        if found is None:
            break
        known.add((found[1] or b"").lower())
    return len(known - {b""}) >= _FEWEST_FIELDS
