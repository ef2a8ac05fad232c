"""The forms in which headers and bodies are signed (RFC 6376, 3.4)."""

import re
from enum import Enum

from torimodosu.recovery.mail.signatures.raw_mail import RawField

_BLANKS = re.compile(rb"[ \t]++")
_BLANKS_AT_END = re.compile(rb"[ \t]++(?=\r\n|\Z)")
_END = b"\r\n"


class Form(Enum):
    """How much of blanks and case may change on the way."""

    SIMPLE = "simple"
    RELAXED = "relaxed"


def signed_field(field: RawField, form: Form) -> bytes:
    """Return *field* in the form in which it is signed, without a line end."""
    if form is Form.SIMPLE:
        return field.whole
    value = field.value.replace(_END, b"")
    return field.name.encode() + b":" + _BLANKS.sub(b" ", value).strip(b" ")


def signed_body(body: bytes, form: Form) -> bytes:
    """Return *body*, whose lines end in CR LF, in the form in which it is signed."""
    if form is Form.RELAXED:
        body = _BLANKS.sub(b" ", _BLANKS_AT_END.sub(b"", body))
    end = len(body)
    while body.endswith(_END, 0, end):
        end -= len(_END)
    if end or form is Form.SIMPLE:
        return body[:end] + _END
    return b""
