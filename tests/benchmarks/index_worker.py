"""A worker process that streams the header index of an mbox to the window."""

from torimodosu.adapters.mailboxes import FileMailboxes
from torimodosu.worker.job import Arguments, Outlet
from torimodosu.worker.pipes import take_pipes
from torimodosu.worker.priority import lower_priority
from torimodosu.worker.serve import serve


def index(arguments: Arguments, outlet: Outlet) -> object:
    """Hand sender, subject and date of every mail to the window."""
    mailboxes = FileMailboxes(processes=2)
    count = 0
    for rows in mailboxes.index_headers([str(arguments["path"])], outlet):
        count += len(rows)
        outlet.rows([[row.sender, row.subject, str(row.date)] for row in rows])
    mailboxes.close()
    return count


if __name__ == "__main__":
    pipes = take_pipes()
    lower_priority()
    serve(*pipes, load_jobs=lambda: {"index": index})
