"""The case that is open in the window, and what is known of it."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from torimodosu.recovery.case.case import Answers, Case
from torimodosu.recovery.orders.order import Ownership
from torimodosu.recovery.plan.advice import open_steps
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.steps import Step
from torimodosu.recovery.plan.tasks import TakenIn
from torimodosu.recovery.progress import Progress
from torimodosu.window.jobs import Line
from torimodosu.window.jobs.tasks import open_practice
from torimodosu.window.ports import Ports

Note = Callable[[Case, datetime], None]
Keep = Callable[[Note], None]


class Known(NamedTuple):
    """Every kept case, and what is known of the open one."""

    kept: Sequence[Case]
    snapshot: Snapshot


class CaseFile(QObject):
    """Keeps what the person confirms, off the GUI thread, and tells what is known.

    `changed` tells the newest Snapshot, `opened` that of a case that was opened, and
    `failed` the exception when something could not be kept; what was confirmed before
    is safe then. `verdicts_lost` tells before that the keys of orders whose verdict was
    not kept. `practice_progressed` tells how far the practice incident is made.
    """

    changed = Signal(object)
    opened = Signal(object)
    failed = Signal(Exception)
    verdicts_lost = Signal(object)
    practice_progressed = Signal(object, object)

    def __init__(self, ports: Ports) -> None:
        super().__init__()
        self._ports = ports
        self._line = Line()
        self.snapshot = Snapshot(at=ports.clock.now())
        self._kept: Sequence[Case] = ()
        self._is_opening = False

    @property
    def case(self) -> Case | None:
        """Return the open case."""
        return self.snapshot.case

    def all(self) -> Sequence[Case]:
        """Return every kept case, oldest first."""
        return self._kept

    def resume(self) -> None:
        """Open the newest case at once, a real one before practice.

        Raises:
            StoreError: If the store cannot be read.

        """
        kept = self._ports.cases.all()
        real = [case for case in kept if not case.is_practice]
        self._kept, self.snapshot = self._look(next(reversed(real or kept), None))

    def switch(self, case: Case | None) -> None:
        """Show another case, or none."""
        self._do(partial(_return, case), is_opening=True)

    def answer(self, answers: Answers) -> None:
        """Keep the *answers* of the open case; without one, open a real case.

        Asked again before that is done, as by a second press, it does nothing.
        """
        if self._is_opening:
            return
        self._is_opening = True
        cases, at = self._ports.cases, self._ports.clock.now()
        work = partial(cases.open, answers, at=at, is_practice=False)
        if self.case is not None:
            work = partial(cases.answer, self.case, answers, at=at)
        self._do(work, is_opening=True)

    def delete(self, case: Case) -> None:
        """Forget *case* and all that is kept with it; if it is open, none is then."""
        is_open = _key(case) == _key(self.case)
        forget = partial(self._ports.cases.delete, case)
        left = None if is_open else self.case
        self._do(partial(_keep_and_return, forget, left), is_opening=is_open)

    def begin_practice(self) -> None:
        """Open the practice incident, made anew; a second press does nothing."""
        if self._is_opening:
            return
        self._is_opening = True
        self.practice_progressed.emit(0, 0)
        self._ports.jobs.run(
            open_practice(),
            on_done=self._show_practice,
            on_failed=self._fail,
            on_progress=self._tell_progress,
        )

    def keep(self, note: Note) -> None:
        """Let *note* keep something of the open case; it is told at which moment."""
        self._keep_in(self.case, note)

    def keeping(self) -> Keep:
        """Return what keeps as `keep` does, in the case that is open now.

        So what takes a while is noted where it began, whatever is open at its end.
        """
        return partial(self._keep_in, self.case)

    def say(self, step: Step) -> None:
        """Keep that the person says *step* is done."""
        say = self._ports.marks.say
        coming = open_steps(self.snapshot) if step is Step.CLOSING else ()
        left = tuple(one for one in coming if one is not step)
        self.keep(lambda case, at: say(case, step, at=at, left=left))

    def take_back(self, step: Step) -> None:
        """Forget that the person said *step* is done."""
        take_back = self._ports.marks.take_back
        self.keep(lambda case, at: take_back(case, step, at=at))

    def judge(self, keys: tuple[str, ...], ownership: Ownership) -> None:
        """Keep whose the orders with *keys* are."""
        judge, lost = self._ports.verdicts.judge, self.verdicts_lost

        def note(case: Case, at: datetime) -> None:
            try:
                judge(case, keys, ownership, at=at)
            except Exception:  # of whatever kind: `failed` tells it
                lost.emit(keys)
                raise

        if keys:
            self.keep(note)

    def refresh(self) -> None:
        """Look again at what is known of the open case."""
        self._do(partial(_return, self.case), is_opening=False)

    def _keep_in(self, case: Case | None, note: Note) -> None:
        at = self._ports.clock.now()
        if case is not None:
            self._do(
                partial(_keep_and_return, partial(note, case, at), case),
                is_opening=False,
            )

    def _do(self, work: Callable[[], Case | None], *, is_opening: bool) -> None:
        self._ports.jobs.run(
            partial(self._look_after, work),
            on_done=self._show_opened if is_opening else self._show,
            on_failed=self._fail,
            line=self._line,
        )

    def _look_after(
        self, work: Callable[[], Case | None], _progress: Progress
    ) -> Known:
        return self._look(work())

    def _look(self, case: Case | None) -> Known:
        at, kept = self._ports.clock.now(), self._ports.cases.all()
        # With the answers of now: others may have been kept since this was asked for.
        case = next((one for one in kept if _key(one) == _key(case)), case)
        return Known(kept, self._ports.snapshots.snapshot(case, at=at))

    def _tell_progress(self, done: int, total: int) -> None:
        self.practice_progressed.emit(done, total)

    def _show_practice(self, taken: TakenIn) -> None:
        self.switch(taken.case)

    def _show_opened(self, known: Known) -> None:
        self._is_opening = False
        self._tell(known)
        self.opened.emit(self.snapshot)

    def _show(self, known: Known) -> None:
        # It was asked for before another case was opened, and is told after that.
        if _key(known.snapshot.case) == _key(self.case):
            self._tell(known)

    def _tell(self, known: Known) -> None:
        self._kept, self.snapshot = known
        self.changed.emit(self.snapshot)

    def _fail(self, error: Exception) -> None:
        self._is_opening = False
        self.failed.emit(error)


def _key(case: Case | None) -> tuple[int, bool] | None:
    return None if case is None else (case.number, case.is_practice)


def _return(case: Case | None) -> Case | None:
    return case


def _keep_and_return(keep: Callable[[], None], case: Case | None) -> Case | None:
    keep()
    return case
