"""Judging mails that belong to no case: the job, apart from the page showing it."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from torimodosu.recovery.mail.signatures.key_server import PublishedKey
from torimodosu.recovery.plan.judging_view import JudgeLoose, LooseJudged
from torimodosu.recovery.plan.mail_view import ShownMail
from torimodosu.window.jobs import Job, JobRunner
from torimodosu.window.jobs.tasks import judge_loose


class LooseJudging(QObject):
    """Keeps the mails that were brought last, until the window is closed.

    `changed` tells that judging began or ended, `progressed` how far it is.
    """

    changed = Signal()
    progressed = Signal(object, object)

    def __init__(self, jobs: JobRunner) -> None:
        super().__init__()
        self._jobs = jobs
        self._job: Job | None = None
        self._request = JudgeLoose()
        self.mails: list[ShownMail] = []
        self.result: LooseJudged | None = None
        self.error: Exception | None = None

    @property
    def is_running(self) -> bool:
        """Tell whether mails are being judged."""
        return self._job is not None

    def judge_files(self, files: Sequence[str]) -> None:
        """Judge the mails in *files*, unless others are being judged."""
        self._judge(JudgeLoose(files=tuple(files)))

    def judge_pasted(self, source: str) -> None:
        """Judge the mail with this *source*, unless others are being judged."""
        self._judge(JudgeLoose(pasted=source))

    def judge_again(self, keys: Sequence[PublishedKey]) -> None:
        """Judge the same mails with *keys* too."""
        known = (*self._request.keys, *keys)
        self._judge(replace(self._request, keys=known))

    def cancel(self) -> None:
        """Stop; what was judged until then stays."""
        if self._job is not None:
            self._job.cancel()

    def _judge(self, request: JudgeLoose) -> None:
        if self._job is not None:
            return
        self._request = request
        self.mails, self.result, self.error = [], None, None
        self._job = self._jobs.run(
            judge_loose(request),
            on_done=self._finish,
            on_failed=self._fail,
            on_progress=self._tell_progress,
            on_cancelled=self._stop,
            on_found=self._add,
        )
        self.changed.emit()

    def _tell_progress(self, done: int, total: int) -> None:
        self.progressed.emit(done, total)

    def _add(self, mails: Sequence[ShownMail]) -> None:
        self.mails += mails

    def _finish(self, result: LooseJudged) -> None:
        self._end(result, None)

    def _fail(self, error: Exception) -> None:
        self._end(None, error)

    def _stop(self) -> None:
        self._end(None, None)

    def _end(self, result: LooseJudged | None, error: Exception | None) -> None:
        self._job, self.result, self.error = None, result, error
        self.changed.emit()
