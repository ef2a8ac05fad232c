"""The worker process and its jobs."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from torimodosu.bootstrap.crashes import BESIDE_CRASH, WORKER_CRASH, crashes_noted
from torimodosu.bootstrap.data_folder import data_folder
from torimodosu.bootstrap.log import log_of_worker
from torimodosu.worker.job import HeavyJob
from torimodosu.worker.pipes import take_pipes
from torimodosu.worker.priority import lower_priority
from torimodosu.worker.serve import serve


def run_worker(chosen: Path | None, *, is_beside: bool = False) -> int:
    """Do heavy jobs for the window until it goes away.

    *is_beside* tells that another worker does the same meanwhile.
    """
    requests, replies = take_pipes()
    lower_priority()
    folder = data_folder(chosen)
    log_of_worker(folder)
    crash = BESIDE_CRASH if is_beside else WORKER_CRASH
    with crashes_noted(folder, crash):
        serve(requests, replies, load_jobs=partial(_load_jobs, folder))
    return 0


def _load_jobs(folder: Path) -> Mapping[str, HeavyJob]:
    # Late: the window may send its first request while this is being imported.
    from torimodosu.adapters.system_keychain import SystemKeychain  # noqa: PLC0415
    from torimodosu.bootstrap.homes import own_home  # noqa: PLC0415
    from torimodosu.bootstrap.jobs import Jobs  # noqa: PLC0415

    return Jobs(folder, home=own_home(), keychain=SystemKeychain()).by_name()
