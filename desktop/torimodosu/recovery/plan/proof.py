"""What earns "done": a step is proven by what the program itself has seen."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from torimodosu.recovery.orders.order import Ownership
from torimodosu.recovery.plan.cards import (
    are_statements_read,
    is_card_known,
    near_limits,
)
from torimodosu.recovery.plan.danger import latest
from torimodosu.recovery.plan.new_password import is_password_saved
from torimodosu.recovery.plan.reuse import is_reuse_over, is_reuse_said_over
from torimodosu.recovery.plan.sign_in import is_conflict_gone
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.steps import Step
from torimodosu.recovery.plan.two_step import is_two_step_proven

# A burst is over, as a rule, after a whole day without another order.
QUIET = timedelta(hours=24)
CLOCKS_DIFFER = timedelta(hours=1)


def is_proven(step: Step, snapshot: Snapshot) -> bool:
    """Tell whether something in *snapshot* proves that *step* is done.

    Where only the user sees what a step changes, it stays their word.
    """
    proof = _PROOFS.get(step)
    return proof is not None and proof(snapshot)


def is_done(step: Step, snapshot: Snapshot) -> bool:
    """Tell whether *step* is proven, or said by the user to be done.

    Who has seen the dates ahead has to look again when a limit comes near for a loss
    whose report is not noted.
    """
    if step is Step.SCHEDULE and near_limits(snapshot):
        return False
    return is_said(step, snapshot) or is_proven(step, snapshot)


def is_said(step: Step, snapshot: Snapshot) -> bool:
    """Tell whether the user says that *step* is done, as a whole or bit by bit."""
    if step is Step.REUSE and is_reuse_said_over(snapshot):
        return True
    return step in snapshot.said


def are_orders_stale(snapshot: Snapshot, packs: str) -> bool:
    """Tell whether the kept mails would give other orders than those in *snapshot*.

    So it is after an intake that was cut off before its orders were read, and after an
    update of the data packs to the version *packs*.
    """
    if not any(snapshot.kept.values()):
        return False
    read_at, orders_at = snapshot.read_at, snapshot.orders_at
    if orders_at is None or (read_at is not None and orders_at < read_at):
        return True
    return snapshot.orders_packs != packs


def _is_opened(snapshot: Snapshot) -> bool:
    return snapshot.case is not None


def _mails_are_safe(snapshot: Snapshot) -> bool:
    has_mails = any(snapshot.kept.values())
    return has_mails and bool(snapshot.covered) and snapshot.seal is not None


def _evidence_is_whole(snapshot: Snapshot) -> bool:
    seal, verification = snapshot.seal, snapshot.verification
    if seal is None or verification is None:
        return False
    return verification.at >= seal.at and verification.faults == 0


def _are_orders_sorted(snapshot: Snapshot) -> bool:
    return snapshot.orders_at is not None and not snapshot.unsorted


def _is_quiet(snapshot: Snapshot) -> bool:
    """Tell whether the mails reach a whole day beyond the last order of a stranger."""
    if snapshot.orders_at is None or snapshot.unsorted:
        return False
    strange = [
        order
        for key, order in snapshot.orders.items()
        if snapshot.ownership[key] is not Ownership.MINE
    ]
    if not strange:
        return True
    until = _mails_reach(snapshot)
    ends = [latest(order) for order in strange]
    return until is not None and all(
        end is not None and until - end >= QUIET for end in ends
    )


def _mails_reach(snapshot: Snapshot) -> datetime | None:
    """Return until when the mails tell, or None where they cannot be believed.

    A mail from the future, as junk often is, makes the newest date worth nothing.
    """
    until, read_at = snapshot.covered_until, snapshot.read_at
    if until is None or read_at is None or until > read_at + CLOCKS_DIFFER:
        return None
    return until


_PROOFS: Mapping[Step, Callable[[Snapshot], bool]] = {
    Step.QUESTIONS: _is_opened,
    Step.READ_MAIL: _mails_are_safe,
    Step.CHECK_EVIDENCE: _evidence_is_whole,
    Step.SORT_ORDERS: _are_orders_sorted,
    Step.STILL_GOING: _is_quiet,
    Step.WHICH_CARD: is_card_known,
    Step.SIGN_IN: is_conflict_gone,
    Step.TWO_STEP: is_two_step_proven,
    Step.PASSWORD: is_password_saved,
    Step.REUSE: is_reuse_over,
    Step.STATEMENTS: are_statements_read,
}
