"""A worker process that streams a row for each mail of an mbox to the window."""

from collections.abc import Iterator

from torimodosu.adapters.mailboxes import FileMailboxes
from torimodosu.adapters.mailboxes.headers import headline, split
from torimodosu.recovery.mail.search import EVERYTHING, Found
from torimodosu.recovery.progress import Progress
from torimodosu.worker.job import Arguments, Outlet
from torimodosu.worker.pipes import take_pipes
from torimodosu.worker.priority import lower_priority
from torimodosu.worker.serve import serve

Row = list[str]
AT_ONCE = 200


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
    rows: list[Row] = []
    for finding in mailboxes.search([path], EVERYTHING, progress):
        if isinstance(finding, Found):
            header, _ = split(finding.raw, 0, len(finding.raw))
            rows.append(list(headline(header)))
        if len(rows) == AT_ONCE:
            yield rows
            rows = []
    yield rows
    mailboxes.close()


if __name__ == "__main__":
    pipes = take_pipes()
    lower_priority()
    serve(*pipes, load_jobs=lambda: {"index": index})
