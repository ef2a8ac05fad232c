"""What the account mails say about the causes of a failing sign-in."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from torimodosu.recovery.mail.account_event import AccountEvent, AccountEventKind
from torimodosu.recovery.signin.cause import Cause, Clue, Reason, Weight

# A victim was asked to wait "about five hours" after the clean-up of the shop before
# resetting the password (iwakawa-note.net); no official figure was found.
HOLD = timedelta(hours=5)
_CHANGES = {AccountEventKind.PASSWORD_CHANGED, AccountEventKind.CHANGED}


def newest(
    events: Sequence[AccountEvent], *kinds: AccountEventKind
) -> AccountEvent | None:
    """Return the newest of *events* that is of one of *kinds*, or None."""
    return max(
        (event for event in events if event.kind in kinds),
        key=lambda event: event.at,
        default=None,
    )


def clues_of_mails(events: Sequence[AccountEvent], at: datetime) -> Iterator[Clue]:
    """Yield what *events* say at the moment *at*; nothing where no mail was read."""
    yield from _of_locks(events, at)
    yield from _of_address(events)
    kinds = {event.kind for event in events}
    if AccountEventKind.TWO_STEP_CHANGED in kinds:
        yield Clue(
            cause=Cause.WRONG_CODE,
            weight=Weight.POSSIBLE,
            reason=Reason.TWO_STEP_CHANGE_MAIL,
        )
    if events and kinds.isdisjoint(_CHANGES):
        yield Clue(
            cause=Cause.WRONG_MARKETPLACE,
            weight=Weight.POSSIBLE,
            reason=Reason.NO_CHANGE_MAIL,
        )


def _of_locks(events: Sequence[AccountEvent], at: datetime) -> Iterator[Clue]:
    lock = newest(events, AccountEventKind.ACCOUNT_LOCKED)
    if lock is None:
        return
    is_over = at >= lock.at + HOLD
    yield Clue(
        cause=Cause.SHOP_HOLD,
        weight=Weight.POSSIBLE if is_over else Weight.LIKELY,
        reason=Reason.LOCK_IS_OVER if is_over else Reason.LOCK_MAIL,
    )


def _of_address(events: Sequence[AccountEvent]) -> Iterator[Clue]:
    cause = Cause.ADDRESS_CHANGED
    address = newest(events, AccountEventKind.ADDRESS_CHANGED)
    phone = newest(events, AccountEventKind.PHONE_CHANGED)
    lock = newest(events, AccountEventKind.ACCOUNT_LOCKED)
    if address is not None:
        reason = Reason.ADDRESS_CHANGE_MAIL
        yield Clue(cause=cause, weight=Weight.LIKELY, reason=reason)
        # With its lock the shop undoes what the intruder changed.
        if lock is not None and lock.at > address.at:
            reason = Reason.CHANGE_UNDONE
            yield Clue(cause=cause, weight=Weight.UNLIKELY, reason=reason)
    if phone is not None:
        reason = Reason.PHONE_CHANGE_MAIL
        yield Clue(cause=cause, weight=Weight.POSSIBLE, reason=reason)
    if any(event.kind is AccountEventKind.CHANGED for event in events):
        reason = Reason.FIELD_NOT_NAMED
        yield Clue(cause=cause, weight=Weight.POSSIBLE, reason=reason)
