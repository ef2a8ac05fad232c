"""Statement files read by the job, with everything real."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from tests.bootstrap.working import ANSWERS, Written, run
from tests.fakes.clock import FRIDAY_NIGHT
from tests.recovery.statements.rakuten_smbc_samples import SMBC_SAMPLES
from torimodosu.adapters.store import Store
from torimodosu.bootstrap.jobs import Jobs
from torimodosu.plain import from_plain
from torimodosu.recovery.case.case import Case, PaymentCard
from torimodosu.recovery.plan.statement_task import (
    FileRead,
    ReadStatements,
    StatementsRead,
)
from torimodosu.recovery.plan.tasks import Task
from torimodosu.recovery.progress import Cancelled
from torimodosu.recovery.statements.statement import Refusal

CLOSED, OPEN = SMBC_SAMPLES


@pytest.fixture
def case(store: Store) -> Case:
    cards = (PaymentCard(issuer="smbc_card", nickname="Blue", last_four="4821"),)
    answers = replace(ANSWERS, cards=cards)
    return store.open(answers, at=FRIDAY_NIGHT, is_practice=False)


def read(jobs: Jobs, case: Case, *paths: Path, card: int = 0) -> tuple[FileRead, ...]:
    request = ReadStatements(case=case, files=tuple(map(str, paths)), card=card)
    result = run(jobs, Task.READ_STATEMENTS, request, Written())
    return from_plain(StatementsRead, result).files


def test_files_are_read_and_kept_one_by_one(
    jobs: Jobs, store: Store, case: Case, tmp_path: Path
) -> None:
    closed, page = tmp_path / "202609.csv", tmp_path / "page.csv"
    missing, copy = tmp_path / "none.csv", tmp_path / "copy.csv"
    closed.write_bytes(CLOSED.raw)
    copy.write_bytes(CLOSED.raw)
    page.write_text("<!DOCTYPE html><html></html>", "utf-8")
    told = read(jobs, case, closed, page, missing, copy)
    assert told == (
        FileRead(path=str(closed), statement=1, new_charges=len(CLOSED.charges)),
        FileRead(path=str(page), refused=Refusal.WEB_PAGE),
        FileRead(path=str(missing), refused=Refusal.UNREADABLE),
        FileRead(path=str(copy), statement=1, was_known=True),
    )
    (kept,) = store.card_records.statements(case)
    assert (kept.name, kept.card, kept.totals_agree) == ("202609.csv", 1, True)
    assert sum(
        one.charge.amount or Decimal(0) for one in store.card_records.charges(case)
    ) == Decimal(CLOSED.sum)


def test_the_card_that_the_user_names_is_kept(
    jobs: Jobs, store: Store, case: Case, tmp_path: Path
) -> None:
    path = tmp_path / "202609.csv"
    path.write_bytes(OPEN.raw)
    read(jobs, case, path, card=1)
    (kept,) = store.card_records.statements(case)
    assert (kept.card, kept.is_open) == (1, True)


def test_a_file_of_an_open_month_says_so_however_often_it_comes(
    jobs: Jobs, store: Store, case: Case, tmp_path: Path
) -> None:
    running, final = tmp_path / "running.csv", tmp_path / "final.csv"
    running.write_bytes(OPEN.raw)
    final.write_bytes(CLOSED.raw)
    told = [read(jobs, case, running, final) for _ in range(2)]
    assert [[one.was_known for one in files] for files in told] == [
        [False, False],
        [True, True],
    ]
    assert [[one.is_open for one in files] for files in told] == [[True, False]] * 2
    kept = store.card_records.statements(case)
    assert [one.is_open for one in kept] == [True, False]


def test_a_cancelled_reading_keeps_whole_files(
    jobs: Jobs, store: Store, case: Case, tmp_path: Path
) -> None:
    path = tmp_path / "202609.csv"
    path.write_bytes(CLOSED.raw)
    request = ReadStatements(case=case, files=(str(path), str(path)))
    with pytest.raises(Cancelled):
        run(jobs, Task.READ_STATEMENTS, request, Written(patience=1))
    assert len(store.card_records.statements(case)) == 1
