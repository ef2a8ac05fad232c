import os
import signal
from pathlib import Path

from tests.adapters.mailboxes.writing import FROM_SHOP, Told
from torimodosu.adapters.mailboxes.runs import Run
from torimodosu.adapters.mailboxes.tasks import Batch, Task
from torimodosu.adapters.workers import Workers


def names(task: Task) -> list[str]:
    """Return the names of a batch, and die of that of a deadly file."""
    assert isinstance(task, Batch)
    if any("deadly" in path for path in task.paths):
        os.kill(os.getpid(), signal.SIGKILL)
    return [Path(path).name for path in task.paths]


def test_a_file_that_kills_its_readers_does_not_take_its_batch_along(
    tmp_path: Path,
) -> None:
    for number in range(2001):  # so many that they are read by worker processes
        (tmp_path / f"{number:04}.eml").write_bytes(FROM_SHOP)
    (tmp_path / "1000 deadly.eml").write_bytes(FROM_SHOP)
    workers = Workers(2)
    told = Told()
    run = Run(workers, names, [str(tmp_path)], told)
    (place,) = run.places
    results = list(run.over(place))
    workers.close()
    died = [task for task, result in results if result is None]
    read = [name for _, result in results for name in result or ()]
    assert [task.paths for task in died if isinstance(task, Batch)] == [
        (str(tmp_path / "1000 deadly.eml"),)
    ]
    assert read == [f"{number:04}.eml" for number in range(2001)]
    assert sum(task.size for task, _ in results) == 2002 * len(FROM_SHOP)
    assert told.reports[-1] == (2002 * len(FROM_SHOP),) * 2
