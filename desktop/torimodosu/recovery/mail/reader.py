"""Reading a mail: from its bytes to what it says.

What a mail says proves nothing about who sent it.
"""

import re
from datetime import datetime

from torimodosu.recovery.mail.addresses import parse_addresses
from torimodosu.recovery.mail.body import gather_body
from torimodosu.recovery.mail.dates import parse_date
from torimodosu.recovery.mail.headers import Headers, split_mail
from torimodosu.recovery.mail.message import Address, Message
from torimodosu.recovery.mail.outlook.rebuilding import as_internet_mail
from torimodosu.recovery.mail.parts import walk_parts
from torimodosu.recovery.mail.problem import Problem
from torimodosu.recovery.mail.search import Quoting
from torimodosu.recovery.mail.words import header_text

_QUOTED_FROM = {
    Quoting.MBOXO: re.compile(rb"(?<![^\r\n])>(From )"),
    Quoting.MBOXRD: re.compile(rb"(?<![^\r\n])>(>*+From )"),
}
_ANGLE = re.compile(r"<([^<>]*+)>")
_LABEL = re.compile(r'"([^"]*+)"|([^,"]++)')
_MOST_LABELS = 200
# Undoing takes two more copies of the mail, and some memory for each line.
_LARGEST_UNQUOTED = 64 << 20
_MOST_UNQUOTED = 100_000
_NOBODY = Address(name="", address="")
_Addresses = tuple[Address, ...]


def unquote_from(raw: bytes, quoting: Quoting) -> bytes:
    """Undo what an mbox did to body lines that begin with "From " (RFC 4155).

    It is undone for the first 100,000 of them, and not in a mail above 64 MiB, where
    the text then shows a ">" more.
    """
    pattern = _QUOTED_FROM.get(quoting)
    if pattern is None or len(raw) > _LARGEST_UNQUOTED or b">From " not in raw:
        return raw
    return pattern.sub(rb"\1", raw, count=_MOST_UNQUOTED)


def _labels(raw: bytes) -> tuple[str, ...]:
    """Return the labels of Gmail; commas separate them, but for those in quotes."""
    found = (quoted or bare for quoted, bare in _LABEL.findall(header_text(raw)))
    return tuple(label.strip() for label in found if label.strip())[:_MOST_LABELS]


def _message_id(raw: bytes) -> str:
    text = header_text(raw)
    angle = _ANGLE.search(text)
    return (angle[1] if angle else text.strip("<>")).strip()


def _addresses(headers: Headers, names: tuple[str, ...], charset: str) -> _Addresses:
    """Return the addresses of all fields of those names, in that order."""
    fields = (raw for name in names for raw in headers.all(name))
    return tuple(address for raw in fields for address in parse_addresses(raw, charset))


def _first(addresses: _Addresses) -> Address | None:
    return addresses[0] if addresses else None


def _sender(addresses: _Addresses) -> Address:
    """Return the first address, with the words in front of it as its name.

    A name with a comma that nobody has put into quotes reads like several.
    """
    for place, one in enumerate(addresses):
        if one.address:
            names = [each.name for each in addresses[: place + 1] if each.name]
            return Address(name=", ".join(names), address=one.address)
    return _first(addresses) or _NOBODY


def _date(headers: Headers) -> tuple[datetime | None, tuple[Problem, ...]]:
    text = header_text(headers.first("date"))
    return parse_date(text) if text else (None, ())


def read_message(raw: bytes, quoting: Quoting = Quoting.NONE) -> Message:
    """Read a mail; never raises, whatever the bytes, and does bounded work.

    *raw* is the mail as it lies in its source; a file that begins with no header is all
    body, unless Outlook saved it as .msg. *quoting* is how the mbox it comes from
    protects "From " lines, undone in the copy that is read. What lies beyond the limits
    is left out; `problems` of the result holds the values of `Problem` for what was
    left out or mended.
    """
    data = as_internet_mail(unquote_from(raw, quoting))
    split = split_mail(data)
    headers = split.headers
    parts, part_problems = walk_parts(headers, data, split.body)
    body = gather_body(parts)
    # Raw 8-bit text in the header is in the charset of the text, if in any.
    charsets = (part.content_type.parameters.get("charset", "") for part in parts)
    charset = next((name for name in charsets if name), "")
    date, date_problems = _date(headers)
    problems = (*split.problems, *date_problems, *part_problems, *body.problems)
    if len(headers.all("from")) > 1:
        problems = (*problems, Problem.FROM_REPEATED)
    return Message(
        message_id=_message_id(headers.first("message-id")),
        date=date,
        sender=_sender(_addresses(headers, ("from", "sender"), charset)),
        reply_to=_first(_addresses(headers, ("reply-to",), charset)),
        subject=header_text(headers.first("subject"), charset),
        text=body.text,
        html_text=body.html_text,
        links=body.links,
        attachments=body.attachments,
        labels=_labels(headers.first("x-gmail-labels")),
        problems=tuple(dict.fromkeys(problem.value for problem in problems)),
    )
