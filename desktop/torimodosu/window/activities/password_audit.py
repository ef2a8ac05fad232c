"""Looking through exports of passwords: the job, apart from the page showing it."""

from dataclasses import replace

from PySide6.QtCore import Signal

from torimodosu.recovery.passwords.queue import QueueEntry
from torimodosu.recovery.plan.audit_task import AuditPasswords, PasswordsAudited
from torimodosu.window.activities.activity import Activity
from torimodosu.window.jobs import JobRunner
from torimodosu.window.jobs.tasks import audit_passwords


class PasswordAudit(Activity):
    """Looks exports through; `ended` tells that the queue is kept.

    `changed` tells how far it is, too.
    """

    ended = Signal()

    def __init__(self, jobs: JobRunner) -> None:
        super().__init__(jobs)
        self.progressed.connect(self.changed)
        self.found: list[QueueEntry] = []
        self.request: AuditPasswords | None = None
        self.result: PasswordsAudited | None = None

    def start(self, request: AuditPasswords) -> None:
        """Look through what *request* names, unless that is under way already.

        The key of an encrypted export is kept no longer than the job takes it.
        """
        if self._job is not None:
            return
        self.found = []
        self.request, self.result = replace(request, key=""), None
        self._begin(audit_passwords(request), self._finish, self._take_found)

    def forget(self) -> None:
        """Drop what is known of the files, as when another case is opened."""
        self.cancel()
        self.request = self.result = self.error = None
        self.changed.emit()

    def _take_found(self, entries: list[QueueEntry]) -> None:
        self.found += entries
        self.changed.emit()

    def _finish(self, audited: PasswordsAudited) -> None:
        self._job, self.result = None, audited
        self.ended.emit()
        self.changed.emit()
