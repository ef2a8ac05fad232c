"""Mailboxes of made-up mail, seeded: the same arguments give the same bytes.

The mails have the shape of those that a Takeout of a Japanese mailbox holds: long
headers of relays, words of RFC 2047 in three charsets, HTML in four encodings, pictures
in base64. Some are from one shop, some name it in the subject, some in the body alone.
"""

from base64 import b64encode, encodebytes
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime
from enum import Enum
from pathlib import Path
from quopri import encodestring
from random import Random

SHOP_NAME = "みどりや電器"
SHOP_HOST = "midoriya-denki.example"

_SENTENCES = (
    "本日は当店をご利用いただきまして誠にありがとうございます。ご注文の内容を確認しました。"
    "発送の準備が整い次第お知らせします。アカウントに関する重要なお知らせ、セール情報、"
    "ポイント、会員登録、配送状況、請求金額、クレジットカード、パスワード変更、本人確認。"
)
_WORDS = (
    "the order has been shipped and your account statement is ready please review our"
    " privacy policy unsubscribe from this newsletter special offer limited time"
)
_DECLARED = {
    "quoted": ("utf-8", "quoted-printable"),
    "base64": ("utf-8", "base64"),
    "jis": ("iso-2022-jp", "7bit"),
    "quoted again": ("utf-8", "quoted-printable"),
    "english": ("utf-8", "quoted-printable"),
}
_ENCODINGS = tuple(_DECLARED)
_JAPANESE, _PLAIN, _WITH_PICTURE = 0.65, 0.15, 0.05  # shares of all mails
_HOSTS = [f"news{number}.example" for number in range(300)]
_AVERAGE = 78_000  # bytes of a mail
_LINE = 78  # bytes of a line of base64
_FIRST = datetime(2010, 1, 1, tzinfo=UTC).timestamp()
_SECONDS = 16 * 365 * 86400


class Mention(Enum):
    """Where a mail names the shop."""

    NOWHERE = "nowhere"
    SENDER = "sender"
    SUBJECT = "subject"
    BODY = "body"


@dataclass(frozen=True, slots=True, kw_only=True)
class Truth:
    """What a made-up mailbox holds.

    `wanted` tells the file name and the offset of each mail that names the shop.
    """

    messages: int
    size: int
    wanted: tuple[tuple[str, int], ...]


