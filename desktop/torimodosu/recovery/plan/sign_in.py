"""What a snapshot says about the sign-in: by which reset, and whether it is settled."""

from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.signin.diagnosis import Diagnosis
from torimodosu.recovery.signin.judging import judge
from torimodosu.recovery.signin.reset_time import ResetTime, reset_time


def reset_of(snapshot: Snapshot) -> ResetTime | None:
    """Return when the password was last reset, by the mails or by the user."""
    return reset_time(snapshot.events, snapshot.reset_said)


def diagnosis_of(snapshot: Snapshot) -> Diagnosis | None:
    """Return what the newest look at the browsers says by the reset as known now."""
    if snapshot.scan is None:
        return None
    reset = reset_of(snapshot)
    if reset is None:
        return judge(snapshot.scan, reset_at=None)
    return judge(snapshot.scan, reset_at=reset.at, leeway=reset.leeway)


def has_conflict(snapshot: Snapshot) -> bool:
    """Tell whether a browser holds a password that is older than the reset."""
    diagnosis = diagnosis_of(snapshot)
    return diagnosis is not None and diagnosis.conflict is True
