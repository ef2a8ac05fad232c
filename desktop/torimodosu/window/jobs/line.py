"""Light jobs that must not overtake one another."""

from collections import deque
from collections.abc import Callable
from threading import Lock


class Line:
    """Jobs that are done, and told, one after the other, in the order of asking.

    It is for what the person says: the last word stays. All of it is done, too, when
    the page goes or the program ends. However many wait, they hold up one thread.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._waiting: deque[Callable[[], None]] = deque()
        self._is_moving = False

    def add(self, job: Callable[[], None]) -> bool:
        """Let *job* wait for its turn; tell whether a thread has to `move` the line."""
        with self._lock:
            self._waiting.append(job)
            was_moving, self._is_moving = self._is_moving, True
        return not was_moving

    def move(self) -> None:
        """Do what waits, until nothing does."""
        while job := self._next():
            job()

    def _next(self) -> Callable[[], None] | None:
        with self._lock:
            self._is_moving = bool(self._waiting)
            return self._waiting.popleft() if self._waiting else None
