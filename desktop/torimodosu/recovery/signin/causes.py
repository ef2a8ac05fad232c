"""Why the new password is refused: every cause, weighed by what is known so far."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from torimodosu.recovery.mail.account_event import AccountEvent, AccountEventKind
from torimodosu.recovery.signin.cause import (
    Cause,
    Clue,
    Reason,
    WeighedCause,
    Weight,
)
from torimodosu.recovery.signin.clues import clues_of_scan, clues_of_trials
from torimodosu.recovery.signin.diagnosis import Diagnosis
from torimodosu.recovery.signin.mail_clues import HOLD, clues_of_mails, newest
from torimodosu.recovery.signin.trial import Outcome, Trial, Tried

__all__ = ["Cause", "Reason", "WeighedCause", "Weight", "still_valid", "weigh_causes"]

_CAUSES = tuple(Cause)
_WEIGHTS = tuple(Weight)
_HELPED_BY_WAITING = {Weight.FOUND, Weight.LIKELY, Weight.POSSIBLE}
# What makes a trial tell nothing any more: it was about another password.
_NEW_PASSWORD = (
    AccountEventKind.PASSWORD_CHANGED,
    AccountEventKind.CHANGED,
    AccountEventKind.ACCOUNT_LOCKED,
)
_ADDRESS_IS_GONE = {Reason.NO_SUCH_ACCOUNT, Reason.ADDRESS_CHANGE_MAIL}


def weigh_causes(
    *,
    tried: Mapping[Trial, Tried],
    diagnosis: Diagnosis | None,
    events: Sequence[AccountEvent],
    at: datetime,
) -> tuple[WeighedCause, ...]:
    """Return every cause with its weight, the most likely first.

    *tried* is what came of the short differential, *diagnosis* of the look at the
    browsers, *events* of the account mails; *at* is the present moment. A trial that is
    older than the newest password is left out.
    """
    valid = still_valid(tried, events)
    clues = (
        *clues_of_scan(diagnosis),
        *clues_of_trials(valid, at),
        *clues_of_mails(events, at),
    )
    weighed = [_weighed(cause, clues, valid, events) for cause in _CAUSES]
    return tuple(sorted(weighed, key=lambda one: _WEIGHTS.index(one.weight)))


def still_valid(
    tried: Mapping[Trial, Tried], events: Sequence[AccountEvent]
) -> Mapping[Trial, Tried]:
    """Return what of *tried* was tried with the newest password."""
    changed = newest(events, *_NEW_PASSWORD)
    return {
        trial: result
        for trial, result in tried.items()
        if changed is None or result.at >= changed.at
    }


def _weighed(
    cause: Cause,
    clues: Sequence[Clue],
    tried: Mapping[Trial, Tried],
    events: Sequence[AccountEvent],
) -> WeighedCause:
    own = [clue for clue in clues if clue.cause is cause]
    weight = _weight(cause, own)
    is_helped = cause is Cause.SHOP_HOLD and weight in _HELPED_BY_WAITING
    return WeighedCause(
        cause=cause,
        weight=weight,
        reasons=tuple(dict.fromkeys(clue.reason for clue in own)),
        retry_at=_retry_at(tried, events) if is_helped else None,
    )


def _weight(cause: Cause, clues: Sequence[Clue]) -> Weight:
    """Return what *clues* come to: what decides wins, and opposites cancel out."""
    weights = {clue.weight for clue in clues}
    reasons = {clue.reason for clue in clues}
    if cause is Cause.ADDRESS_CHANGED and reasons >= _ADDRESS_IS_GONE:
        return Weight.FOUND
    for decisive in (Weight.FOUND, Weight.RULED_OUT):
        if decisive in weights:
            return decisive
    if weights >= {Weight.LIKELY, Weight.UNLIKELY}:
        return Weight.POSSIBLE
    for leaning in (Weight.LIKELY, Weight.UNLIKELY):
        if leaning in weights:
            return leaning
    return Weight.POSSIBLE


def _retry_at(
    tried: Mapping[Trial, Tried], events: Sequence[AccountEvent]
) -> datetime | None:
    """Return when to try again, counted from the lock or from what was tried last."""
    lock = newest(events, AccountEventKind.ACCOUNT_LOCKED)
    told = [t.at for t in tried.values() if t.outcome is Outcome.ASKED_TO_WAIT]
    refused = [t.at for t in tried.values() if t.outcome is Outcome.REFUSED]
    began = [*told, lock.at] if lock else (told or refused)
    return max(began) + HOLD if began else None
