"""Fetching charges of the log in the background."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal

from torimodosu.recovery.case.case import Case
from torimodosu.recovery.progress import Progress
from torimodosu.recovery.statements.log import LoggedCharge
from torimodosu.recovery.statements.ports import StatementLog
from torimodosu.window.jobs import Job, JobRunner


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which charges: of one card, of these days, of one statement, or all."""

    card: int | None = None
    first: date | None = None
    last: date | None = None
    statement: int = 0


class ChargeReader(QObject):
    """Asks the log; `shown` tells the charges as a tuple, `failed` the exception."""

    shown = Signal(tuple)
    failed = Signal(Exception)

    def __init__(self, jobs: JobRunner, log: StatementLog) -> None:
        super().__init__()
        self._jobs, self._log = jobs, log
        self._job: Job | None = None

    def fetch(self, case: Case, wanted: Wanted) -> None:
        """Ask for charges; an earlier question is dropped."""
        if self._job is not None:
            self._job.drop()
        self._job = self._jobs.run(
            partial(self._read, case, wanted),
            on_done=self._show,
            on_failed=self._fail,
        )

    def _read(
        self, case: Case, wanted: Wanted, _progress: Progress
    ) -> Sequence[LoggedCharge]:
        charges = self._log.charges(
            case, card=wanted.card, first=wanted.first, last=wanted.last
        )
        if wanted.statement:
            charges = [one for one in charges if _is_in(one, wanted.statement)]
        return charges

    def _show(self, charges: Sequence[LoggedCharge]) -> None:
        self._job = None
        self.shown.emit(tuple(charges))

    def _fail(self, error: Exception) -> None:
        self._job = None
        self.failed.emit(error)


def _is_in(logged: LoggedCharge, statement: int) -> bool:
    return any(sighting.statement == statement for sighting in logged.sightings)
