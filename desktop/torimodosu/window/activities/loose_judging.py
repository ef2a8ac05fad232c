"""Judging mails that belong to no case: the job, apart from the page showing it."""

from collections.abc import Sequence
from dataclasses import replace

from torimodosu.recovery.mail.signatures.key_server import PublishedKey
from torimodosu.recovery.plan.judging_view import (
    JudgeLoose,
    LooseJudged,
    NotedServer,
)
from torimodosu.recovery.plan.mail_view import ShownMail
from torimodosu.window.activities.activity import Activity
from torimodosu.window.jobs import JobRunner
from torimodosu.window.jobs.tasks import judge_loose


class LooseJudging(Activity):
    """Keeps the mails that were brought last, until the window is closed."""

    def __init__(self, jobs: JobRunner) -> None:
        super().__init__(jobs)
        self._request = JudgeLoose()
        self._answered: dict[str, bool] = {}
        self.mails: list[ShownMail] = []
        self.result: LooseJudged | None = None

    @property
    def servers(self) -> Sequence[NotedServer]:
        """Return the servers that may be asked about: the person was not yet."""
        found = () if self.result is None else self.result.servers
        return [one for one in found if one.trusted not in self._answered]

    def answer(self, trusted: str, *, is_own: bool) -> None:
        """Keep, until the window is closed, whether a server is the person's own.

        The word rests on a single mail, so it is for mails that are brought here alone.
        """
        self._answered[trusted] = is_own
        if is_own:
            self._judge(self._request)
        else:
            self.changed.emit()

    def judge_files(self, files: Sequence[str]) -> None:
        """Judge the mails in *files*, instead of others that are being judged."""
        self._judge(JudgeLoose(files=tuple(files)))

    def judge_pasted(self, source: str) -> None:
        """Judge the mail with this *source*, instead of others that are."""
        self._judge(JudgeLoose(pasted=source))

    def judge_again(self, keys: Sequence[PublishedKey]) -> None:
        """Judge the same mails with *keys* too."""
        known = (*self._request.keys, *keys)
        self._judge(replace(self._request, keys=known))

    def _judge(self, request: JudgeLoose) -> None:
        if self._job is not None:
            self._job.drop()
        own = tuple(name for name, is_own in self._answered.items() if is_own)
        request = replace(request, trusted=own)
        self._request = request
        self.mails, self.result = [], None
        self._begin(judge_loose(request), self._finish, self._add)

    def _add(self, mails: Sequence[ShownMail]) -> None:
        self.mails += mails

    def _finish(self, result: LooseJudged) -> None:
        self.result = result
        self._end()
