"""When the password was reset: what every saved login is measured against."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from torimodosu.recovery.case.certainty import Certainty
from torimodosu.recovery.mail.account_event import AccountEvent, AccountEventKind
from torimodosu.recovery.mail.judging.judgement import Verdict

# The browser saves the new password when the form is sent; the mail follows.
_MAIL_FOLLOWS_WITHIN = timedelta(minutes=2)
_CHANGES = {AccountEventKind.PASSWORD_CHANGED, AccountEventKind.CHANGED}
_BEGUN = {AccountEventKind.RESET_ASKED, AccountEventKind.TEMPORARY_PASSWORD_SENT}


@dataclass(frozen=True, slots=True, kw_only=True)
class ResetTime:
    """When the password was reset.

    Attributes:
        at: The moment that the mail, or the user, gives.
        mail: The SHA-256 of the mail that tells it; None where the user said it.
        certainty: Said; confirmed by a genuine mail that names the password; or
            probable, where it cannot be told whether the mail is genuine, where it does
            not name the password, or only tells that a reset was asked for.
        kind: What the mail tells, or None.
        verdict: Whether the mail is genuine, None where the user said it.

    """

    at: datetime
    mail: str | None
    certainty: Certainty
    kind: AccountEventKind | None = None
    verdict: Verdict | None = None

    @property
    def leeway(self) -> timedelta:
        """How long before `at` the new password may have been saved already."""
        return timedelta(0) if self.mail is None else _MAIL_FOLLOWS_WITHIN


def reset_time(
    events: Iterable[AccountEvent], said: datetime | None
) -> ResetTime | None:
    """Return when the password was last reset, None where nothing tells it.

    What the user *said* wins. Else the newest mail about a change counts, and one that
    only tells that a reset was asked for where there is none. What only mails tell that
    are not genuine did not happen.
    """
    if said is not None:
        return ResetTime(at=said, mail=None, certainty=Certainty.SAID)
    real = (event for event in events if not event.is_forged)
    by_date = sorted(real, key=lambda event: event.at)
    changes = [event for event in by_date if event.kind in _CHANGES]
    asked = [event for event in by_date if event.kind in _BEGUN]
    telling = changes or asked
    if not telling:
        return None
    newest = telling[-1]
    is_named = newest.kind is AccountEventKind.PASSWORD_CHANGED
    is_sure = is_named and newest.is_proven
    return ResetTime(
        at=newest.at,
        mail=newest.mail,
        certainty=Certainty.CONFIRMED if is_sure else Certainty.PROBABLE,
        kind=newest.kind,
        verdict=newest.verdict,
    )
