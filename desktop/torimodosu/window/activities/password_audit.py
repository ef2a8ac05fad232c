"""Looking through exports of passwords: the job, apart from the page showing it."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from torimodosu.recovery.passwords.queue import QueueEntry
from torimodosu.recovery.plan.audit_task import AuditPasswords, PasswordsAudited
from torimodosu.window.jobs import Job, JobRunner
from torimodosu.window.jobs.tasks import audit_passwords


class PasswordAudit(QObject):
    """The one audit that may be under way.

    `changed` tells that it began, got on or ended, `ended` that its queue is kept.
    """

    changed = Signal()
    ended = Signal()

    def __init__(self, jobs: JobRunner) -> None:
        super().__init__()
        self._jobs = jobs
        self._job: Job | None = None
        self.done = self.total = 0
        self.found: list[QueueEntry] = []
        self.request: AuditPasswords | None = None
        self.result: PasswordsAudited | None = None
        self.error: Exception | None = None

    @property
    def is_running(self) -> bool:
        """Tell whether exports are being looked through."""
        return self._job is not None

    def start(self, request: AuditPasswords) -> None:
        """Look through what *request* names, unless that is under way already.

        The key of an encrypted export is kept no longer than the job takes it.
        """
        if self._job is not None:
            return
        self.done = self.total = 0
        self.found = []
        self.request, self.result, self.error = replace(request, key=""), None, None
        self._job = self._jobs.run(
            audit_passwords(request),
            on_done=self._finish,
            on_failed=self._fail,
            on_progress=self._show_progress,
            on_cancelled=self._stop,
            on_found=self._take_found,
        )
        self.changed.emit()

    def cancel(self) -> None:
        """Stop; the queue of before stays."""
        if self._job is not None:
            self._job.cancel()

    def forget(self) -> None:
        """Drop what is known of the files, as when another case is opened."""
        self.cancel()
        self.request = self.result = self.error = None
        self.changed.emit()

    def _show_progress(self, done: int, total: int) -> None:
        self.done, self.total = done, total
        self.changed.emit()

    def _take_found(self, entries: list[QueueEntry]) -> None:
        self.found += entries
        self.changed.emit()

    def _finish(self, audited: PasswordsAudited) -> None:
        self._job, self.result = None, audited
        self.ended.emit()
        self.changed.emit()

    def _fail(self, error: Exception) -> None:
        self._job, self.error = None, error
        self.changed.emit()

    def _stop(self) -> None:
        self._job = None
        self.changed.emit()
