"""Whether orders still come in, from what is known of a case."""

from torimodosu.recovery.orders.still_going import Horizon, StillGoing, still_going
from torimodosu.recovery.plan.snapshot import Snapshot


def outlook(snapshot: Snapshot) -> StillGoing | None:
    """Return what the mails tell of it, or None while no orders have been read."""
    if snapshot.orders_at is None:
        return None
    horizon = Horizon(now=snapshot.at, covered_until=snapshot.covered_until)
    return still_going(
        snapshot.orders.values(), snapshot.ownership, snapshot.notices, horizon
    )
