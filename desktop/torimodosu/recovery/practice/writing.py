"""Writing the mails of the practice incident as bytes.

Written out by hand rather than with `email.generator`, which draws its boundaries by
chance: the same incident has to be the same bytes every time.
"""

import base64
import quopri
from collections.abc import Iterable
from datetime import UTC
from email.header import Header
from email.utils import format_datetime

from torimodosu.recovery.mail.message import Address
from torimodosu.recovery.practice.letter import Encoding, Letter

_END = "\r\n"
_WIDTH = 76
# What a mail program declares, and the codec that also has half-width kana, which the
# declared one lacks but which such mails hold all the same.
_JAPANESE, _WITH_KANA = "ISO-2022-JP", "iso2022_jp_ext"


def write_mail(letter: Letter, *, with_labels: bool = False) -> bytes:
    """Return *letter* as RFC 5322 says, with CRLF; Gmail's own headers if wanted."""
    headers = [*_gmail_headers(letter)] if with_labels else []
    headers += letter.trace
    headers += _letter_headers(letter)
    body_headers, body = _body(letter)
    headers += body_headers
    head = "".join(f"{name}: {value}{_END}" for name, value in headers)
    return head.encode("ascii") + _END.encode() + body


def write_mbox(letters: Iterable[Letter]) -> bytes:
    """Return *letters* as Google Takeout writes them: an mbox with CRLF and labels."""
    parts = []
    for number, letter in enumerate(letters, start=1):
        day, date, month, year, time, _ = format_datetime(
            letter.sent.astimezone(UTC)
        ).split()
        stamp = f"{day.rstrip(',')} {month} {date} {time} +0000 {year}"
        separator = f"From {_thread(number)}@xxx {stamp}{_END}"
        parts += [separator.encode(), _quoted(write_mail(letter, with_labels=True))]
        parts.append(_END.encode())
    return b"".join(parts)


def _thread(number: int) -> int:
    return 1_848_000_000_000_000_000 + number


def _quoted(mail: bytes) -> bytes:
    """Protect body lines that begin with "From " (mboxrd)."""
    lines = mail.split(b"\r\n")
    return b"\r\n".join(
        b">" + line if line.lstrip(b">").startswith(b"From ") else line
        for line in lines
    )


def _gmail_headers(letter: Letter) -> Iterable[tuple[str, str]]:
    yield "X-Gmail-Labels", _header("X-Gmail-Labels", ",".join(letter.labels))


def _letter_headers(letter: Letter) -> Iterable[tuple[str, str]]:
    yield "Date", format_datetime(letter.sent)
    yield "From", _address("From", letter.sender, letter.encoding)
    if letter.reply_to is not None:
        yield "Reply-To", _address("Reply-To", letter.reply_to, letter.encoding)
    yield "To", _address("To", letter.recipient, letter.encoding)
    yield "Message-ID", f"<{letter.message_id}>"
    yield "Subject", _header("Subject", letter.subject, letter.encoding)
    yield "MIME-Version", "1.0"


def _address(header: str, address: Address, encoding: Encoding) -> str:
    if not address.name:
        return address.address
    if address.name.isascii():
        return f'"{address.name}" <{address.address}>'
    return f"{_header(header, address.name, encoding)} <{address.address}>"


def _header(name: str, text: str, encoding: Encoding = Encoding.UTF8_BASE64) -> str:
    if text.isascii():
        return text
    charset = _JAPANESE if encoding is Encoding.ISO_2022_JP else "UTF-8"
    header = Header(text, charset, maxlinelen=_WIDTH, header_name=name)
    return header.encode(linesep=_END)


def _body(letter: Letter) -> tuple[list[tuple[str, str]], bytes]:
    parts = [
        _part(kind, words, letter.encoding)
        for kind, words in (("plain", letter.text), ("html", letter.html))
        if words
    ]
    if len(parts) == 1:
        return parts[0]
    boundary = f"=_{letter.message_id.partition('@')[0]}"
    body = b"".join(
        f"--{boundary}{_END}".encode()
        + "".join(f"{name}: {value}{_END}" for name, value in headers).encode()
        + _END.encode()
        + content
        + _END.encode()
        for headers, content in parts
    )
    content_type = f'multipart/alternative; boundary="{boundary}"'
    end = f"--{boundary}--{_END}".encode()
    return [("Content-Type", content_type)], body + end


def _part(
    kind: str, words: str, encoding: Encoding
) -> tuple[list[tuple[str, str]], bytes]:
    charset = "UTF-8"
    if encoding is Encoding.ISO_2022_JP:
        charset, transfer = _JAPANESE, "7bit"
        content = words.encode(_WITH_KANA)
    elif encoding is Encoding.UTF8_QUOTED_PRINTABLE:
        transfer, content = "quoted-printable", quopri.encodestring(words.encode())
    elif encoding is Encoding.ASCII:
        charset, transfer, content = "US-ASCII", "7bit", words.encode("ascii")
    else:
        lines = words.replace("\n", _END)
        transfer, content = "base64", base64.encodebytes(lines.encode())
    headers = [
        ("Content-Type", f"text/{kind}; charset={charset}"),
        ("Content-Transfer-Encoding", transfer),
    ]
    return headers, content.replace(b"\n", _END.encode())
