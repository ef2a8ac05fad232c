"""What a later export proves: which passwords were changed since the last audit."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from torimodosu.recovery.passwords.audit.accounts import Account
from torimodosu.recovery.passwords.audit.judging import Judged
from torimodosu.recovery.passwords.audit.ordering import RISKS, Digests
from torimodosu.recovery.passwords.queue import Flaw, QueueEntry, Standing


def renewed(
    before: Sequence[QueueEntry],
    found: Sequence[QueueEntry],
    judged: Sequence[Judged],
    *,
    digests: Digests,
    at: datetime,
) -> tuple[QueueEntry, ...]:
    """Return the queue *before*, after an audit that wants what it has *found*.

    An entry whose account has another password now, and a good one, is proven. One
    whose password is the same stays, and so do its flaws: what two sites had is no
    secret because one of them has another now. What is not among the *judged*, which
    are all that the exports held, stays as it was.
    """
    seen = {one.account.key: one.account for one in judged}
    earlier = {entry.key: entry for entry in before}
    entries = []
    for entry in found:
        old = earlier.pop(entry.key, None)
        if old is not None:
            is_same = _is_same(old, seen[entry.key], digests)
            entries.append(_wanted_again(old, entry, is_same=is_same))
        else:
            entries.append(entry)
    numbers = max((entry.shares_with for entry in found), default=0)
    for old in earlier.values():
        account = seen.get(old.key)
        kept = old if account is None else _good_by_now(old, account, digests, at=at)
        shares_with = old.shares_with and old.shares_with + numbers
        entries.append(replace(kept, shares_with=shares_with))
    return tuple(sorted(entries, key=lambda entry: RISKS.index(entry.at_risk)))


def _is_same(entry: QueueEntry, account: Account, digests: Digests) -> bool | None:
    """Tell whether *account* still has the password of *entry*; None is not known."""
    if not entry.digest or digests.key is None:
        return None
    return entry.digest in {digests.of(account, each) for each in account.passwords}


def _wanted_again(
    old: QueueEntry, new: QueueEntry, *, is_same: bool | None
) -> QueueEntry:
    """Return *new* with what is still true of *old*.

    Whoever said that it is changed had it changed elsewhere, or to one that is no
    better.
    """
    if is_same and old.standing is not Standing.PROVEN:
        flaws = tuple(f for f in Flaw if f in old.flaws or f in new.flaws)
        new = replace(new, flaws=flaws)
    if old.standing is not Standing.EXCLUDED:
        return new
    return replace(
        new,
        standing=old.standing,
        since=old.since,
        reason=old.reason,
        until=old.until,
    )


def _good_by_now(
    old: QueueEntry, account: Account, digests: Digests, *, at: datetime
) -> QueueEntry:
    """Return *old* with what its account tells, which no flaw was found in."""
    is_same = _is_same(old, account, digests)
    if is_same is None or (is_same and old.standing is not Standing.SAID):
        return old
    if is_same:
        return replace(old, standing=Standing.OPEN, since=None)
    return replace(
        old,
        standing=Standing.PROVEN,
        since=at,
        reason="",
        until=None,
        modified=account.modified,
        digest=digests.of(account, account.passwords[0]),
    )
