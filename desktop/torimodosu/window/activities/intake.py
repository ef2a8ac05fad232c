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
    """The one intake of mails that may be under way; others wait for their turn.

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
        self._request: TakeIn | None = None
        self._waiting: list[TakeIn] = []
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
    def has_more(self) -> bool:
        """Tell whether more is to be taken in after what is under way."""
        return bool(self._waiting)

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

        Else it waits for what is under way, and `has_turned_away` tells if that did
        not come to its end. Mails older than *since* are left out; None leaves it to
        the program.
        """
        request = TakeIn(case=case, sources=tuple(sources), since=since)
        if not self.is_running:
            self._take_in(request)
            return True
        # Who drops a file twice means it once.
        if request not in (self._request, *self._waiting):
            self._waiting.append(request)
        return False

    def fetch(self, request: FetchMails) -> None:
        """Take in the mails of a mailbox, unless an intake is under way."""
        if not self.is_running:
            self.is_from_provider, self._request = True, None
            self._run(fetch_mails(request))

    def cancel(self) -> None:
        """Stop; what was kept stays kept."""
        self._turn_away()
        if self._job is not None:
            self._job.cancel()

    def forget(self) -> None:
        """Drop the last result, as when another case is opened."""
        self._waiting.clear()
        if self._job is None:
            self.result = self.error = self.fetched_result = None
            self.has_turned_away = False

    def _take_in(self, request: TakeIn) -> None:
        self.is_from_provider, self._request = False, request
        self._run(take_in(request))

    def _run(self, work: Heavy[Any]) -> None:
        self.has_turned_away = False
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
        if self._waiting and not self.is_running:
            self._take_in(self._waiting.pop(0))

    def _fail(self, error: Exception) -> None:
        self._job, self.error = None, error
        self._turn_away()
        self.changed.emit()
        self.failed.emit(error)

    def _stop(self) -> None:
        self._job = None
        self.changed.emit()

    def _turn_away(self) -> None:
        """Leave what waits unread, where what was before it did not end well."""
        self.has_turned_away = self.has_turned_away or bool(self._waiting)
        self._waiting.clear()
