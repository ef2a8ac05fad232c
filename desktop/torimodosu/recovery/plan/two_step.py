"""What proves that the two-step check is set up and cannot lock its owner out."""

from datetime import datetime, timedelta

from torimodosu.recovery.mail.account_event import AccountEventKind
from torimodosu.recovery.plan.snapshot import Snapshot

# The shop confirms a set-up by mail; that mail is no later change.
_CONFIRMATION_COMES_WITHIN = timedelta(minutes=10)


def is_two_step_proven(snapshot: Snapshot) -> bool:
    """Tell whether two codes were accepted, and a backup was read back.

    A mail that the check was changed since makes the codes worth nothing, until the
    shop has accepted another.
    """
    state = snapshot.two_step
    if not state.is_accepted_twice or state.restored is None:
        return False
    return not is_two_step_changed_since(snapshot, accepted_at(snapshot))


def is_backup_open(snapshot: Snapshot) -> bool:
    """Tell whether the codes work, and nothing but a tried backup is missing."""
    return snapshot.two_step.is_accepted_twice and snapshot.two_step.restored is None


def accepted_at(snapshot: Snapshot) -> datetime | None:
    """Return when the shop last accepted a code of the account, or None."""
    state = snapshot.two_step
    moments = (
        one.at
        for one in state.tries
        if one.is_accepted and one.account == state.account
    )
    return max(moments, default=None)


def is_two_step_changed_since(snapshot: Snapshot, moment: datetime | None) -> bool:
    """Tell whether a mail says that the check was changed later than *moment*."""
    return moment is not None and any(
        event.kind is AccountEventKind.TWO_STEP_CHANGED
        and event.at > moment + _CONFIRMATION_COMES_WITHIN
        for event in snapshot.events
    )
