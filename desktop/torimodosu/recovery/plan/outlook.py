"""Whether orders still come in, from what is known of a case."""

from collections.abc import Collection, Iterator
from datetime import datetime, timedelta

from torimodosu.recovery.mail.account_event import AccountEvent, AccountEventKind
from torimodosu.recovery.mail.kind import MailKind
from torimodosu.recovery.orders.horizon import Horizon
from torimodosu.recovery.orders.order import Ownership
from torimodosu.recovery.orders.still_going import StillGoing, still_going
from torimodosu.recovery.plan.snapshot import Snapshot

_CLOCKS_DIFFER = timedelta(hours=1)

# What a mail names that tells of something else than the e-mail address.
_OTHER_CHANGES = (
    AccountEventKind.PASSWORD_CHANGED,
    AccountEventKind.PHONE_CHANGED,
    AccountEventKind.TWO_STEP_CHANGED,
)


def outlook(snapshot: Snapshot) -> StillGoing | None:
    """Return what the mails tell of it, or None while no orders have been read.

    Where no mail was kept, there is none that could tell anything.
    """
    if snapshot.orders_at is None or not any(snapshot.kept.values()):
        return None
    horizon = Horizon(
        now=snapshot.at,
        covered_until=_mails_reach(snapshot),
        address_changed=_is_address_changed(snapshot),
        noticed_on=None if snapshot.case is None else snapshot.case.answers.noticed,
    )
    return still_going(
        snapshot.orders.values(), snapshot.ownership, snapshot.notices, horizon
    )


def is_quiet(snapshot: Snapshot) -> bool:
    """Tell whether a whole day went by without an order, all orders being judged."""
    found = outlook(snapshot)
    return found is not None and found.is_settled and not snapshot.unsorted


def _mails_reach(snapshot: Snapshot) -> datetime | None:
    """Return until when the mails tell, or None where they cannot be believed.

    A mail from the future, as junk often is, makes the newest date worth nothing.
    """
    until, read_at = snapshot.covered_until, snapshot.read_at
    if until is None or read_at is None or until > read_at + _CLOCKS_DIFFER:
        return None
    return until


def _is_address_changed(snapshot: Snapshot) -> bool | None:
    """Tell whether the address of the account was changed since strangers ordered.

    None where a mail tells of a change without naming it, and where the shop locked the
    account after a change of the address: it may have changed it back.
    """
    since = _first_of_strangers(snapshot)
    events = [one for one in snapshot.events if since is None or one.at >= since]
    changed = list(_moments(events, (AccountEventKind.ADDRESS_CHANGED,)))
    locked = list(_moments(events, (AccountEventKind.ACCOUNT_LOCKED,)))
    if changed and (not locked or max(locked) < max(changed)):
        return True
    named = {one.mail for one in events if one.kind in _OTHER_CHANGES}
    told = {
        mail.sha256
        for mail in snapshot.notices
        if mail.kind is MailKind.ACCOUNT_CHANGED
        if mail.date is not None and (since is None or mail.date >= since)
    }
    return False if told and told <= named else None


def _moments(
    events: Collection[AccountEvent], kinds: Collection[AccountEventKind]
) -> Iterator[datetime]:
    return (event.at for event in events if event.kind in kinds)


def _first_of_strangers(snapshot: Snapshot) -> datetime | None:
    placed = (
        order.placed_at
        for key, order in snapshot.orders.items()
        if snapshot.ownership.get(key) is not Ownership.MINE
    )
    return min((at for at in placed if at is not None), default=None)
