"""Judging mails that belong to no case: the job, apart from the page showing it."""

from collections.abc import Sequence
from dataclasses import replace

from torimodosu.recovery.mail.signatures.key_server import PublishedKey
from torimodosu.recovery.plan.judging_view import JudgeLoose, LooseJudged
from torimodosu.recovery.plan.mail_view import ShownMail
from torimodosu.window.activities.activity import Activity
from torimodosu.window.jobs import JobRunner
from torimodosu.window.jobs.tasks import judge_loose


class LooseJudging(Activity):
    """Keeps the mails that were brought last, until the window is closed."""

    def __init__(self, jobs: JobRunner) -> None:
        super().__init__(jobs)
        self._request = JudgeLoose()
        self.mails: list[ShownMail] = []
        self.result: LooseJudged | None = None

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

    def _judge(self, request: JudgeLoose) -> None:
        if self._job is not None:
            return
        self._request = request
        self.mails, self.result = [], None
        self._begin(judge_loose(request), self._finish, self._add)

    def _add(self, mails: Sequence[ShownMail]) -> None:
        self.mails += mails

    def _finish(self, result: LooseJudged) -> None:
        self.result = result
        self._end()
