"""What the page sees of a snapshot: where the person stands."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Self

from torimodosu.recovery.catalogue.catalogue import Catalogue
from torimodosu.recovery.catalogue.service import Method, Service, TwoStep
from torimodosu.recovery.plan.proof import is_proven, is_said
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.steps import Step
from torimodosu.recovery.plan.two_step import accepted_at, is_two_step_changed_since
from torimodosu.recovery.twostep.proof import Backup, CodeTry, TwoStepState


class Stand(Enum):
    """Where the person stands with the two-step check.

    Attributes:
        NO_CASE: The shop is not known yet.
        NO_APP: The shop takes no codes of an authenticator.
        SET_UP: No account makes the codes for the shop yet.
        FIRST_CODE: No code was typed into the shop yet.
        SECOND_CODE: One was accepted, and another is to follow.
        REFUSED: The newest one was refused.
        CHANGED: A mail says that the check was changed after the newest was accepted.
        BACKUP: Two were accepted, and no backup was read back yet.
        PROVEN: All of it is proven.
        SAID: The person says that it is done, elsewhere.

    """

    NO_CASE = "no_case"
    NO_APP = "no_app"
    SET_UP = "set_up"
    FIRST_CODE = "first_code"
    SECOND_CODE = "second_code"
    REFUSED = "refused"
    CHANGED = "changed"
    BACKUP = "backup"
    PROVEN = "proven"
    SAID = "said"

    @property
    def asks_for_a_code(self) -> bool:
        """Tell whether a code is to be typed into the shop now."""
        return self in _ASKING


_ASKING = {Stand.FIRST_CODE, Stand.SECOND_CODE, Stand.REFUSED, Stand.CHANGED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """What is seen of a snapshot.

    Attributes:
        stand: Where the person stands.
        service: The shop, where the catalogue knows it.
        two_step: Its second factors, where the catalogue knows them.
        state: How far the check is.

    """

    stand: Stand
    service: Service | None
    two_step: TwoStep | None
    state: TwoStepState

    @classmethod
    def of(cls, snapshot: Snapshot, catalogue: Catalogue) -> Self:
        """Return what is seen of *snapshot*."""
        case = snapshot.case
        shop = case.answers.service if case is not None else ""
        two_step = catalogue.two_step_of(shop)
        return cls(
            stand=_stand(snapshot, two_step),
            service=catalogue.services.get(shop),
            two_step=two_step,
            state=snapshot.two_step,
        )

    @property
    def tries(self) -> tuple[CodeTry, ...]:
        """Return the tries with the account that is chosen now, oldest first."""
        account = self.state.account
        return tuple(one for one in self.state.tries if one.account == account)

    @property
    def accepted(self) -> tuple[CodeTry, ...]:
        """Return the first accepted try of each time step."""
        first = {one.step: one for one in reversed(self.tries) if one.is_accepted}
        return tuple(sorted(first.values(), key=_moment))

    @property
    def restored(self) -> Backup | None:
        """Return the backup that was read back, or None."""
        return self.state.restored


def _stand(snapshot: Snapshot, two_step: TwoStep | None) -> Stand:
    state = snapshot.two_step
    if snapshot.case is None:
        return Stand.NO_CASE
    if is_proven(Step.TWO_STEP, snapshot):
        return Stand.PROVEN
    if is_said(Step.TWO_STEP, snapshot):
        return Stand.SAID
    if not state.account:
        has_app = two_step is None or Method.TOTP in two_step.methods
        return Stand.SET_UP if has_app else Stand.NO_APP
    tries = [one for one in state.tries if one.account == state.account]
    if tries and not tries[-1].is_accepted:
        return Stand.REFUSED
    if is_two_step_changed_since(snapshot, accepted_at(snapshot)):
        return Stand.CHANGED
    if state.is_accepted_twice:
        return Stand.BACKUP
    return Stand.SECOND_CODE if tries else Stand.FIRST_CODE


def _moment(one: CodeTry) -> datetime:
    return one.at
