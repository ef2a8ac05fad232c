"""The window."""

import gc
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication

from torimodosu.adapters.clock import SystemClock
from torimodosu.adapters.store import Store
from torimodosu.bootstrap.data_folder import bag_of, data_folder
from torimodosu.bootstrap.program import worker_command
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.catalogue.catalogue import Catalogue
from torimodosu.recovery.progress import Progress
from torimodosu.resources import resource
from torimodosu.window.appearance import Appearance
from torimodosu.window.frame import Frame
from torimodosu.window.jobs import JobRunner
from torimodosu.window.jobs.first_paint import FirstPaint
from torimodosu.window.ports import Ports

# The threads for light work give way to the window ten times sooner than by default.
SECONDS_BETWEEN_THREADS = 0.0005


def open_window(chosen: Path | None) -> int:
    """Show the window until the user closes it."""
    app = QApplication(["torimodosu"])
    folder = data_folder(chosen)
    store = Store.at(folder / "cases.sqlite")
    jobs = JobRunner(worker=worker_command(folder))
    ports = Ports(
        cases=store,
        snapshots=store,
        marks=store,
        verdicts=store,
        settings=store,
        clock=SystemClock(),
        jobs=jobs,
        load_catalogue=load_catalogue,
        bag_of=partial(bag_of, store),
        copy_evidence=partial(_copy_evidence, store),
        find_thunderbird=_find_thunderbird,
    )
    frame = Frame(ports=ports, appearance=Appearance(app, store))
    FirstPaint(frame, _settle)
    frame.show()
    try:
        return app.exec()
    finally:
        jobs.shut_down()


def load_catalogue() -> Catalogue:
    """Return what the shipped data packs tell."""
    # Late: parsing takes longer than painting the first page.
    from torimodosu.adapters import packs  # noqa: PLC0415

    return packs.load_catalogue(resource("catalogue"))


def _copy_evidence(store: Store, case: Case, target: Path, progress: Progress) -> int:
    # Late: hashing and what goes with it is not needed for the first page.
    from torimodosu.adapters.archive import copy_bag  # noqa: PLC0415

    return len(copy_bag(bag_of(store, case), target, progress).faults)


def _find_thunderbird() -> Sequence[str]:
    from torimodosu.adapters.mailboxes.thunderbird import (  # noqa: PLC0415
        thunderbird_folders,
    )

    return [str(folder) for folder in thunderbird_folders(Path.home())]


def _settle() -> None:
    """Do what would have held up the first paint."""
    sys.setswitchinterval(SECONDS_BETWEEN_THREADS)
    # What is there now stays for good, so the collector need not look at it again.
    gc.collect()
    gc.freeze()
