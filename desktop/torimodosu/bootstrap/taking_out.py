"""Everything that is kept, in one folder, for whoever leaves or wants it elsewhere."""

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from torimodosu.adapters.archive import copy_bag
from torimodosu.adapters.new_folder import new_folder
from torimodosu.adapters.private_file import write_private_file
from torimodosu.adapters.store import Store
from torimodosu.bootstrap.bags import bag_of
from torimodosu.plain import to_plain
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.case.ports import Clock
from torimodosu.recovery.plan.taking_out import (
    EVIDENCE,
    PLAIN,
    case_tables,
    contents_page,
    folder_name,
    program_tables,
)
from torimodosu.recovery.plan.tasks import TakenOut
from torimodosu.recovery.progress import Progress

NAME = "torimodosu-everything"


def take_everything_out(
    store: Store, folder: Path, clock: Clock, progress: Progress
) -> TakenOut:
    """Write all that *store* keeps into a new folder below *folder*.

    Reports cases. Raises `StoreError`, and what `new_folder` and `copy_bag` raise.
    """
    cases, damaged = store.all(), 0
    target = _free_name(folder)
    with new_folder(target) as unfinished:
        for number, case in enumerate(cases):
            part = _Part(progress, number, len(cases))
            place = unfinished / folder_name(case)
            place.mkdir()
            damaged += not _write_case(store, case, place, clock, part)
        sent = store.snapshot(None, at=clock.now()).left_this_computer
        accounts = store.lock_records.accounts()
        settings = {"settings.json": _json(dict(store.settings))}
        _write(unfinished, {**program_tables(sent, accounts), **settings})
        _write(unfinished, {"index.html": contents_page(_contents(unfinished))})
    return TakenOut(folder=str(target), cases=len(cases), damaged=damaged)


def _write_case(
    store: Store, case: Case, place: Path, clock: Clock, progress: Progress
) -> bool:
    """Write what is kept of *case* into *place*; tell whether its archive is whole."""
    progress.report(0, 1)
    # Without what follows from the rest.
    snapshot = replace(store.snapshot(case, at=clock.now()), diagnosis=None)
    tables = case_tables(
        snapshot,
        journal=store.entries(case),
        mails=store.mails(case).all(),
        charges=store.card_records.charges(case),
    )
    _write(place, {**tables, PLAIN: _json(to_plain(snapshot))})
    bag = bag_of(store, case)
    if not bag.exists():
        return True
    return not copy_bag(bag, place / EVIDENCE, progress).faults


class _Part:
    """The progress of one case of several, told in thousandths of the whole."""

    def __init__(self, progress: Progress, number: int, cases: int) -> None:
        self._progress, self._number, self._cases = progress, number, cases

    def report(self, done: int, total: int) -> None:
        """Tell how far the whole is."""
        share = done / total if total else 1.0
        self._progress.report(round(1000 * (self._number + share)), 1000 * self._cases)


def _contents(folder: Path) -> list[str]:
    """Return the paths of all files that a person opens, from the folder on."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    paths = [path.relative_to(folder) for path in files]
    # The archive has a page of its own, which leads to every mail.
    return [
        path.as_posix()
        for path in paths
        if EVIDENCE not in path.parts or path.name == "index.html"
    ]


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    for name, content in files.items():
        write_private_file(folder / name, content)


def _json(plain: object) -> bytes:
    return json.dumps(plain, ensure_ascii=False, indent=2).encode(errors="replace")


def _free_name(folder: Path) -> Path:
    """Return a name below *folder* that nothing has yet."""
    target, number = folder / NAME, 1
    while target.exists():
        number += 1
        target = folder / f"{NAME}-{number}"
    return target
