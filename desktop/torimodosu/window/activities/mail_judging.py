"""Judging the mails of a case: the job, apart from the page showing it."""

from collections.abc import Sequence

from torimodosu.recovery.case.case import Case
from torimodosu.recovery.plan.judging_view import JudgedMail, MailsJudged
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.window.activities.activity import Activity
from torimodosu.window.jobs import JobRunner
from torimodosu.window.jobs.tasks import judge_mails

_Stamp = tuple[int, bool, str]


class MailJudging(Activity):
    """Keeps the newest verdicts on the mails of the open case."""

    def __init__(self, jobs: JobRunner) -> None:
        super().__init__(jobs)
        self._stamp: _Stamp | None = None
        self._is_outdated = self._is_dropped = False
        self.mails: dict[str, JudgedMail] = {}
        self.result: MailsJudged | None = None

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

    def forget(self) -> None:
        """Know nothing, as when another case is opened."""
        self._stamp, self._is_dropped = None, self._job is not None
        self.cancel()
        self.mails, self.result, self.error = {}, None, None

    def _judge(self, case: Case, stamp: _Stamp) -> None:
        self._stamp, self._is_outdated = stamp, False
        self.mails, self.result = {}, None
        self._begin(judge_mails(case), self._finish, self._add)

    def _add(self, mails: Sequence[JudgedMail]) -> None:
        if not self._is_dropped:
            self.mails |= {mail.kept.sha256: mail for mail in mails}

    def _finish(self, result: MailsJudged) -> None:
        if not self._is_dropped:
            self.result = result
        self._end()

    def _end(self, error: Exception | None = None) -> None:
        was_dropped, self._is_dropped = self._is_dropped, False
        super()._end(None if was_dropped else error)
