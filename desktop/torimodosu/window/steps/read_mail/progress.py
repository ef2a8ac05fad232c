"""The numbers of a running intake, in words."""

from collections.abc import Mapping
from enum import Enum

from PySide6.QtCore import QCoreApplication

from torimodosu.recovery.mail.kind import MailKind
from torimodosu.window.kit.icons import IconName
from torimodosu.window.kit.job_card import Tally
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.tokens import Colour
from torimodosu.window.words.counts import Counts


class Count(Enum):
    """What is counted while mails are taken in."""

    KEPT = "kept"
    ORDERS = "orders"
    ACCOUNT = "account"


_ORDERS = (MailKind.ORDER_CONFIRMATION, MailKind.ORDER_ON_HOLD)
_ACCOUNT = (MailKind.ACCOUNT_CHANGED, MailKind.PASSWORD_RESET)
_SIGNS: Mapping[Count, tuple[IconName, Colour]] = {
    Count.KEPT: ("archive", "ok"),
    Count.ORDERS: ("search", "accent"),
    Count.ACCOUNT: ("key", "accent"),
}
_MINUTE = 60
_STEP = 10


def tally_of(look: Look, count: Count) -> Tally:
    """Return the tally that shows *count*."""
    icon, tint = _SIGNS[count]
    return Tally(look, icon, tint, _words(count))


def numbers_of(kinds: Mapping[MailKind, int]) -> Mapping[Count, int]:
    """Return the counts of mails of these *kinds*."""
    return {
        Count.KEPT: sum(kinds.values()),
        Count.ORDERS: sum(kinds.get(kind, 0) for kind in _ORDERS),
        Count.ACCOUNT: sum(kinds.get(kind, 0) for kind in _ACCOUNT),
    }


def left_words(seconds: float | None) -> str:
    """Return how long it may still take, rounded as honest guesses are."""
    if seconds is None:
        return ""
    if seconds < _MINUTE:
        rounded = max(_STEP, round(seconds / _STEP) * _STEP)
        return Counts().seconds_left(rounded)
    minutes = round(seconds / _MINUTE)
    return Counts().minutes_left(minutes)


def _words(count: Count) -> str:
    match count:
        case Count.KEPT:
            return QCoreApplication.translate("Progress", "kept in the archive")
        case Count.ORDERS:
            return QCoreApplication.translate("Progress", "about orders")
        case Count.ACCOUNT:
            return QCoreApplication.translate("Progress", "about account changes")
