"""One pass over the mail in some files, by worker processes where there is much."""

from collections.abc import Callable, Iterator, Sequence
from typing import Generic, TypeVar

from torimodosu.adapters.mailboxes.buffers import LARGEST_READ
from torimodosu.adapters.mailboxes.sources import Place, explore
from torimodosu.adapters.mailboxes.tasks import Batch, Task, files_of, tasks_of
from torimodosu.adapters.workers import Workers
from torimodosu.recovery.progress import Progress

Result = TypeVar("Result")

# Below, starting processes would take longer than the work. A file larger than
# `LARGEST_READ` is mapped, and must only be read by them.
_BYTES_FOR_WORKERS = LARGEST_READ
_FILES_FOR_WORKERS = 2000


class Run(Generic[Result]):
    """One pass over the mail in *sources*, which reports bytes done of bytes in all."""

    def __init__(
        self,
        workers: Workers,
        work: Callable[[Task], Result],
        sources: Sequence[str],
        progress: Progress,
    ) -> None:
        self._workers = workers
        self._work = work
        self._progress = progress
        self._done = self._total = files = 0
        self.places: list[Place] = []
        for place in explore(sources, self.report):
            self.places.append(place)
            for task in tasks_of(place):
                self._total += task.size
                files += len(files_of(task))
        tasks = (task for place in self.places for task in tasks_of(place))
        self._results: Iterator[Result | None]
        if self._total > _BYTES_FOR_WORKERS or files > _FILES_FOR_WORKERS:
            self._results = workers.results(work, tasks, self.report)
        else:
            self._results = map(work, tasks)

    def report(self) -> None:
        """Tell how far it is; raises `Cancelled` if it must stop."""
        self._progress.report(self._done, self._total)

    def over(self, place: Place) -> Iterator[tuple[Task, Result | None]]:
        """Yield the tasks of *place* with their results, None for one that failed.

        The places have to be taken in their order.
        """
        for task in tasks_of(place):
            result = next(self._results)
            if result is None and isinstance(task, Batch) and len(task.paths) > 1:
                yield from self._one_by_one(task)
            else:
                yield task, result
            self._done += task.size
            self.report()

    def _one_by_one(self, batch: Batch) -> Iterator[tuple[Task, Result | None]]:
        """Do a batch again, one file of which has killed the processes."""
        first, *others = batch.paths
        tasks = [
            Batch(paths=(first,), size=batch.size),  # for all of them
            *(Batch(paths=(path,), size=0) for path in others),
        ]
        results = self._workers.results(self._work, tasks, self.report)
        yield from zip(tasks, results, strict=True)
