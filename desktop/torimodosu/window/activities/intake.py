"""Taking mails in while the person goes on: the job, apart from the page showing it."""

import time
from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import QObject, Signal

from torimodosu.recovery.case.case import Case
from torimodosu.recovery.mail.kept import KeptMail
from torimodosu.recovery.mail.kind import MailKind
from torimodosu.recovery.plan.fetch_task import FetchMails, MailsFetched
from torimodosu.recovery.plan.tasks import TakeIn, TakenIn
from torimodosu.window.jobs import Job, JobRunner
from torimodosu.window.jobs.heavy import Heavy
from torimodosu.window.jobs.tasks import fetch_mails, take_in

# Before that, a guess of the time left is worth nothing.
SECONDS_BEFORE_A_GUESS = 3.0


class Intake(QObject):
    """The one intake of mails that may be under way.

    `changed` tells that its numbers did, `ended` the TakenIn, `failed` the exception.
    `connected` tells that a provider has let us in, and so that something was sent;
    `fetched` the MailsFetched, before `ended`; `missed` the Case of which kept mails
    are not in the archive any more.
    """

    changed = Signal()
    ended = Signal(object)
    connected = Signal()
    fetched = Signal(object)
    missed = Signal(object)
    failed = Signal(Exception)

    def __init__(self, jobs: JobRunner) -> None:
        super().__init__()
        self._jobs = jobs
        self._job: Job | None = None
        self._began = 0.0
        self._seen: set[str] = set()
        self.sources: tuple[str, ...] = ()
        self.is_from_provider = self.has_turned_away = False
        self.done = self.total = 0
        self.kinds: Counter[MailKind] = Counter()
        self.result: TakenIn | None = None
        self.fetched_result: MailsFetched | None = None
        self.error: Exception | None = None

    @property
    def is_running(self) -> bool:
        """Tell whether mails are being taken in."""
        return self._job is not None

    @property
    def seconds_left(self) -> float | None:
        """Return how long it may still take, or None while nobody can tell."""
        elapsed = time.monotonic() - self._began
        if not self.done or not self.total or elapsed < SECONDS_BEFORE_A_GUESS:
            return None
        return elapsed * (self.total - self.done) / self.done

    def start(
        self, case: Case, sources: Sequence[str], *, since: datetime | None = None
    ) -> bool:
        """Take in the mails of *sources*, and tell whether that has begun.

        It has not where an intake is under way, which `has_turned_away` remembers.
        Mails older than *since* are left out; None leaves it to the program.
        """
        self.has_turned_away = self.is_running
        if not self.is_running:
            request = TakeIn(case=case, sources=tuple(sources), since=since)
            self.is_from_provider = False
            self._run(take_in(request), request.sources)
        return not self.has_turned_away

    def fetch(self, request: FetchMails) -> None:
        """Take in the mails of a mailbox, unless an intake is under way."""
        if not self.is_running:
            self.is_from_provider, self.has_turned_away = True, False
            self._run(fetch_mails(request), ())

    def cancel(self) -> None:
        """Stop; what was kept stays kept."""
        if self._job is not None:
            self._job.cancel()

    def forget(self) -> None:
        """Drop the last result, as when another case is opened."""
        if self._job is None:
            self.result = self.error = self.fetched_result = None
            self.has_turned_away = False

    def _run(self, work: Heavy[Any], sources: tuple[str, ...]) -> None:
        self.sources = sources
        self.done = self.total = 0
        self.kinds.clear()
        self._seen.clear()
        self.result = self.error = self.fetched_result = None
        self._began = time.monotonic()
        self._job = self._jobs.run(
            work,
            on_done=self._finish,
            on_failed=self._fail,
            on_progress=self._show_progress,
            on_cancelled=self._stop,
            on_found=self._count,
        )
        self.changed.emit()

    def _show_progress(self, done: int, total: int) -> None:
        is_first = not self.total
        self.done, self.total = done, total
        if self.is_from_provider and is_first and total:
            self.connected.emit()
        self.changed.emit()

    def _count(self, mails: list[KeptMail]) -> None:
        for mail in mails:
            if mail.sha256 not in self._seen:
                self._seen.add(mail.sha256)
                self.kinds[mail.kind] += 1
        self.changed.emit()

    def _finish(self, came: TakenIn | MailsFetched) -> None:
        self._job = None
        if isinstance(came, MailsFetched):
            self.fetched_result, self.result = came, came.taken
            self.fetched.emit(came)
        else:
            self.result = came
        self.changed.emit()
        taken = self.result
        if taken is not None:
            self.ended.emit(taken)
            if taken.orders is not None and taken.orders.missing:
                self.missed.emit(taken.case)

    def _fail(self, error: Exception) -> None:
        self._job, self.error = None, error
        self.changed.emit()
        self.failed.emit(error)

    def _stop(self) -> None:
        self._job = None
        self.changed.emit()
