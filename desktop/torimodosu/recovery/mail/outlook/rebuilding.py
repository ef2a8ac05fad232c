"""A mail that Outlook saved (.msg), rebuilt as one of the Internet (RFC 5322).

Outlook keeps what a mail says, not how it was sent: its header as a text, if it came
over the Internet, and its words as one or more of text, HTML and RTF. So no signature
fits any more; what the header says, and the readers of mails, serve all the same.
"""

import base64
import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from email.utils import format_datetime
from urllib.parse import quote

from torimodosu.recovery.mail.charsets import decode
from torimodosu.recovery.mail.outlook.compound import MAGIC, Storage, read_compound
from torimodosu.recovery.mail.outlook.properties import (
    PROPERTIES,
    Head,
    Properties,
    Tag,
    charset_of,
)
from torimodosu.recovery.mail.outlook.recipients import Person, recipients, sender
from torimodosu.recovery.mail.outlook.rtf_packing import unpack_rtf
from torimodosu.recovery.mail.outlook.rtf_text import RtfText, read_rtf

_FILES = "__attach_version1.0_#"
_MOST_FILES = 1_000
_DEEPEST = 5
_MOST_ENCLOSED = 100

# Bytes that are read of a value; the readers of mails have limits of that size.
_LONGEST_HEADER = 2 << 20
_LONGEST_LINE = 4 << 10
_LONGEST_TEXT = 2 << 20
_LONGEST_HTML = 4 << 20
_LONGEST_RTF = 1 << 20
_LARGEST_ENCLOSED = 8 << 20

