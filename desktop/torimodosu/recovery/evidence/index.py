"""The index of a bag's mails as a table that spreadsheet programs open."""

import csv
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from torimodosu.recovery.evidence.sealing import MAIL
from torimodosu.recovery.mail.kept import KeptMail
from torimodosu.recovery.mail.message import Message
from torimodosu.recovery.spreadsheet import CsvLines, guarded

HEADINGS: tuple[tuple[str, str], ...] = (
    ("日時", "Date"),
    ("差出人", "From"),
    ("件名", "Subject"),
    ("種類", "Kind"),
    ("元の場所", "Source"),
    ("位置 (バイト)", "Offset (bytes)"),
    ("長さ (バイト)", "Length (bytes)"),
    ("SHA-256", "SHA-256"),
)

_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A mail of the index; what is not known of it is "".

    `ending` is that of its file.
    """

    date: str
    sender: str
    subject: str
    kind: str
    source: str
    offset: str
    length: str
    sha256: str
    ending: str = MAIL


def row_of(mail: KeptMail, at_home: Callable[[datetime], datetime]) -> Row:
    """Return the row of *mail*; *at_home* gives a moment in the person's time zone."""
    origin = mail.origin
    return Row(
        date="" if mail.date is None else _shown(at_home(mail.date)),
        sender=_sender(mail.sender_name, mail.sender_address),
        subject=printable(mail.subject),
        kind=mail.kind.value,
        source=printable(origin.source),
        offset=str(origin.offset),
        length=str(origin.length),
        sha256=mail.sha256,
    )


def stray_row(
    sha256: str,
    size: int,
    message: Message | None,
    at_home: Callable[[datetime], datetime],
) -> Row:
    """Return the row of an archived mail of which the case knows nothing.

    Such there are when the program was killed between keeping a mail and noting it, or
    when a bag was packed in several goes. Where it came from is not known any more.

    Args:
        sha256: What it was kept by.
        size: Its bytes.
        message: What it says, or None where its bytes are damaged.
        at_home: Gives a moment in the person's time zone.

    """
    date = None if message is None else message.date
    sender = None if message is None else message.sender
    return Row(
        date="" if date is None else _shown(at_home(date)),
        sender="" if sender is None else _sender(sender.name, sender.address),
        subject="" if message is None else printable(message.subject),
        kind="",
        source="",
        offset="",
        length=str(size),
        sha256=sha256,
    )


def index_csv(rows: Iterable[Row]) -> bytes:
    """Return the index as comma-separated values that Excel opens rightly.

    That is UTF-8 with a byte-order mark, and an apostrophe before every cell that a
    spreadsheet would take for a formula.
    """
    table = CsvLines()
    writer = csv.writer(table, quoting=csv.QUOTE_ALL)
    writer.writerow(f"{ja} {en}" if ja != en else en for ja, en in HEADINGS)
    for row in rows:
        writer.writerow(
            (
                row.date,
                guarded(row.sender),
                guarded(row.subject),
                row.kind,
                guarded(row.source),
                row.offset,
                row.length,
                row.sha256,
            )
        )
    return "".join(table).encode("utf-8-sig")


def printable(text: str) -> str:
    """Return *text* on one line, without what cannot be written."""
    return _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", _UNPRINTABLE.sub(" ", text))


def _shown(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")


def _sender(name: str, address: str) -> str:
    return printable(f"{name} <{address}>" if name else address)
