"""The cards worked on by the job, with everything real."""

from pathlib import Path

import pytest

from tests.bootstrap.working import Written, practise, run
from torimodosu.adapters.clock import SystemClock
from torimodosu.adapters.store import Store
from torimodosu.bootstrap.homes import practice_files_of
from torimodosu.bootstrap.jobs import Jobs
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.statement_task import ReadStatements
from torimodosu.recovery.plan.tasks import ForCase, Task
from torimodosu.recovery.progress import Cancelled


@pytest.fixture
def practised(jobs: Jobs, store: Store) -> Case:
    case = practise(jobs)
    files = practice_files_of(store) / "statements"
    request = ReadStatements(case=case, files=tuple(map(str, _csv_files(files))))
    run(jobs, Task.READ_STATEMENTS, request, Written())
    return case


def _csv_files(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.csv"))


def look(store: Store, case: Case) -> Snapshot:
    return store.snapshot(case, at=SystemClock().now())


def test_the_work_is_kept_and_no_longer_stale(
    jobs: Jobs, store: Store, practised: Case
) -> None:
    before = look(store, practised)
    assert (before.card_work, before.is_card_work_stale) == (None, True)
    outlet = Written()
    assert run(jobs, Task.WORK_ON_CARDS, ForCase(case=practised), outlet) is None
    after = look(store, practised)
    assert after.card_work is not None
    assert not after.is_card_work_stale
    numbers = [one.number for one in practised.answers.cards]
    assert [one.card for one in after.card_work.matching.findings] == numbers
    assert outlet.reports[-1][0] == outlet.reports[-1][1]


def test_work_that_was_cancelled_keeps_nothing(
    jobs: Jobs, store: Store, practised: Case
) -> None:
    request = ForCase(case=practised)
    with pytest.raises(Cancelled):
        run(jobs, Task.WORK_ON_CARDS, request, Written(patience=1))
    assert look(store, practised).card_work is None