_FIELD = re.compile(rb"[!-9;-~]{1,100}[ \t]*:")
_NAME = re.compile(rb"(?:\A|\n)([!-9;-~]{1,100})[ \t]*:")
# How the parts were sent is no longer so.
_OF_PARTS = (b"content-", b"mime-version")
_LINE_END = re.compile(r"\r\n|\r|\n")
_BLANKS = ("\t", " ")
_MAIL_FILES = (".eml",)
_MAIL_TYPE = "message/rfc822"


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of the rebuilt mail: the lines that tell what it is, and its bytes."""

    header: bytes
    content: bytes


def as_internet_mail(raw: bytes) -> bytes:
    """Return the mail in a file: rebuilt where Outlook saved it, else *raw* itself."""
    return (rebuild(raw) or raw) if raw.startswith(MAGIC) else raw


def rebuild(raw: bytes) -> bytes | None:
    """Return the mail in the file *raw* of Outlook; None where it holds none.

    Files that were sent with it are named, but not in it; mails among them are. Never
    raises, whatever the bytes.
    """
    root = read_compound(raw)
    if root is None or PROPERTIES not in root.streams:
        return None
    # A boundary that hangs on every byte of the file cannot stand in it.
    return _Rebuilding(hashlib.sha256(raw).hexdigest()).mail(root, Head.MAIL, depth=0)


class _Rebuilding:
    """One mail and those enclosed in it."""

    def __init__(self, unique: str) -> None:
        self._unique = unique
        self._mails = 0
        self._rtf_room = _LONGEST_RTF

    def mail(self, storage: Storage, head: Head, *, depth: int) -> bytes:
        """Return a whole mail."""
        self._mails += 1
        boundary = f"outlook-{self._mails}-{self._unique}"
        properties = Properties(storage, head)
        texts = list(self._texts(properties))
        parts = [_joined(texts, f"a-{boundary}")] if texts else []
        parts += self._files(storage, properties.charset, depth)
        whole = _joined(parts, boundary, kind="mixed")
        header = _header(storage, properties)
        return header + b"MIME-Version: 1.0\n" + whole.header + b"\n" + whole.content

    def _texts(self, properties: Properties) -> Iterator[_Part]:
        """Yield what the mail says: as text, and as HTML."""
        text = properties.text(Tag.BODY, _LONGEST_TEXT)
        html = _html(properties)
        if not html or not text.strip():
            rtf = self._rtf(properties)
            if rtf.is_html:
                html = html or rtf.text
            elif not text.strip():
                text = rtf.text
        if text.strip():
            yield _text("plain", text)
        if html.strip():
            yield _text("html", html)

    def _rtf(self, properties: Properties) -> RtfText:
        """Unpack RTF, of which all mails together may have so much: it takes long."""
        packed = properties.binary(Tag.BODY_RTF, _LONGEST_RTF)
        rtf = unpack_rtf(packed, self._rtf_room)
        self._rtf_room -= len(rtf)
        return read_rtf(rtf)

    def _files(self, storage: Storage, charset: str, depth: int) -> Iterator[_Part]:
        names = sorted(name for name in storage.storages if name.startswith(_FILES))
        for name in names[:_MOST_FILES]:
            file = storage.storages[name]
            yield self._file(Properties(file, Head.RECIPIENT_OR_FILE, charset), depth)

    def _file(self, file: Properties, depth: int) -> _Part:
        name = file.text(Tag.LONG_FILE_NAME, _LONGEST_LINE)
        name = name or file.text(Tag.FILE_NAME, _LONGEST_LINE)
        name = name or file.text(Tag.NAME, _LONGEST_LINE)
        media = file.text(Tag.MEDIA_TYPE, _LONGEST_LINE).strip().lower()
        mail = file.enclosed(Tag.FILE)
        if mail is not None and depth < _DEEPEST and self._mails < _MOST_ENCLOSED:
            whole = self.mail(mail, Head.ENCLOSED_MAIL, depth=depth + 1)
            return _named(_MAIL_TYPE, name, whole)
        if media == _MAIL_TYPE or name.lower().endswith(_MAIL_FILES):
            content = file.binary(Tag.FILE, _LARGEST_ENCLOSED)
            return _named(_MAIL_TYPE, name, content)
        return _named("application/octet-stream", name, b"")


def _joined(parts: Sequence[_Part], boundary: str, kind: str = "alternative") -> _Part:
    """Return *parts* as one, in a multipart where there are several."""
    if len(parts) == 1:
        return parts[0]
    header = f'Content-Type: multipart/{kind}; boundary="{boundary}"\n'.encode()
    line = f"\n--{boundary}".encode()
    pieces = [line + b"\n" + part.header + b"\n" + part.content for part in parts]
    return _Part(header, b"".join(pieces) + line + b"--\n")


def _named(media: str, name: str, content: bytes) -> _Part:
    file_name = quote(name, safe="", errors="replace")
    header = (
        f"Content-Type: {media}\n"
        f"Content-Disposition: attachment; filename*=UTF-8''{file_name}\n"
    )
    return _Part(header.encode(), content)


def _html(properties: Properties) -> str:
    raw = properties.binary(Tag.BODY_HTML, _LONGEST_HTML)
    if not raw:
        return properties.text(Tag.BODY_HTML, _LONGEST_HTML)
    charset = charset_of(properties.number(Tag.CHARSET_OF_BODY))
    return decode(raw, charset or properties.charset).text


def _text(kind: str, text: str) -> _Part:
    header = f"Content-Type: text/{kind}; charset=utf-8\n"
    return _Part(header.encode(), text.encode("utf-8", "replace"))


def _header(storage: Storage, properties: Properties) -> bytes:
    """Return the header as it came, with what is missing in it."""
    came = _as_it_came(properties.text(Tag.TRANSPORT_HEADERS, _LONGEST_HEADER))
    there = {name.lower() for name in _NAME.findall(came)}
    lines = [came]
    for name, value in _fields(storage, properties):
        if value and name.lower().encode() not in there:
            lines.append(f"{name}: {value}\n".encode())
    return b"".join(lines)


def _as_it_came(text: str) -> bytes:
    """Return the fields of a header, of which the first empty line is the end."""
    kept: list[bytes] = []
    keeps = False
    for line in _LINE_END.split(text):
        if not line.strip() and kept:
            break
        raw = line.encode("utf-8", "replace")
        if not line.startswith(_BLANKS):
            # Older ones begin with a line that is no field.
            is_field = _FIELD.match(raw) is not None
            keeps = is_field and not raw.lower().startswith(_OF_PARTS)
        if keeps:
            kept.append(raw + b"\n")
    return b"".join(kept)


def _fields(storage: Storage, properties: Properties) -> Iterator[tuple[str, str]]:
    """Yield what Outlook itself knows, as fields of a header."""
    yield "From", _shown(sender(properties))
    people = recipients(storage, properties.charset)
    yield "To", ", ".join(_shown(one) for one in people if not one.is_copy)
    yield "Cc", ", ".join(_shown(one) for one in people if one.is_copy)
    yield "Subject", _word(properties.text(Tag.SUBJECT, _LONGEST_LINE))
    sent = properties.time(Tag.SUBMITTED) or properties.time(Tag.DELIVERED)
    yield "Date", format_datetime(sent) if sent else ""
    message_id = properties.text(Tag.MESSAGE_ID, _LONGEST_LINE)
    yield "Message-ID", "".join(c for c in message_id if c.isprintable())


def _shown(person: Person) -> str:
    if not person.address:
        return _word(person.name)
    return f"{_word(person.name)} <{person.address}>".strip()


def _word(text: str) -> str:
    """Return *text* so that nothing in it can be taken for anything else (RFC 2047)."""
    encoded = base64.b64encode(text.encode("utf-8", "replace")).decode()
    return f"=?utf-8?B?{encoded}?=" if text else ""
