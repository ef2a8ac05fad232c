"""The exports that were brought: reading them, and what came of each."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from torimodosu.recovery.case.case import Case
from torimodosu.recovery.passwords.hash_ranges import PWNED_PASSWORDS
from torimodosu.recovery.plan.audit_task import AuditPasswords
from torimodosu.window.kit.job_card import JobCard
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.states import Failure
from torimodosu.window.steps.reuse.deleting import Deleting
from torimodosu.window.steps.reuse.files import FilesCard
from torimodosu.window.steps.reuse.tools import Tools
from torimodosu.window.words.password_counts import PasswordCounts


class Brought(QObject):
    """Makes the parts about the files; `changed` tells that others are to be shown."""

    changed = Signal()

    def __init__(self, look: Look, page: QWidget, tools: Tools) -> None:
        super().__init__(page)
        self._look, self._tools, self._audit = look, tools, tools.audit
        self._deleting = Deleting(look, page, tools)
        self._deleting.changed.connect(self.changed)
        self._was_running = self._audit.is_running
        self._card: JobCard | None = None
        self._audit.changed.connect(self._follow)

    @property
    def readable(self) -> Sequence[str]:
        """Return the paths of those that were read and are still there."""
        result = self._audit.result
        files = () if result is None else result.files
        read = [seen.path for seen in files if seen.trouble is None]
        return [path for path in read if path not in self._deleting.gone]

    def read(self, case: Case, paths: Sequence[str]) -> None:
        """Look through exports."""
        self._deleting.forget()
        self._audit.start(AuditPasswords(case=case, files=tuple(paths)))

    def compare(self, leaked: str) -> None:
        """Look through the same exports, with a list of leaked passwords."""
        request = self._audit.request
        if request is not None:
            self._audit.start(
                replace(request, files=tuple(self.readable), leaked=leaked)
            )

    def ask(self) -> None:
        """Look through the same exports, and ask the service of `PWNED_PASSWORDS`."""
        request = self._audit.request
        if request is not None:
            self._audit.start(
                replace(request, files=tuple(self.readable), online=PWNED_PASSWORDS)
            )

    def running(self) -> QWidget:
        """Return how far the audit is."""
        self._card = JobCard(self._look, self.tr("Looking through your passwords"))
        self._card.cancelled.connect(self._audit.cancel)
        self._show_progress()
        return self._card

    def to_delete(self) -> Sequence[QWidget]:
        """Return that the exports should not lie around, until they are gone."""
        return self._deleting.parts(self.readable)

    def troubled(self) -> Sequence[QWidget]:
        """Return what came of the exports, where one was not read to its end."""
        if self._audit.error is not None:
            what = self.tr("The exports could not be looked through")
            safe = self.tr("What was known before is safe. Bring them once more.")
            return [Failure(self._look, what, safe)]
        result = self._audit.result
        if result is None:
            return []
        parts: list[QWidget] = []
        if result.is_leaked_unread:
            what = self.tr("The list of leaks could not be read")
            safe = self.tr("It must be ordered by hash. The rest was looked through.")
            parts.append(Failure(self._look, what, safe))
        if result.is_online_unread:
            what = self.tr("{host} stopped answering").format(host=PWNED_PASSWORDS)
            safe = self.tr("Ask once more: it goes on where it stopped.")
            parts.append(Failure(self._look, what, safe))
        if any(seen.trouble or seen.damaged for seen in result.files):
            card = FilesCard(self._look, result.files)
            card.key_typed.connect(self._read_with)
            parts.append(card)
        return parts

    def _read_with(self, key: str) -> None:
        request = self._audit.request
        if request is not None:
            self._audit.start(replace(request, key=key))

    def _follow(self) -> None:
        """Show that the audit began or ended, or how far it is."""
        if self._audit.is_running is self._was_running and self._card is not None:
            self._show_progress()
            return
        self._was_running, self._card = self._audit.is_running, None
        self.changed.emit()

    def _show_progress(self) -> None:
        if self._card is not None:
            detail = self.tr("You can go on with other things meanwhile.")
            if self._audit.found:
                detail = PasswordCounts().found_so_far(len(self._audit.found))
            done, total = self._audit.done, self._audit.total
            self._card.show_progress(done, total, detail=detail, left="")
