"""Judging the mails of a case: the job, apart from the page showing it."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from torimodosu.recovery.case.case import Case
from torimodosu.recovery.plan.judging_view import JudgedMail, MailsJudged
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.window.jobs import Job, JobRunner
from torimodosu.window.jobs.tasks import judge_mails

_Stamp = tuple[int, bool, str]


class MailJudging(QObject):
    """Keeps the newest verdicts on the mails of the open case.

    `changed` tells that judging began or ended, `progressed` how far it is.
    """

    changed = Signal()
    progressed = Signal(object, object)

    def __init__(self, jobs: JobRunner) -> None:
        super().__init__()
        self._jobs = jobs
        self._job: Job | None = None
        self._stamp: _Stamp | None = None
        self._is_outdated = self._is_dropped = False
        self.mails: dict[str, JudgedMail] = {}
        self.result: MailsJudged | None = None
        self.error: Exception | None = None

    @property
    def is_running(self) -> bool:
        """Tell whether mails are being judged."""
        return self._job is not None

    def look(self, snapshot: Snapshot) -> None:
        """Judge the mails of a case where that was not done since they were sealed.

        What was looked up or added is sealed anew, so that the seal tells of it.
        """
        case, seal = snapshot.case, snapshot.seal
        if case is None or seal is None or self._job is not None:
            return
        stamp = (case.number, case.is_practice, seal.sha256)
        if stamp != self._stamp or self._is_outdated:
            self._judge(case, stamp)

    def outdate(self) -> None:
        """Judge anew at the next look, as when the person has said something."""
        self._is_outdated = True

    def cancel(self) -> None:
        """Stop; what was judged until then stays."""
        if self._job is not None:
            self._job.cancel()

    def forget(self) -> None:
        """Know nothing, as when another case is opened."""
        self._stamp, self._is_dropped = None, self._job is not None
        self.cancel()
        self.mails, self.result, self.error = {}, None, None

    def _judge(self, case: Case, stamp: _Stamp) -> None:
        self._stamp, self._is_outdated = stamp, False
        self.mails, self.result, self.error = {}, None, None
        self._job = self._jobs.run(
            judge_mails(case),
            on_done=self._finish,
            on_failed=self._fail,
            on_progress=self._tell_progress,
            on_cancelled=self._stop,
            on_found=self._add,
        )
        self.changed.emit()

    def _tell_progress(self, done: int, total: int) -> None:
        self.progressed.emit(done, total)

    def _add(self, mails: Sequence[JudgedMail]) -> None:
        if not self._is_dropped:
            self.mails |= {mail.kept.sha256: mail for mail in mails}

    def _finish(self, result: MailsJudged) -> None:
        self._end(result, None)

    def _fail(self, error: Exception) -> None:
        self._end(None, error)

    def _stop(self) -> None:
        self._end(None, None)

    def _end(self, result: MailsJudged | None, error: Exception | None) -> None:
        self._job = None
        if not self._is_dropped:
            self.result, self.error = result, error
        self._is_dropped = False
        self.changed.emit()
