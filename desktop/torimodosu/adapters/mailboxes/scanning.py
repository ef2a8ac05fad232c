"""What is done with a part of a mailbox; this runs in the worker processes."""

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from torimodosu.adapters.mailboxes.dates import read_date
from torimodosu.adapters.mailboxes.headers import headline
from torimodosu.adapters.mailboxes.matching import Matcher
from torimodosu.adapters.mailboxes.reading import Missed, mails
from torimodosu.adapters.mailboxes.tasks import Task
from torimodosu.adapters.mailboxes.troubles import not_covered
from torimodosu.adapters.mailboxes.zip_members import Member
from torimodosu.recovery.mail.kept import Origin
from torimodosu.recovery.mail.search import NotCovered, PassedOver, Trouble, Wanted

# A mail goes from hand to hand as one piece of memory. Gmail takes in 50 MB,
# Exchange 150 MB; what is larger than this is named, not kept.
LARGEST_MAIL = 512 * 2**20

# Spam is dated into the future to stand on top; but no mail is newer than its file,
# apart from clocks that go wrong by some hours.
_CLOCKS_DIFFER_BY = 86400  # seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """Where a wanted mail lies, whether in an mbox, and in which file of a zip file."""

    origin: Origin
    in_mbox: bool
    member: Member | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scanned:
    """What came out of one task: mails read, wanted ones, and what went wrong.

    `newest` is the date of the newest mail, None where none has a credible one.
    """

    messages: int
    newest: datetime | None
    hits: tuple[Hit, ...]
    troubles: tuple[NotCovered | PassedOver, ...]


def search(task: Task, wanted: Wanted) -> Scanned:
    """Find the wanted mails."""
    matcher = _matcher(wanted)
    troubles: Missed = []
    hits = []
    messages = 0
    newest: datetime | None = None
    for mail in mails(task, troubles):
        messages += 1
        header, body = mail.split()
        line = headline(header)
        date = read_date(line.date)
        if date and date.timestamp() <= mail.changed + _CLOCKS_DIFFER_BY:
            newest = max(date, newest or date)
        if not matcher.in_window(date):
            continue
        try:
            is_wanted = (
                wanted.everything
                or matcher.in_headline(line.text)
                or any(matcher.in_bytes(*text) for text in mail.texts(header, body))
            )
        except OSError as error:
            troubles.append(not_covered(mail.path, error))
            continue
        if is_wanted and mail.length > LARGEST_MAIL:
            offset = mail.start if mail.in_mbox else None
            troubles.append(not_covered(mail.path, Trouble.TOO_LARGE, offset))
        elif is_wanted:
            length = mail.outlook or mail.length
            origin = Origin(source=mail.path, offset=mail.start, length=length)
            hits.append(Hit(origin=origin, in_mbox=mail.in_mbox, member=mail.member))
    return Scanned(
        messages=messages, newest=newest, hits=tuple(hits), troubles=tuple(troubles)
    )


@lru_cache(maxsize=1)
def _matcher(wanted: Wanted) -> Matcher:
    return Matcher(wanted)
