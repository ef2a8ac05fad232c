"""When the password was reset: what every saved login is measured against."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from torimodosu.recovery.case.certainty import Certainty
from torimodosu.recovery.mail.account_event import AccountEvent, AccountEventKind

# The browser saves the new password when the form is sent; the mail follows.
_MAIL_FOLLOWS_WITHIN = timedelta(minutes=2)
_CHANGES = {AccountEventKind.PASSWORD_CHANGED, AccountEventKind.CHANGED}


@dataclass(frozen=True, slots=True, kw_only=True)
class ResetTime:
    """When the password was reset.

    Attributes:
        at: The moment that the mail, or the user, gives.
        mail: The SHA-256 of the mail that tells it; None where the user said it.
        certainty: Said; confirmed by a mail that names the password; or probable,
            where the mail does not name it or only tells that a reset was asked for.

    """

    at: datetime
    mail: str | None
    certainty: Certainty

    @property
    def leeway(self) -> timedelta:
        """How long before `at` the new password may have been saved already."""
        return timedelta(0) if self.mail is None else _MAIL_FOLLOWS_WITHIN


def reset_time(
    events: Iterable[AccountEvent], said: datetime | None
) -> ResetTime | None:
    """Return when the password was last reset, None where nothing tells it.

    What the user *said* wins. Else the newest mail about a change counts, and one that
    only tells that a reset was asked for where there is none.
    """
    if said is not None:
        return ResetTime(at=said, mail=None, certainty=Certainty.SAID)
    by_date = sorted(events, key=lambda event: event.at)
    changes = [event for event in by_date if event.kind in _CHANGES]
    asked = [e for e in by_date if e.kind is AccountEventKind.RESET_ASKED]
    telling = changes or asked
    if not telling:
        return None
    newest = telling[-1]
    is_named = newest.kind is AccountEventKind.PASSWORD_CHANGED
    return ResetTime(
        at=newest.at,
        mail=newest.mail,
        certainty=Certainty.CONFIRMED if is_named else Certainty.PROBABLE,
    )
