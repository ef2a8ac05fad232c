"""Long work off the GUI thread, with progress and cancel.

There are two kinds behind one interface. Light work is code that releases the GIL,
such as SQLite and hashing: it runs on threads. Heavy work is Python that computes: on a
thread it would stall the window for a second, so it runs in a worker process.
"""

from torimodosu.window.jobs.heavy import Heavy
from torimodosu.window.jobs.job import Job, JobFailedError
from torimodosu.window.jobs.light import SECONDS_BETWEEN_REPORTS
from torimodosu.window.jobs.line import Line
from torimodosu.window.jobs.runner import JobRunner

__all__ = [
    "SECONDS_BETWEEN_REPORTS",
    "Heavy",
    "Job",
    "JobFailedError",
    "JobRunner",
    "Line",
]
