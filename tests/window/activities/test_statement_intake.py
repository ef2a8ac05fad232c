"""Reading statements in the worker."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.window.scene import SaturdayEvening
from torimodosu.adapters.store import Store
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.statements.statement import Refusal
from torimodosu.window.activities.statement_intake import StatementIntake
from torimodosu.window.jobs import JobRunner

PATIENCE = 120_000


@pytest.fixture
def intake(worker: JobRunner) -> StatementIntake:
    return StatementIntake(worker)


def statements_of(practice: Store) -> list[str]:
    folder = practice.practice_folder / "files" / "statements"
    return sorted(str(path) for path in folder.rglob("*.csv"))


def test_every_file_gets_its_answer(
    qtbot: QtBot, intake: StatementIntake, practice: Store, practice_case: Case
) -> None:
    files = statements_of(practice)
    with qtbot.waitSignal(intake.ended, timeout=PATIENCE):
        intake.start(practice_case, files)
        assert intake.is_running
    assert intake.result is not None
    assert [one.path for one in intake.result.files] == files
    assert all(one.statement and one.new_charges for one in intake.result.files)
    assert intake.done == intake.total == len(files)
    kept = practice.snapshot(practice_case, at=SaturdayEvening().now()).statements
    assert len(kept) == len(files)
    assert len({one.sha256 for one in kept}) == len(files)
    intake.forget()
    assert intake.result is None


def test_files_that_come_meanwhile_are_read_too(
    qtbot: QtBot,
    intake: StatementIntake,
    practice: Store,
    practice_case: Case,
    tmp_path: Path,
) -> None:
    page = tmp_path / "meisai.csv"
    page.write_text("<html><body>Sign in</body></html>")
    first, *_ = statements_of(practice)
    with qtbot.waitSignal(intake.ended, timeout=PATIENCE) as ended:
        intake.start(practice_case, [first])
        intake.start(practice_case, [str(page)])
        intake.start(practice_case, [first])
    assert ended.args == [intake.result]
    assert intake.result is not None
    read, refused, again = intake.result.files
    assert read.new_charges
    assert refused.refused is Refusal.WEB_PAGE
    assert again.was_known
    assert again.statement == read.statement


def test_a_reading_that_is_stopped_ends_without_an_answer(
    qtbot: QtBot, intake: StatementIntake, practice: Store, practice_case: Case
) -> None:
    intake.start(practice_case, statements_of(practice))
    intake.start(practice_case, statements_of(practice))
    intake.cancel()
    qtbot.waitUntil(lambda: not intake.is_running, timeout=PATIENCE)
    assert intake.error is None
    assert intake.result is None
    assert intake.was_stopped
    intake.forget()
    assert not intake.was_stopped
