"""Whether all who read a mail find the same in it.

A signature covers bytes, a person sees what a program makes of them. Somebody who has
a genuine mail may add to it what the one passes over and the other shows: a second
subject above the signed one (RFC 6376, 8.15), or words between the lines of the header.
Then nothing that was found out about the mail is about what is shown.
"""

import re

from torimodosu.recovery.mail.addresses import parse_addresses
from torimodosu.recovery.mail.headers import Split, split_mail
from torimodosu.recovery.mail.signatures.raw_mail import RawMail, with_crlf

_QUOTED = re.compile(rb'"(?:[^"\\]|\\.)*+"?', re.DOTALL)
_BLANKS = b" \t"
# Of those that a mail has once (RFC 5322, 3.6; RFC 2045), what decides what is shown.
_ONCE = (
    *("from", "sender", "reply-to", "subject", "date"),
    *("content-type", "content-transfer-encoding"),
)


def is_read_one_way(source: bytes, raw: RawMail) -> bool:
    """Tell whether the mail shown from the bytes *source* is the one that is signed.

    *raw* is the mail as those see it who sign.
    """
    split = split_mail(source)
    if split.problems or any(len(raw.by_name.get(name, ())) > 1 for name in _ONCE):
        return False
    return _has_one_sender(raw) and _parts_alike(split, source, raw)


def _has_one_sender(raw: RawMail) -> bool:
    """Tell whether the mail has one sender's address, and that stands there openly.

    Some programs take an address out of a comment or of encoded words, others do not.
    """
    (value,) = [field.value for field in raw.all("from")] or [b""]
    told = _QUOTED.sub(b"", value)
    senders = [one.address for one in parse_addresses(value) if one.address]
    is_open = [sender.encode() in told for sender in senders] == [True]
    return is_open and told.count(b"@") == 1


def _parts_alike(split: Split, source: bytes, raw: RawMail) -> bool:
    shown = [(name, with_crlf(value)) for name, value in split.headers.fields]
    signed = [(field.name, field.value.lstrip(_BLANKS)) for field in raw.fields]
    return shown == signed and with_crlf(source[split.body :]) == raw.body
