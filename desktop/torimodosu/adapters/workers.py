"""Child processes that do one task after the other.

They are started by "spawn", which is the same on every system and copies no state, and
stay warm for the next time. They hold nothing but their end of a pipe, and leave when
the parent dies, however that may be and whatever they are doing.
"""

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from itertools import islice
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection
from typing import TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")

# Tasks given out beyond the one whose result is waited for, for each process.
_AHEAD = 4
_SECONDS_BETWEEN_BEATS = 0.2
# A task that has killed two children would kill a third.
_TRIES = 2


class Workers:
    """Up to *count* child processes, started when they are first needed.

    Each has a thread here that hands it tasks and waits for the results, so that it
    has work while the caller is busy with an earlier result.
    """

    def __init__(self, count: int) -> None:
        self._count = count
        self._ahead = count * _AHEAD
        self._threads = ThreadPoolExecutor(count)
        self._mine = threading.local()
        self._children: set[_Child] = set()
        self._lock = threading.Lock()
        self._closed = False
        # Where a child cannot even begin, as in a program that is read from a pipe.
        self._alone = False

    def results(
        self,
        work: Callable[[Task], Result],
        tasks: Iterable[Task],
        beat: Callable[[], None],
    ) -> Generator[Result | None]:
        """Yield what *work* returns for each task, in their order.

        None stands for a task that children have died of. *work* is a function of a
        module, and what it raises is raised here. *beat* is called while waiting, and
        may raise to stop.
        """
        left = iter(tasks)
        pending: deque[Future[Result | None]] = deque()
        try:
            while True:
                for task in islice(left, self._ahead - len(pending)):
                    pending.append(self._threads.submit(self._perform, work, task))
                if not pending:
                    return
                yield _awaited(pending, beat)
        finally:
            for future in pending:
                future.cancel()

    def begun(
        self,
        work: Callable[[Task], Result],
        tasks: Iterable[Task],
        beat: Callable[[], None],
    ) -> Iterator[Result | None]:
        """Return what `results` yields, but give out all tasks now.

        They are done while the caller is busy with something else, and wait here.
        """
        pending = deque([self._threads.submit(self._perform, work, it) for it in tasks])
        return (_awaited(pending, beat) for _ in range(len(pending)))

    def warm_up(self, work: Callable[[Task], object], task: Task) -> None:
        """Start every child and have it do *task*, without waiting for that."""
        for _ in range(self._count):
            self._threads.submit(self._perform, partial(_forgetting, work), task)

    def close(self) -> None:
        """End the child processes, whatever they are doing, and wait for that."""
        with self._lock:
            self._closed = True
            for child in self._children:
                child.kill()
        self._threads.shutdown(cancel_futures=True)

    def _perform(self, work: Callable[[Task], Result], task: Task) -> Result | None:
        for _ in range(_TRIES):
            child = self._child()
            if child is None:
                return None if self._closed else work(task)
            try:
                outcome = child.perform(work, task)
            except (EOFError, OSError):
                self._forget(child)
                continue
            if isinstance(outcome, _Raised):
                raise outcome.error
            return outcome
        return None

    def _child(self) -> "_Child | None":
        """Return the child of this thread, None where there can be no child."""
        child: _Child | None = getattr(self._mine, "child", None)
        if child is not None:
            return child
        with self._lock:
            if self._closed or self._alone or multiprocessing.current_process().daemon:
                return None
            try:
                child = _Child()
            except OSError:
                return None
            self._children.add(child)
        try:
            child.wait_until_ready()
        except (EOFError, OSError):
            self._alone = True
            self._forget(child)
            return None
        self._mine.child = child
        return child

    def _forget(self, child: "_Child") -> None:
        with self._lock:
            self._children.discard(child)
        child.kill()
        self._mine.child = None


def _awaited(
    pending: "deque[Future[Result | None]]", beat: Callable[[], None]
) -> Result | None:
    """Take the first of *pending* and return its result."""
    while not wait([pending[0]], _SECONDS_BETWEEN_BEATS).done:
        beat()
    return pending.popleft().result()


@dataclass(frozen=True, slots=True)
class _Raised:
    """What went wrong in a child, to be raised in the parent."""

    error: Exception


class _Child:
    """One child process, seen from the parent."""

    def __init__(self) -> None:
        context = multiprocessing.get_context("spawn")
        self._connection, theirs = context.Pipe()
        # A daemon is ended, not waited for, when the program ends.
        self._process = context.Process(target=_serve, args=(theirs,), daemon=True)
        with _interrupts_held_back():
            self._process.start()
        theirs.close()  # else its end would never be read here

    def wait_until_ready(self) -> None:
        """Wait until the process listens.

        Raises:
            EOFError: If it died before.
            OSError: Likewise.

        """
        self._connection.recv()

    def perform(self, work: Callable[[Task], Result], task: Task) -> Result | _Raised:
        """Have *task* done.

        Raises:
            EOFError: If the child died.
            OSError: Likewise.

        """
        self._connection.send((work, task))
        outcome: Result | _Raised = self._connection.recv()
        return outcome

    def kill(self) -> None:
        """End the process; it only reads, so nothing is left half done."""
        self._process.kill()
        self._process.join()


@contextmanager
def _interrupts_held_back() -> Iterator[None]:
    """Let what is started here not notice Ctrl-C, which goes to children, too.

    It would end them with a traceback while they are still loading. The parent decides
    what Ctrl-C means.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    # It is started with the first child, and lets interrupts through again after that.
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _forgetting(work: Callable[[Task], object], task: Task) -> None:
    """Do *work*, whose result stays in the child."""
    work(task)


def _serve(connection: Connection) -> None:
    """Do tasks until the parent closes the pipe."""
    # Where it could not be held back, as on Windows.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_leave_with_the_parent, daemon=True).start()
    with suppress(EOFError, OSError):  # the parent is no more, whenever that was
        _serve_on(connection)


def _leave_with_the_parent() -> None:
    """End this process when its parent has ended.

    It would read the end of the pipe only after its task, and one that goes through a
    mail as large as a disk takes minutes. (PR_SET_PDEATHSIG of Linux tells that the
    thread of the parent has ended, not the parent.)
    """
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _serve_on(connection: Connection) -> None:
    connection.send(None)
    while True:
        work, task = connection.recv()
        try:
            outcome = work(task)
        except Exception as error:  # noqa: BLE001 -- raised again in the parent
            outcome = _Raised(error)
        connection.send(outcome)
