"""A search cut into tasks for the worker processes."""

from collections.abc import Iterator
from dataclasses import dataclass

from torimodosu.adapters.mailboxes.buffers import LARGEST_READ
from torimodosu.adapters.mailboxes.sources import MailFiles, MboxFile, Place

# A task takes some 50 ms, so that progress and cancelling are felt at once.
_BYTES = 16 * 2**20
_FILES = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The mails of an mbox whose separators begin in [*begin*, *end*)."""

    path: str
    begin: int
    end: int

    @property
    def size(self) -> int:
        """Return how many bytes there are to read."""
        return self.end - self.begin


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Some mails in files of their own, and how many bytes they have."""

    paths: tuple[str, ...]
    size: int


Task = Part | Batch


def tasks_of(place: Place) -> Iterator[Task]:
    """Yield the tasks for one place, in the order of its mails."""
    if isinstance(place, MboxFile):
        step = place.size if place.size <= LARGEST_READ else _BYTES
        for begin in range(0, place.size, step or 1):
            end = min(begin + step, place.size)
            yield Part(path=place.path, begin=begin, end=end)
    elif isinstance(place, MailFiles):
        yield from _batches(place)


def _batches(place: MailFiles) -> Iterator[Batch]:
    paths: list[str] = []
    size = 0
    for path, bytes_of_it in place.files:
        if paths and (len(paths) == _FILES or size + bytes_of_it > _BYTES):
            yield Batch(paths=tuple(paths), size=size)
            paths, size = [], 0
        paths.append(path)
        size += bytes_of_it
    if paths:
        yield Batch(paths=tuple(paths), size=size)
