"""What the person notes while getting back in, and looking around once inside."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject

from torimodosu.recovery.case.case import Case
from torimodosu.recovery.plan.ports import SignIns
from torimodosu.recovery.signin.checklist import Looked, Place, Seen
from torimodosu.recovery.signin.trial import Outcome, Trial, Tried

Keep = Callable[[Callable[[Case, datetime], None]], None]


class SignInNotes(QObject):
    """Keeps the notes of the open case by *keep*, that of the open `CaseFile`."""

    def __init__(
        self,
        sign_ins: SignIns,
        keep: Keep,
        *,
        remove_stale: Callable[[Case], None],
    ) -> None:
        """Take where to keep them, and what removes the old login of the practice."""
        super().__init__()
        self._sign_ins, self._keep = sign_ins, keep
        self._remove_stale = remove_stale

    def note_trial(self, trial: Trial, outcome: Outcome | None) -> None:
        """Keep what came of *trial*; None forgets it."""
        self._keep(partial(self._write_trial, trial, outcome))

    def note_look(self, place: Place, seen: Seen | None, note: str) -> None:
        """Keep what was seen at *place*; None forgets it."""
        self._keep(partial(self._write_look, place, seen, note))

    def correct_reset(self, reset: datetime | None) -> None:
        """Keep when the password was reset; None believes the mails again."""
        correct = self._sign_ins.correct_reset
        self._keep(lambda case, at: correct(case, reset, at=at))

    def remind(self, retry_at: datetime | None) -> None:
        """Keep when to try again; None is not at all."""
        keep_retry = self._sign_ins.keep_retry
        self._keep(lambda case, at: keep_retry(case, retry_at, at=at))

    def remove_practice_login(self) -> None:
        """Remove the old login of the practice incident, as one does in a browser."""
        self._keep(lambda case, _at: self._remove_stale(case))

    def _write_trial(
        self, trial: Trial, outcome: Outcome | None, case: Case, at: datetime
    ) -> None:
        if outcome is None:
            self._sign_ins.forget_trial(case, trial, at=at)
        else:
            tried = Tried(trial=trial, outcome=outcome, at=at)
            self._sign_ins.keep_trial(case, tried)

    def _write_look(
        self, place: Place, seen: Seen | None, note: str, case: Case, at: datetime
    ) -> None:
        if seen is None:
            self._sign_ins.forget_look(case, place, at=at)
        else:
            looked = Looked(place=place, seen=seen, at=at, note=note)
            self._sign_ins.keep_look(case, looked)
