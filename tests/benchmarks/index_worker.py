"""A worker process that streams the header index of an mbox to the window."""

from collections.abc import Iterator

from torimodosu.adapters.mailboxes import FileMailboxes
from torimodosu.recovery.progress import Progress
from torimodosu.worker.job import Arguments, Outlet
from torimodosu.worker.pipes import take_pipes
from torimodosu.worker.priority import lower_priority
from torimodosu.worker.serve import serve

Row = list[str]


class Patience:
    """A progress that nobody looks at."""

    def report(self, done: int, total: int) -> None:
        """Do nothing."""


def index(arguments: Arguments, outlet: Outlet) -> object:
    """Hand sender, subject and date of every mail to the window."""
    count = 0
    for rows in _batches(str(arguments["path"]), outlet):
        count += len(rows)
        outlet.rows(rows)
    return count


def rows_of(path: str) -> list[Row]:
    """Return sender, subject and date of every mail of an mbox."""
    return [row for batch in _batches(path, Patience()) for row in batch]


def _batches(path: str, progress: Progress) -> Iterator[list[Row]]:
    mailboxes = FileMailboxes(processes=2)
    for rows in mailboxes.index_headers([path], progress):
        yield [[row.sender, row.subject, str(row.date)] for row in rows]
    mailboxes.close()


if __name__ == "__main__":
    pipes = take_pipes()
    lower_priority()
    serve(*pipes, load_jobs=lambda: {"index": index})
