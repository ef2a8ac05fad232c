"""What was said and seen before the account changed once more is worth less.

So is what was said of the statements before another one came out, and that a case is
closed in which something has opened since.
"""

from dataclasses import replace

from torimodosu.recovery.mail.account_event import AccountEvent
from torimodosu.recovery.orders.order import Ownership
from torimodosu.recovery.orders.still_going import Verdict
from torimodosu.recovery.plan.advice import opened_again
from torimodosu.recovery.plan.cards import missing_months
from torimodosu.recovery.plan.outlook import outlook
from torimodosu.recovery.plan.proof import are_faults_accepted
from torimodosu.recovery.plan.sign_in import (
    change_since_look,
    diagnosis_of,
    has_conflict,
    is_contact_changed_since,
    newest_change,
)
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.steps import Step
from torimodosu.recovery.plan.two_step import is_two_step_changed_since
from torimodosu.recovery.signin.checklist import Looked, Place


def weighed_anew(snapshot: Snapshot) -> Snapshot:
    """Return *snapshot* without what later changes have outdated.

    The step that takes the account back counts as said once every place has a result,
    and only then.
    The newest look at the browsers is judged on the way. That there are no mails is
    outdated by the first that is kept, and that faults of the archive must stay, by the
    next check.
    """
    return _without_closing(_without_words(snapshot))


def _without_words(snapshot: Snapshot) -> Snapshot:
    snapshot = replace(snapshot, diagnosis=diagnosis_of(snapshot))
    said = dict(snapshot.said)
    if Step.SIGN_IN in said and _is_word_outdated(snapshot):
        del said[Step.SIGN_IN]
    if is_two_step_changed_since(snapshot, said.get(Step.TWO_STEP)):
        del said[Step.TWO_STEP]
    if Step.STILL_GOING in said and _goes_on(snapshot):
        del said[Step.STILL_GOING]
    if Step.PASSWORD in said and _is_stranger_back(snapshot):
        del said[Step.PASSWORD]
    if Step.READ_MAIL in said and any(snapshot.kept.values()):
        del said[Step.READ_MAIL]
    if Step.CHECK_EVIDENCE in said and not are_faults_accepted(snapshot):
        del said[Step.CHECK_EVIDENCE]
    if Step.STATEMENTS in said and _is_statement_out(snapshot):
        del said[Step.STATEMENTS]
    looked = {
        place: result
        for place, result in snapshot.looked.items()
        if not _is_look_outdated(result, snapshot)
    }
    said.pop(Step.TAKE_BACK, None)
    if looked.keys() >= set(Place):
        said[Step.TAKE_BACK] = max(result.at for result in looked.values())
    return replace(
        snapshot, said=said, looked=looked, reopened_by=_reopened_by(snapshot)
    )


def _without_closing(snapshot: Snapshot) -> Snapshot:
    """Return *snapshot* without the word that the case is closed if it is not."""
    if Step.CLOSING not in snapshot.said or not opened_again(snapshot):
        return snapshot
    said = dict(snapshot.said)
    del said[Step.CLOSING]
    return replace(snapshot, said=said)


def _is_word_outdated(snapshot: Snapshot) -> bool:
    """Tell whether the account, or a saved login, spoke against it afterwards."""
    said_at, scan = snapshot.said[Step.SIGN_IN], snapshot.scan
    change = newest_change(snapshot)
    if change is not None and change.at > said_at:
        return True
    return scan is not None and scan.at > said_at and has_conflict(snapshot)


def _goes_on(snapshot: Snapshot) -> bool:
    """Tell whether somebody else has ordered after the person said it was over."""
    said_at, found = snapshot.said[Step.STILL_GOING], outlook(snapshot)
    if found is None:
        return False
    is_later = found.last_order is not None and found.last_order > said_at
    return is_later or found.verdict is Verdict.GOING_ON


def _is_stranger_back(snapshot: Snapshot) -> bool:
    """Tell whether somebody else surely ordered after the password was new."""
    said_at = snapshot.said[Step.PASSWORD]
    return any(
        order.placed_at is not None
        and order.placed_at > said_at
        and snapshot.ownership.get(key) is Ownership.NOT_MINE
        for key, order in snapshot.orders.items()
    )


def _is_statement_out(snapshot: Snapshot) -> bool:
    """Tell whether a statement should have come out since, that was not read."""
    said_on = snapshot.said[Step.STATEMENTS].astimezone(snapshot.at.tzinfo).date()
    return any(
        month.out_on is not None and month.out_on > said_on
        for month in missing_months(snapshot)
    )


def _is_look_outdated(result: Looked, snapshot: Snapshot) -> bool:
    is_about = result.place is Place.CONTACT_DETAILS
    return is_about and is_contact_changed_since(snapshot, result.at)


def _reopened_by(snapshot: Snapshot) -> AccountEvent | None:
    """Return the change that outdates what the person said, or what a look proved."""
    change = newest_change(snapshot)
    if change is None:
        return None
    is_unseen = snapshot.scan is None or change_since_look(snapshot) is not None
    said_at = snapshot.said.get(Step.SIGN_IN)
    if said_at is not None:
        return change if change.at > said_at and is_unseen else None
    had_conflict = snapshot.stale_seen_at is not None
    return change if had_conflict and is_unseen else None
