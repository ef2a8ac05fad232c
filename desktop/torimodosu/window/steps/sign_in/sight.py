"""What the page goes by: everything that follows from one snapshot."""

from dataclasses import dataclass
from enum import Enum
from typing import Self

from torimodosu.recovery.mail.account_event import AccountEvent
from torimodosu.recovery.plan.proof import is_proven, is_said
from torimodosu.recovery.plan.sign_in import diagnosis_of, reset_of
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.steps import Step
from torimodosu.recovery.signin.causes import WeighedCause, weigh_causes
from torimodosu.recovery.signin.diagnosis import Diagnosis
from torimodosu.recovery.signin.reset_guard import ResetGuard, reset_guard
from torimodosu.recovery.signin.reset_time import ResetTime


class Stand(Enum):
    """Where the person stands with the sign-in."""

    NO_CASE = "no_case"
    NOT_LOOKED = "not_looked"
    CONFLICT = "conflict"
    UNSETTLED = "unsettled"
    NOTHING_FOUND = "nothing_found"
    REOPENED = "reopened"
    FIXED = "fixed"
    SAID = "said"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """What is seen of a snapshot.

    Attributes:
        stand: Where the person stands.
        reset: When the password was reset, if that is known.
        change: The change of the account by which the step is open again, or None.
        diagnosis: What the newest look says by that, if there was one.
        causes: Every cause, the most likely first.
        guard: Whether another reset would help.

    """

    stand: Stand
    reset: ResetTime | None
    change: AccountEvent | None
    diagnosis: Diagnosis | None
    causes: tuple[WeighedCause, ...]
    guard: ResetGuard

    @classmethod
    def of(cls, snapshot: Snapshot) -> Self:
        """Return what is seen of *snapshot*."""
        diagnosis = diagnosis_of(snapshot)
        return cls(
            stand=_stand(snapshot, diagnosis),
            reset=reset_of(snapshot),
            change=snapshot.reopened_by,
            diagnosis=diagnosis,
            causes=weigh_causes(
                tried=snapshot.tried,
                diagnosis=diagnosis,
                events=snapshot.events,
                at=snapshot.at,
            ),
            guard=reset_guard(snapshot.events, diagnosis, snapshot.tried, snapshot.at),
        )


def _stand(snapshot: Snapshot, diagnosis: Diagnosis | None) -> Stand:
    if snapshot.case is None:
        return Stand.NO_CASE
    if is_proven(Step.SIGN_IN, snapshot):
        return Stand.FIXED
    if is_said(Step.SIGN_IN, snapshot):
        return Stand.SAID
    if diagnosis is not None and diagnosis.conflict:
        return Stand.CONFLICT
    if snapshot.reopened_by is not None:
        return Stand.REOPENED
    if diagnosis is None:
        return Stand.NOT_LOOKED
    return Stand.UNSETTLED if diagnosis.conflict is None else Stand.NOTHING_FOUND
