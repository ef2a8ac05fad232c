"""The worker of the program, whose name server is one of the test.

Started as `python -m tests.window.judging_worker DATA_FOLDER PORT`.
"""

import sys
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from tests.adapters.network.name_server import HERE
from tests.fakes.keychain import FakeKeychain
from torimodosu.adapters.network.dns_keys import DnsKeys
from torimodosu.bootstrap.homes import Home
from torimodosu.bootstrap.jobs import Jobs
from torimodosu.worker.job import HeavyJob
from torimodosu.worker.pipes import take_pipes
from torimodosu.worker.serve import serve

ROOT = Path(__file__).parents[2]


def worker_asking(folder: Path, port: int) -> tuple[str, ...]:
    """Return the command that starts the worker with the name server at *port*."""
    start = (
        "import runpy, sys;"
        f" sys.path[:0] = [{str(ROOT)!r}, {str(ROOT / 'desktop')!r}];"
        " runpy.run_module('tests.window.judging_worker', run_name='__main__')"
    )
    return (sys.executable, "-c", start, str(folder), str(port))


def load_jobs(folder: Path, port: int) -> Mapping[str, HeavyJob]:
    """Return the jobs of the data *folder*."""
    home = Home(folder=folder / "home")
    jobs = Jobs(
        folder,
        home=home,
        keychain=FakeKeychain(),
        name_server=lambda: DnsKeys([HERE], port=port, patience=120.0),
    )
    return jobs.by_name()


if __name__ == "__main__":
    requests, replies = take_pipes()
    folder, port = Path(sys.argv[1]), int(sys.argv[2])
    serve(requests, replies, load_jobs=partial(load_jobs, folder, port))
