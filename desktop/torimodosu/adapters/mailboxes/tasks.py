"""A search cut into tasks for the worker processes."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from torimodosu.adapters.mailboxes.buffers import LARGEST_READ
from torimodosu.adapters.mailboxes.sources import MailFiles, MboxFile, Place
from torimodosu.adapters.mailboxes.zip_members import Member
from torimodosu.adapters.mailboxes.zipped import ZippedFiles

# A task takes some 50 ms, so that progress and cancelling are felt at once.
_BYTES = 16 * 2**20
_FILES = 200

File = TypeVar("File")


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Zipped:
    """Some files in a zip file, and how many bytes they have once unpacked."""

    members: tuple[Member, ...]
    size: int


Task = Part | Batch | Zipped


def files_of(task: Task) -> Sequence[str]:
    """Return what the files of *task* are reported as."""
    match task:
        case Part(path=path):
            return (path,)
        case Batch(paths=paths):
            return paths
        case Zipped(members=members):
            return [member.source for member in members]


def tasks_of(place: Place) -> Iterator[Task]:
    """Yield the tasks for one place, in the order of its mails."""
    if isinstance(place, MboxFile):
        step = place.size if place.size <= LARGEST_READ else _BYTES
        for begin in range(0, place.size, step or 1):
            end = min(begin + step, place.size)
            yield Part(path=place.path, begin=begin, end=end)
    elif isinstance(place, MailFiles):
        for paths, size in _batches(place.files):
            yield Batch(paths=paths, size=size)
    elif isinstance(place, ZippedFiles):
        sized = [(member, member.size) for member in place.members]
        for members, size in _batches(sized):
            yield Zipped(members=members, size=size)


def _batches(
    files: Iterable[tuple[File, int]],
) -> Iterator[tuple[tuple[File, ...], int]]:
    """Yield some of the *files*, each with its size, and their size together."""
    batch: list[File] = []
    size = 0
    for file, bytes_of_it in files:
        if batch and (len(batch) == _FILES or size + bytes_of_it > _BYTES):
            yield tuple(batch), size
            batch, size = [], 0
        batch.append(file)
        size += bytes_of_it
    if batch:
        yield tuple(batch), size
