"""What the shop wrote around the burst of orders, as flags on its chart."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from torimodosu.recovery.mail.account_event import AccountEventKind
from torimodosu.recovery.mail.kind import MailKind
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.window.kit.timeline import Flag
from torimodosu.window.words.dates import clock_words

_LEVELS = 2
_MOST = 3
Happened = MailKind | AccountEventKind
# The weightiest first; the chart has no room for all.
_FLAGGED: tuple[Happened, ...] = (
    MailKind.ORDER_ON_HOLD,
    AccountEventKind.PASSWORD_CHANGED,
    AccountEventKind.ADDRESS_CHANGED,
    AccountEventKind.ACCOUNT_LOCKED,
    AccountEventKind.CHANGED,
    AccountEventKind.TEMPORARY_PASSWORD_SENT,
    AccountEventKind.RESET_ASKED,
    AccountEventKind.REPLY,
)


def flags_of(snapshot: Snapshot, *, start: datetime, end: datetime) -> tuple[Flag, ...]:
    """Return what first happened of each kind between *start* and *end*, by time.

    It is what the mails tell, not when some mail of the kind came: a temporary password
    is no change. What only mails tell that are not genuine did not happen.
    """
    found: dict[Happened, datetime] = {}
    for happened, at in sorted(_told(snapshot), key=lambda told: told[1]):
        if start <= at <= end:
            found.setdefault(happened, at.astimezone())
    chosen = [happened for happened in _FLAGGED if happened in found][:_MOST]
    ordered = sorted(chosen, key=found.__getitem__)
    return tuple(
        Flag(at=found[one], words=_words(one, found), level=number % _LEVELS)
        for number, one in enumerate(ordered)
    )


def _told(snapshot: Snapshot) -> Iterator[tuple[Happened, datetime]]:
    for mail in snapshot.notices:
        if mail.kind is MailKind.ORDER_ON_HOLD and mail.date is not None:
            yield mail.kind, mail.date
    for event in snapshot.events:
        yield event.kind, event.at


def _words(happened: Happened, found: Mapping[Happened, datetime]) -> str:
    return _form(happened).format(time=clock_words(found[happened]))


def _form(happened: Happened) -> str:
    match happened:
        case MailKind.ORDER_ON_HOLD:
            return QCoreApplication.translate("Burst", "{time} orders on hold")
        case AccountEventKind.PASSWORD_CHANGED:
            return QCoreApplication.translate("Burst", "{time} password changed")
        case AccountEventKind.ADDRESS_CHANGED:
            return QCoreApplication.translate("Burst", "{time} mail address changed")
        case AccountEventKind.ACCOUNT_LOCKED:
            return QCoreApplication.translate("Burst", "{time} account locked")
        case AccountEventKind.CHANGED:
            return QCoreApplication.translate("Burst", "{time} account changed")
        case AccountEventKind.TEMPORARY_PASSWORD_SENT:
            return QCoreApplication.translate("Burst", "{time} temporary password")
        case AccountEventKind.RESET_ASKED:
            return QCoreApplication.translate("Burst", "{time} reset asked for")
        case _:
            return QCoreApplication.translate("Burst", "{time} the shop writes")
