"""How far the passwords that were to be changed are."""

from torimodosu.recovery.passwords.queue import Standing
from torimodosu.recovery.plan.snapshot import Snapshot

_SETTLED = {Standing.PROVEN, Standing.EXCLUDED}


def is_reuse_over(snapshot: Snapshot) -> bool:
    """Tell whether an audit left nothing to change, or a later one proved it changed.

    What the person leaves out, with a reason, needs no proof.
    """
    queue, day = snapshot.password_queue, snapshot.at.date()
    return queue is not None and all(
        entry.standing_on(day) in _SETTLED for entry in queue.entries
    )


def is_reuse_said_over(snapshot: Snapshot) -> bool:
    """Tell whether nothing is left to change, be it by the person's word alone."""
    queue = snapshot.password_queue
    return queue is not None and not queue.open_on(snapshot.at.date())