def write_mbox(path: Path, *, size: int, seed: int = 1) -> Truth:
    """Write an mbox of about *size* bytes with CRLF, as Gmail does."""
    wanted = []
    at = messages = 0
    with path.open("wb", buffering=1 << 20) as file:
        for mention, mail in _mails(max(size // _AVERAGE, 40), seed):
            line = b"From %d@xxx Tue Jan 02 03:04:05 +0000 2018\r\n" % (
                messages + 17**9
            )
            if mention is not Mention.NOWHERE:
                wanted.append((path.name, at + len(line)))
            at += file.write(line + mail + b"\r\n")
            messages += 1
    return Truth(messages=messages, size=at, wanted=tuple(wanted))


def write_maildir(folder: Path, *, messages: int, seed: int = 1) -> Truth:
    """Write a Maildir with LF, as Dovecot does."""
    wanted = []
    size = 0
    for name in ("cur", "new", "tmp"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    for number, (mention, mail) in enumerate(_mails(messages, seed)):
        name = f"{1_262_304_000 + number}.M{number}P1.host:2,S"
        size += (folder / "cur" / name).write_bytes(mail.replace(b"\r\n", b"\n"))
        if mention is not Mention.NOWHERE:
            wanted.append((name, 0))
    return Truth(messages=messages, size=size, wanted=tuple(wanted))


def _mails(count: int, seed: int) -> Iterator[tuple[Mention, bytes]]:
    maker = _MailMaker(Random(seed))  # noqa: S311 -- made-up mail
    return (maker.mail(number / count) for number in range(count))


class _MailMaker:
    """Makes mails quickly: of pages and pictures it has a stock that it cuts from."""

    def __init__(self, chance: Random) -> None:
        self._chance = chance
        picture = encodebytes(chance.randbytes(6_000_000))
        self._picture = picture.replace(b"\n", b"\r\n")
        # Who writes often does so under one name, as in a real mailbox.
        self._senders = [(host, self._japanese(8)) for host in _HOSTS]
        self._pages = [
            self._part(
                "html", self._page(size, japanese=encoding != "english"), encoding
            )
            for size in (9_000, 9_000, 9_000, 30_000, 75_000)
            for encoding in _ENCODINGS
            for _ in range(4)
        ]

    def mail(self, age: float) -> tuple[Mention, bytes]:
        """Return a mail, *age* of the way from the oldest to the newest."""
        chance = self._chance
        (mention,) = chance.choices(list(Mention), [9680, 220, 30, 70])
        host, name = chance.choice(self._senders)
        subject = self._text(24)
        if mention is Mention.SENDER:
            host, name = f"order.{SHOP_HOST}", f"{SHOP_NAME}オンライン"
        elif mention is Mention.SUBJECT:
            subject = f"Fwd: 【{SHOP_NAME}】{subject}"
        moment = datetime.fromtimestamp(_FIRST + age * _SECONDS, UTC)
        date = format_datetime(moment).encode()
        shop = SHOP_NAME if mention in (Mention.SENDER, Mention.BODY) else ""
        return mention, b"".join(
            [
                self._relays(host.encode(), date),
                b"Date: " + date + b"\r\nFrom: " + self._words(name),
                b" <info@" + host.encode() + b">\r\nSubject: " + self._words(subject),
                b"\r\nMIME-Version: 1.0\r\n",
                self._body(shop),
            ]
        )

    def _relays(self, host: bytes, date: bytes) -> bytes:
        """Return what relays put in front, most of a header."""
        seal = b"\r\n ".join(b64encode(self._chance.randbytes(51)) for _ in range(5))
        return (
            b"X-GM-THRID: 1234567890123456789\r\nX-Gmail-Labels: Inbox,Opened\r\n"
            b"Delivered-To: hanako@gmail.example\r\nReceived: by 2002:a05:6402 with"
            b" SMTP id x1;\r\n        %(date)s\r\n"
            b"ARC-Seal: i=1; a=rsa-sha256; cv=none; d=relay.example;\r\n"
            b" b=%(seal)s\r\nARC-Message-Signature: i=1; a=rsa-sha256;\r\n"
            b" h=to:subject:message-id:date:from:mime-version:dkim-signature;\r\n"
            b" b=%(seal)s\r\nReturn-Path: <bounce@%(host)s>\r\n"
            b"Received: from mta.%(host)s (mta.%(host)s. [192.0.2.7])\r\n"
            b"        by mx.relay.example with ESMTPS id 77\r\n"
            b"        for <hanako@gmail.example>;\r\n        %(date)s\r\n"
            b"DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=%(host)s;\r\n"
            b" h=from:to:subject:date:message-id:mime-version;\r\n b=%(seal)s\r\n"
            b"Message-ID: <%(seal).16s@%(host)s>\r\nTo: hanako@gmail.example\r\n"
        ) % {b"date": date, b"seal": seal, b"host": host}

    def _body(self, shop: str) -> bytes:
        chance = self._chance
        boundary = b"----=_Part_%x" % chance.getrandbits(80)
        text = f"{self._japanese(40)}\n{shop} 12,800円\n{self._japanese(400)}\n"
        encoding = chance.choice(_ENCODINGS[:-1])
        parts = [self._part("plain", text, encoding)]
        kind = chance.random()
        if kind < _PLAIN:
            return parts[0] + self._trap()
        if shop and kind < (1 + _PLAIN) / 2:
            parts.append(self._part("html", f"<p>{shop}</p>{text}", encoding))
        else:
            parts.append(chance.choice(self._pages))
        if kind > 1 - _WITH_PICTURE:
            parts.append(self._photo())
        opening = b"\r\n--" + boundary + b"\r\n"
        return b"".join(
            [
                b'Content-Type: multipart/mixed; boundary="' + boundary + b'"\r\n',
                *(opening + part for part in parts),
                b"\r\n--" + boundary + b"--\r\n",
            ]
        )

    def _trap(self) -> bytes:
        """Return, now and then, a line that is no separator."""
        traps = (b"", b"\r\nFrom the desk of the manager\r\n", b"\r\n>From here\r\n")
        return self._chance.choices(traps, [94, 3, 3])[0]

    def _photo(self) -> bytes:
        lines = int(self._chance.lognormvariate(12.6, 1.3)) // _LINE + 1
        first = self._chance.randrange(1000) * _LINE
        return (
            b"Content-Type: image/jpeg\r\nContent-Transfer-Encoding: base64\r\n\r\n"
            + self._picture[first : first + lines * _LINE]
        )

    def _part(self, kind: str, text: str, encoding: str) -> bytes:
        charset, transfer = _DECLARED[encoding]
        header = (
            f"Content-Type: text/{kind}; charset={charset}\r\n"
            f"Content-Transfer-Encoding: {transfer}\r\n\r\n"
        )
        raw = text.encode(charset, "replace")
        if transfer == "base64":
            raw = encodebytes(raw)
        elif transfer == "quoted-printable":
            raw = encodestring(raw)
        return header.encode() + raw.replace(b"\n", b"\r\n")

    def _page(self, size: int, *, japanese: bool) -> str:
        rows = ""
        while len(rows) < size:
            text = self._japanese(30) if japanese else self._english(12)
            rows += (
                '<tr><td style="padding:10px;border-bottom:1px solid #dddddd">'
                f'<a href="https://click.example/t/{self._chance.getrandbits(160):x}">'
                f"{text}</a></td></tr>\n"
            )
        return "<html><body><table>\n" + rows + "</table></body></html>\n"

    def _words(self, text: str) -> bytes:
        """Return *text* as words of RFC 2047, or as plain UTF-8 as some send it."""
        (way,) = self._chance.choices(
            ("iso-2022-jp", "utf-8", "q", "raw"), [30, 45, 20, 5]
        )
        if text.isascii() or way == "raw":
            return text.encode()
        words = []
        step = 5 if way == "q" else 13
        for at in range(0, len(text), step):
            piece = text[at : at + step]
            if way == "q":
                coded = "".join(f"={byte:02X}" for byte in piece.encode())
                words.append(b"=?utf-8?q?" + coded.encode() + b"?=")
            else:
                coded_piece = b64encode(piece.encode(way, "replace"))
                words.append(b"=?" + way.encode() + b"?B?" + coded_piece + b"?=")
        return b"\r\n ".join(words)

    def _text(self, length: int) -> str:
        is_japanese = self._chance.random() < _JAPANESE
        return self._japanese(length) if is_japanese else self._english(length // 4)

    def _japanese(self, length: int) -> str:
        pieces = []
        while length > 0:
            size = min(self._chance.randint(4, 20), length)
            at = self._chance.randrange(len(_SENTENCES) - size)
            pieces.append(_SENTENCES[at : at + size])
            length -= size
        return "".join(pieces)

    def _english(self, words: int) -> str:
        return " ".join(self._chance.choices(_WORDS.split(), k=words))
