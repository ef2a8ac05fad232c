"""Whether to reset the password once more: mostly not."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from enum import Enum

from torimodosu.recovery.mail.account_event import AccountEvent, AccountEventKind
from torimodosu.recovery.signin.causes import still_valid
from torimodosu.recovery.signin.diagnosis import Diagnosis
from torimodosu.recovery.signin.mail_clues import HOLD, newest
from torimodosu.recovery.signin.trial import Outcome, Trial, Tried

_ACCEPTED = {AccountEventKind.PASSWORD_CHANGED, AccountEventKind.CHANGED}
_A_DAY = timedelta(days=1)


class ResetGuard(Enum):
    """Whether another reset would help, and why not.

    Attributes:
        NOT_NEEDED: The new password got in somewhere: it is right.
        HOLD_ON_STALE_LOGIN: A browser holds the old password, which it would fill in
            after another reset as well.
        HOLD_ON_WAIT: The shop holds the account back; a reset during that is lost.
        HOLD_ON_CODE: The password is accepted, the code is not.
        ASK_SHOP: The e-mail address is no longer the person's: the mail of a reset
            would reach somebody else.
        HOLD_ON_LOOK: The last reset was accepted; look at the browsers first.
        HOLD_ON_REPEATED: The password was reset more than once within a day, and that
            did not help.
        MAY_RESET: Nothing that is known speaks against it.

    """

    NOT_NEEDED = "not_needed"
    HOLD_ON_STALE_LOGIN = "hold_on_stale_login"
    HOLD_ON_WAIT = "hold_on_wait"
    HOLD_ON_CODE = "hold_on_code"
    ASK_SHOP = "ask_shop"
    HOLD_ON_LOOK = "hold_on_look"
    HOLD_ON_REPEATED = "hold_on_repeated"
    MAY_RESET = "may_reset"


def reset_guard(
    events: Sequence[AccountEvent],
    diagnosis: Diagnosis | None,
    tried: Mapping[Trial, Tried],
    at: datetime,
) -> ResetGuard:
    """Return whether to reset the password again at the moment *at*.

    What is certain comes first: a password that got in is right, whatever the mails
    say.
    """
    valid = still_valid(tried, events)
    outcomes = {result.outcome for result in valid.values()}
    if Outcome.GOT_IN in outcomes:
        return ResetGuard.NOT_NEEDED
    if diagnosis is not None and diagnosis.conflict:
        return ResetGuard.HOLD_ON_STALE_LOGIN
    if _is_address_lost(events, outcomes):
        return ResetGuard.ASK_SHOP
    if _must_wait(valid.values(), events, at):
        return ResetGuard.HOLD_ON_WAIT
    if Outcome.CODE_REFUSED in outcomes:
        return ResetGuard.HOLD_ON_CODE
    return _about_resets(events, diagnosis, at)


def _about_resets(
    events: Sequence[AccountEvent], diagnosis: Diagnosis | None, at: datetime
) -> ResetGuard:
    """Return what follows from the resets that the shop has accepted."""
    resets = [event for event in events if event.kind in _ACCEPTED]
    lock = newest(events, AccountEventKind.ACCOUNT_LOCKED)
    # A lock makes the password void: after it one more reset is needed.
    if not resets or (lock and all(event.at < lock.at for event in resets)):
        return ResetGuard.MAY_RESET
    if diagnosis is None or diagnosis.conflict is None:
        return ResetGuard.HOLD_ON_LOOK
    recent = {event.at for event in resets if event.at >= at - _A_DAY}
    return ResetGuard.HOLD_ON_REPEATED if len(recent) > 1 else ResetGuard.MAY_RESET


def _is_address_lost(events: Sequence[AccountEvent], outcomes: set[Outcome]) -> bool:
    changed = newest(events, AccountEventKind.ADDRESS_CHANGED)
    if changed is None:
        return False
    lock = newest(events, AccountEventKind.ACCOUNT_LOCKED)
    is_undone = lock is not None and lock.at > changed.at
    return Outcome.NO_SUCH_ACCOUNT in outcomes or not is_undone


def _must_wait(
    tried: Iterable[Tried], events: Sequence[AccountEvent], at: datetime
) -> bool:
    lock = newest(events, AccountEventKind.ACCOUNT_LOCKED)
    began = [t.at for t in tried if t.outcome is Outcome.ASKED_TO_WAIT]
    began += [lock.at] if lock else []
    return any(at < moment + HOLD for moment in began)
