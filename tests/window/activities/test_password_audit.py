"""Looking through exports in the worker."""

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.window.steps.reuse.acting import export_in
from torimodosu.adapters.store import Store
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.plan.audit_task import AuditPasswords
from torimodosu.window.activities.password_audit import PasswordAudit
from torimodosu.window.jobs import JobRunner

PATIENCE = 120_000


@pytest.fixture
def audit(worker: JobRunner) -> PasswordAudit:
    return PasswordAudit(worker)


def asked(case: Case, folder: Path) -> AuditPasswords:
    return AuditPasswords(case=case, files=(str(export_in(folder)),))


def test_what_is_to_be_changed_is_told_early_and_kept_in_the_end(
    qtbot: QtBot,
    audit: PasswordAudit,
    practice: Store,
    practice_case: Case,
    tmp_path: Path,
) -> None:
    with qtbot.waitSignal(audit.ended, timeout=PATIENCE):
        audit.start(replace(asked(practice_case, tmp_path), key="open sesame"))
        began = audit.is_running
        # Another one has to wait.
        audit.start(AuditPasswords(case=practice_case, files=("/nowhere.csv",)))
    assert [began, audit.is_running] == [True, False]
    assert audit.result is not None
    assert [seen.logins for seen in audit.result.files] == [4]
    queue = practice.password_records.queue_of(practice_case)
    assert audit.result.queue == queue
    assert queue is not None
    assert {entry.key for entry in audit.found} <= {one.key for one in queue.entries}
    assert audit.found
    assert "open sesame" not in repr(audit.request)


@pytest.mark.logs
def test_an_audit_that_cannot_run_says_so(
    qtbot: QtBot, audit: PasswordAudit, practice_case: Case, tmp_path: Path
) -> None:
    deleted = replace(practice_case, number=practice_case.number + 7)
    with qtbot.waitSignal(
        audit.changed, timeout=PATIENCE, check_params_cb=lambda: audit.error is not None
    ):
        audit.start(asked(deleted, tmp_path))
    assert audit.error is not None
    assert not audit.is_running


def test_an_audit_can_be_stopped(
    qtbot: QtBot, audit: PasswordAudit, practice_case: Case, tmp_path: Path
) -> None:
    audit.start(asked(practice_case, tmp_path))
    audit.cancel()
    qtbot.waitUntil(lambda: not audit.is_running, timeout=PATIENCE)
    assert audit.result is None


def test_what_is_known_of_the_files_goes_with_the_case(
    qtbot: QtBot, audit: PasswordAudit, practice_case: Case, tmp_path: Path
) -> None:
    with qtbot.waitSignal(audit.ended, timeout=PATIENCE):
        audit.start(asked(practice_case, tmp_path))
    audit.forget()
    assert audit.request is None
    assert audit.result is None
