"""What a snapshot says about the sign-in: by which reset, and whether it is settled."""

from datetime import datetime

from torimodosu.recovery.case.case import SignIn
from torimodosu.recovery.mail.account_event import AccountEvent, AccountEventKind
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.steps import Step
from torimodosu.recovery.signin.diagnosis import Diagnosis
from torimodosu.recovery.signin.judging import judge
from torimodosu.recovery.signin.reset_time import ResetTime, reset_time

# After these nobody knows whether the saved password is still the right one, or
# whether the person still gets in.
_CHANGES = {
    AccountEventKind.PASSWORD_CHANGED,
    AccountEventKind.CHANGED,
    AccountEventKind.ADDRESS_CHANGED,
    AccountEventKind.ACCOUNT_LOCKED,
}
_ABOUT_CONTACT = {AccountEventKind.ADDRESS_CHANGED, AccountEventKind.PHONE_CHANGED}


def reset_of(snapshot: Snapshot) -> ResetTime | None:
    """Return when the password was last reset, by the mails or by the user."""
    return reset_time(snapshot.events, snapshot.reset_said)


def diagnosis_of(snapshot: Snapshot) -> Diagnosis | None:
    """Return what the newest look at the browsers says by the reset as known now.

    That was worked out before where the snapshot comes from the store: the window asks
    for every step that it shows, and judging hundreds of entries takes milliseconds.
    """
    if snapshot.scan is None or snapshot.diagnosis is not None:
        return snapshot.diagnosis
    reset = reset_of(snapshot)
    if reset is None:
        return judge(snapshot.scan, reset_at=None)
    return judge(snapshot.scan, reset_at=reset.at, leeway=reset.leeway)


def has_conflict(snapshot: Snapshot) -> bool:
    """Tell whether a browser holds a password that is older than the reset."""
    diagnosis = diagnosis_of(snapshot)
    return diagnosis is not None and diagnosis.conflict is True


def is_conflict_gone(snapshot: Snapshot) -> bool:
    """Tell whether a conflict was seen, and the newest look shows that it is gone.

    Not so where something that may hold a login could not be read, or where the account
    has changed since that look.
    """
    diagnosis = diagnosis_of(snapshot)
    return (
        snapshot.stale_seen_at is not None
        and diagnosis is not None
        and diagnosis.conflict is False
        and change_since_look(snapshot) is None
    )


def waits_to_retry(snapshot: Snapshot) -> bool:
    """Tell whether the shop holds the sign-in, so that trying now is of no use."""
    return snapshot.retry_at is not None and snapshot.retry_at > snapshot.at


def gets_in(snapshot: Snapshot) -> bool:
    """Tell whether the person gets in: they say so, or nothing is in the way any more.

    The second is not enough while the shop holds the sign-in.
    """
    if snapshot.case is None:
        return False
    if snapshot.case.answers.sign_in is SignIn.YES or Step.SIGN_IN in snapshot.said:
        return True
    return is_conflict_gone(snapshot) and not waits_to_retry(snapshot)


def change_since_look(snapshot: Snapshot) -> AccountEvent | None:
    """Return the newest change of the account after the last look, or None."""
    change = newest_change(snapshot)
    if change is None or snapshot.scan is None:
        return None
    return change if change.at > snapshot.scan.at else None


def is_contact_changed_since(snapshot: Snapshot, moment: datetime) -> bool:
    """Tell whether a mail says that address or phone were changed after *moment*."""
    return any(
        event.kind in _ABOUT_CONTACT and event.at > moment for event in snapshot.events
    )


def newest_change(snapshot: Snapshot) -> AccountEvent | None:
    """Return the newest change that the sign-in depends on, or None."""
    changes = (event for event in snapshot.events if event.kind in _CHANGES)
    return max(changes, key=lambda event: event.at, default=None)
