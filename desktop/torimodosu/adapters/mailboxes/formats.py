"""What a file is, by its name and its first bytes."""

import re
from collections.abc import Mapping
from enum import Enum, auto
from pathlib import PurePath

from torimodosu.adapters.mailboxes.mboxes import begins_with_a_mail, first_separator
from torimodosu.recovery.mail.outlook.compound import MAGIC
from torimodosu.recovery.mail.outlook.properties import PROPERTIES
from torimodosu.recovery.mail.search import Trouble

# What is read of a file in order to tell.
HEAD = 16 * 2**10


class Format(Enum):
    """What a file is, as far as mail goes."""

    MAIL = auto()
    MBOX = auto()
    TEXT = auto()
    OUTLOOK = auto()
    ZIP = auto()
    EMPTY = auto()
    NOT_SUPPORTED = auto()
    NOT_A_MAIL = auto()


# The stores of Outlook, of Outlook Express and of Outlook for Mac.
_NOT_SUPPORTED = {".pst", ".ost", ".dbx", ".olm", ".tgz"}
_OUTLOOK, _ZIP = ".msg", ".zip"
_MAGIC_OF_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
# What Outlook saves without an ending, or with another one, begins so all the same.
_IN_OUTLOOK = PROPERTIES.encode("utf-16-le")
_MAGIC = (
    MAGIC,  # Office documents, too
    b"!BDN",  # .pst and .ost, [MS-PST] section 2.2.2.6
    b"\xcf\xad\x12\xfe",  # .dbx
    *_MAGIC_OF_ZIP,
)
_APPLE = ".emlx"
# The bytes of the mail, the mail, and a property list behind it.
_BYTES_OF_APPLE = re.compile(rb"([0-9]{1,12})[ \t]*\r?\n")
_MAILS = {".eml", ".mail", ".mai", ".rfc822"}
_MBOXES = {".mbox", ".mbx"}
_EXPECTED = _MAILS | _MBOXES | _NOT_SUPPORTED | {_APPLE, _OUTLOOK, _ZIP}
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


NOT_READ: Mapping[Format, Trouble] = {
    Format.EMPTY: Trouble.NO_MAIL_INSIDE,
    Format.NOT_SUPPORTED: Trouble.FORMAT_NOT_SUPPORTED,
    Format.NOT_A_MAIL: Trouble.NOT_A_MAIL,
    Format.TEXT: Trouble.NOT_A_MAIL,
    Format.ZIP: Trouble.PACKED_TWICE,
}
"""Why a file of a format that ought to hold mail was not read."""


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
    if ending in _NOT_SUPPORTED or head.startswith(_MAGIC):
        return _packed(ending, head)
    if ending in _MAILS or apple_span(name, head) is not None:
        return Format.MAIL
    is_text = ending in _TEXTS and b"\0" not in head
    return Format.TEXT if is_text else Format.NOT_A_MAIL


def _packed(ending: str, head: bytes) -> Format:
    """Tell the format of a file that is no text."""
    if head.startswith(MAGIC) and (ending == _OUTLOOK or _IN_OUTLOOK in head):
        return Format.OUTLOOK
    is_zip = head.startswith(_MAGIC_OF_ZIP) and ending == _ZIP
    return Format.ZIP if is_zip else Format.NOT_SUPPORTED


def is_single_mail(name: str) -> bool:
    """Tell whether a file of this name is a mail, whatever it begins with."""
    return PurePath(name).suffix.lower() in _MAILS


def apple_span(name: str, head: bytes) -> tuple[int, int] | None:
    """Return where the mail in a file of Apple Mail begins, and its length in bytes.

    None where the file, which begins with *head*, is none.
    """
    found = _BYTES_OF_APPLE.match(head)
    # Asked first, since of 50,000 files in a Maildir hardly one begins with a number.
    if found is None or PurePath(name).suffix.lower() != _APPLE:
        return None
    if not looks_like_a_mail(head[found.end() :]):
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
