"""What the person notes while setting the two-step check up."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject

from torimodosu.recovery.case.case import Case
from torimodosu.recovery.plan.lock_ports import TwoSteps
from torimodosu.recovery.twostep.proof import CodeTry

Keep = Callable[[Callable[[Case, datetime], None]], None]


class TwoStepNotes(QObject):
    """Keeps the notes of the open case by *keep*, that of the open `CaseFile`."""

    def __init__(self, two_steps: TwoSteps, keep: Keep) -> None:
        super().__init__()
        self._two_steps, self._keep = two_steps, keep

    def choose(self, account: str) -> None:
        """Keep which account, by its id, makes the codes for the shop."""
        choose = self._two_steps.choose_account
        self._keep(lambda case, at: choose(case, account, at=at))

    def note_try(self, account: str, step: int, *, is_accepted: bool) -> None:
        """Keep what the shop said to the code of the time step or counter *step*."""

        def note(case: Case, at: datetime) -> None:
            code_try = CodeTry(
                at=at, account=account, step=step, is_accepted=is_accepted
            )
            self._two_steps.keep_try(case, code_try)

        self._keep(note)

    def begin_anew(self) -> None:
        """Forget the tries and the account, for a check that is set up anew."""
        two_steps = self._two_steps

        def begin(case: Case, at: datetime) -> None:
            two_steps.forget_tries(case, at=at)
            two_steps.choose_account(case, "", at=at)

        self._keep(begin)
