"""Doing the same for many things, two at a time."""

from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


def in_pairs(
    work: Callable[[Item], Result], items: Sequence[Item]
) -> tuple[Sequence[tuple[Item, Result]], OSError | None]:
    """Return what *work* returns for each of *items*, in order, until it fails.

    Two threads share the items. After an error, which is returned, too, no other item
    is begun, but the one that the other thread is at is ended.
    """
    left = deque(enumerate(items))  # threads may take from a deque without a lock
    done: dict[int, tuple[Item, Result]] = {}
    errors: list[OSError] = []

    def work_off() -> None:
        while left:
            try:
                number, item = left.popleft()
            except IndexError:  # the other thread has taken the last
                return
            try:
                done[number] = item, work(item)
            except OSError as error:
                left.clear()
                errors.append(error)

    if len(items) < 2:  # noqa: PLR2004 -- a pair
        work_off()
    else:
        with ThreadPoolExecutor(1) as other_thread:
            other = other_thread.submit(work_off)
            work_off()
            other.result()
    return [done[number] for number in sorted(done)], next(iter(errors), None)
