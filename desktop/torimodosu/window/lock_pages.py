"""The pages that lock the door, imported and built when they are first shown."""

from collections.abc import Callable
from typing import Literal

from torimodosu.recovery.plan.steps import Step
from torimodosu.window.case_file import CaseFile
from torimodosu.window.kit.look import Look
from torimodosu.window.library import Library
from torimodosu.window.page import Page
from torimodosu.window.ports import Ports

LocksTheDoor = Literal[Step.PASSWORD, Step.TWO_STEP, Step.REUSE]


class LockPages:
    """Builds the pages of the new password, the two-step check and the reuse."""

    def __init__(
        self,
        look: Look,
        ports: Ports,
        case_file: CaseFile,
        *,
        library: Library,
        guide: Callable[[Step], Page],
    ) -> None:
        self._look, self._ports, self._case_file = look, ports, case_file
        self._library, self._guide = library, guide

    def build(self, step: LocksTheDoor) -> Page:
        """Return the page of *step*."""
        match step:
            case Step.PASSWORD:
                return self._guide(step)
            case Step.TWO_STEP:
                return self._guide(step)
            case Step.REUSE:
                return self._guide(step)
