"""What earns "done": a step is proven by what the program itself has seen."""

from collections.abc import Callable, Mapping

from torimodosu.recovery.plan.cards import (
    are_statements_read,
    are_statements_settled,
    has_months_out,
    is_card_known,
    near_limits,
    open_charges,
)
from torimodosu.recovery.plan.mail_verdicts import reading_stamp
from torimodosu.recovery.plan.new_password import is_password_saved
from torimodosu.recovery.plan.outlook import is_quiet
from torimodosu.recovery.plan.reuse import is_reuse_over, is_reuse_said_over
from torimodosu.recovery.plan.sign_in import is_conflict_gone
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.steps import Step
from torimodosu.recovery.plan.two_step import is_two_step_proven


def is_proven(step: Step, snapshot: Snapshot) -> bool:
    """Tell whether something in *snapshot* proves that *step* is done.

    Where only the user sees what a step changes, it stays their word.
    """
    proof = _PROOFS.get(step)
    return proof is not None and proof(snapshot)


def is_done(step: Step, snapshot: Snapshot) -> bool:
    """Tell whether *step* is proven, or said by the user to be done."""
    return is_said(step, snapshot) or is_proven(step, snapshot)


def is_said(step: Step, snapshot: Snapshot) -> bool:
    """Tell whether the user says that *step* is done, as a whole or bit by bit.

    Bit by bit is newer than as a whole, and knows what is left. Who has seen the dates
    ahead has to look again when a limit comes near for a loss whose report is not
    noted. Of the mails only this can be said: that there are none; and of the evidence,
    that what was found to be changed cannot be mended.
    """
    match step:
        case Step.READ_MAIL:
            return has_no_mails(snapshot) or are_faults_accepted(snapshot)
        case Step.CHECK_EVIDENCE:
            return are_faults_accepted(snapshot)
        case Step.REUSE if snapshot.password_queue is not None:
            return is_reuse_said_over(snapshot)
        case Step.STATEMENTS if has_months_out(snapshot) or open_charges(snapshot):
            return are_statements_settled(snapshot)
        case Step.SCHEDULE if near_limits(snapshot):
            return False
        case _:
            return step in snapshot.said


def has_no_mails(snapshot: Snapshot) -> bool:
    """Tell whether the user says that there are no mails, and none is kept.

    Then nobody knows what was ordered, which is not the same as that nothing was.
    """
    return Step.READ_MAIL in snapshot.said and not any(snapshot.kept.values())


def has_faults(snapshot: Snapshot) -> bool:
    """Tell whether kept mails are known to be changed or gone.

    The newest check says so, and no mail was read since: that writes anew what it finds
    to be missing, and the next check tells whether it was enough.
    """
    known, read_at = snapshot.verification, snapshot.read_at
    if known is None or not known.faults or not any(snapshot.kept.values()):
        return False
    return read_at is None or read_at <= known.at


def are_faults_accepted(snapshot: Snapshot) -> bool:
    """Tell whether the user says that what the newest check found must stay so."""
    known, said_at = snapshot.verification, snapshot.said.get(Step.CHECK_EVIDENCE)
    is_after = known is not None and said_at is not None and said_at >= known.at
    return is_after and has_faults(snapshot)


def are_orders_stale(snapshot: Snapshot, packs: str) -> bool:
    """Tell whether the kept mails would tell other things than those in *snapshot*.

    So it is after an intake that was cut off before its orders were read, after an
    update of the data packs to the version *packs*, and where the mails would be judged
    otherwise: keys came into the archive, which was sealed with them, or the user said
    which servers are their own.
    """
    if not any(snapshot.kept.values()):
        return False
    if snapshot.orders_at is None:
        return True
    sealed_at = None if snapshot.seal is None else snapshot.seal.at
    if any(at and snapshot.orders_at < at for at in (snapshot.read_at, sealed_at)):
        return True
    return snapshot.orders_packs != reading_stamp(packs, snapshot.own_servers)


def _is_opened(snapshot: Snapshot) -> bool:
    return snapshot.case is not None


def _mails_are_safe(snapshot: Snapshot) -> bool:
    has_mails = any(snapshot.kept.values())
    is_kept = has_mails and bool(snapshot.covered) and snapshot.seal is not None
    return is_kept and not has_faults(snapshot)


def _evidence_is_whole(snapshot: Snapshot) -> bool:
    seal, verification = snapshot.seal, snapshot.verification
    if seal is None or verification is None or not any(snapshot.kept.values()):
        return False
    return verification.at >= seal.at and verification.faults == 0


def _are_orders_sorted(snapshot: Snapshot) -> bool:
    """Tell whether every order is judged; where no mail was kept nothing was looked at.

    An empty folder has no order either, and proves nothing.
    """
    has_mails = any(snapshot.kept.values())
    return has_mails and snapshot.orders_at is not None and not snapshot.unsorted


def _is_quiet(snapshot: Snapshot) -> bool:
    return _are_orders_sorted(snapshot) and is_quiet(snapshot)


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
