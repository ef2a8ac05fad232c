"""Whether it is safe to stop for tonight."""

from dataclasses import dataclass

from torimodosu.recovery.plan.advice import open_steps, urgent_steps
from torimodosu.recovery.plan.proof import is_done
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.steps import Step

STEPS_FOR_TOMORROW = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Tonight:
    """What to do before sleeping, what is done, and what can wait.

    Attributes:
        urgent: Open steps that should not wait, in their order; none of them means
            that it is safe to stop.
        done: Steps that are proven or said to be done, in the order of the way.
        tomorrow: The first steps that can wait.

    """

    urgent: tuple[Step, ...]
    done: tuple[Step, ...]
    tomorrow: tuple[Step, ...]

    @property
    def is_safe(self) -> bool:
        """Tell whether the user may stop for tonight."""
        return not self.urgent


def tonight(snapshot: Snapshot) -> Tonight:
    """Return what is urgent and open, what is done, and what can wait."""
    coming = open_steps(snapshot)
    cannot_wait = urgent_steps(snapshot)
    can_wait = tuple(step for step in coming if step not in cannot_wait)
    return Tonight(
        urgent=tuple(step for step in coming if step in cannot_wait),
        done=tuple(step for step in Step if is_done(step, snapshot)),
        tomorrow=can_wait[:STEPS_FOR_TOMORROW],
    )
