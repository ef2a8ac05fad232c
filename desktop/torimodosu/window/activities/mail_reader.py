"""Fetching the words of kept mails, which the worker reads."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from torimodosu.recovery.case.case import Case
from torimodosu.recovery.plan.mail_view import ShowMails, ShownMails
from torimodosu.window.jobs import Job, JobRunner
from torimodosu.window.jobs.tasks import show_mails


class MailReader(QObject):
    """Asks for mails; `shown` tells a ShownMails, `failed` the exception."""

    shown = Signal(object)
    failed = Signal(Exception)

    def __init__(self, jobs: JobRunner) -> None:
        super().__init__()
        self._jobs = jobs
        self._job: Job | None = None

    def fetch(self, case: Case, mails: Sequence[str]) -> None:
        """Ask for *mails* by their SHA-256; an earlier question is dropped."""
        self.forget()
        self._job = self._jobs.run(
            show_mails(ShowMails(case=case, mails=tuple(mails))),
            on_done=self._show,
            on_failed=self._fail,
        )

    def forget(self) -> None:
        """Drop what was asked, as when another case is opened."""
        if self._job is not None:
            self._job.drop()
            self._job = None

    def _show(self, mails: ShownMails) -> None:
        self._job = None
        self.shown.emit(mails)

    def _fail(self, error: Exception) -> None:
        self._job = None
        self.failed.emit(error)
