"""The process that looks what is due; it comes, tells, and goes again.

It loads only what it needs for that, and leaves its memory when it goes.
"""

from collections.abc import Mapping
from pathlib import Path

from torimodosu.bootstrap.crashes import REMINDER_CRASH, crashes_noted
from torimodosu.bootstrap.data_folder import STORE, data_folder
from torimodosu.recovery.reminders.tidings import REMIND
from torimodosu.worker.job import Arguments, HeavyJob, Outlet
from torimodosu.worker.pipes import take_pipes
from torimodosu.worker.priority import lower_priority
from torimodosu.worker.serve import serve


def run_reminder_worker(chosen: Path | None) -> int:
    """Look what is due for as long as somebody asks."""
    requests, replies = take_pipes()
    lower_priority()
    folder = data_folder(chosen)
    with crashes_noted(folder, REMINDER_CRASH):
        serve(requests, replies, load_jobs=lambda: reminder_jobs(folder))
    return 0


def reminder_jobs(folder: Path) -> Mapping[str, HeavyJob]:
    """Return the one job, on the store in *folder*."""
    # Late: the first request may come while this is being imported.
    from torimodosu.adapters.clock import SystemClock  # noqa: PLC0415
    from torimodosu.adapters.store import Store  # noqa: PLC0415
    from torimodosu.plain import from_plain, to_plain  # noqa: PLC0415
    from torimodosu.recovery.plan.telling import (  # noqa: PLC0415
        TellingTools,
        remind,
    )
    from torimodosu.recovery.reminders.tidings import Remind  # noqa: PLC0415

    store = Store.at(folder / STORE)
    tools = TellingTools(
        cases=store,
        snapshots=store,
        words=store.reminder_records,
        told=store.reminder_records,
        settings=store,
        clock=SystemClock(),
    )

    def do(arguments: Arguments, _outlet: Outlet) -> object:
        return to_plain(remind(from_plain(Remind, arguments), tools))

    return {REMIND: do}
