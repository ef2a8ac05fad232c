from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from torimodosu.adapters.archive import copy_bag, verify_bag
from torimodosu.adapters.store import Store
from torimodosu.bootstrap.bags import bag_of
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.evidence.copied import Copied, compare_copy
from torimodosu.recovery.evidence.harm import Harm
from torimodosu.recovery.progress import Progress
from torimodosu.window.activities.evidence_check import COPY_NAME, Ended, EvidenceCheck
from torimodosu.window.jobs import JobRunner

PATIENCE = 120_000


def copied_by_program(
    practice: Store, case: Case, target: Path, progress: Progress
) -> Copied:
    original = bag_of(practice, case)
    report = copy_bag(original, target, progress)
    return compare_copy(report, verify_bag(original))


@pytest.fixture
def check(worker: JobRunner, practice: Store) -> EvidenceCheck:
    def copy(case: Case, target: Path, progress: Progress) -> Copied:
        return copied_by_program(practice, case, target, progress)

    return EvidenceCheck(worker, copy)


def test_whole_evidence_is_verified(
    qtbot: QtBot, check: EvidenceCheck, practice_case: Case
) -> None:
    with qtbot.waitSignal(check.verified, timeout=PATIENCE):
        check.verify(practice_case)
        check.verify(practice_case)
    assert check.result is not None
    assert check.result.harms == ()
    assert check.result.mails > 0
    assert not check.is_running


def test_a_changed_mail_is_named(
    qtbot: QtBot, check: EvidenceCheck, practice: Store, practice_case: Case
) -> None:
    mail = next((bag_of(practice, practice_case) / "data" / "mails").iterdir())
    mail.write_bytes(mail.read_bytes() + b"!")
    with qtbot.waitSignal(check.verified, timeout=PATIENCE):
        check.verify(practice_case)
    assert check.result is not None
    (harm,) = check.result.harms
    assert (harm.harm, harm.number) == (Harm.MAIL_CHANGED, 1)
    assert harm.examples == (f"data/mails/{mail.name}",)


def test_what_is_wrong_with_another_case_is_not_told_of_this_one(
    qtbot: QtBot, check: EvidenceCheck, practice: Store, practice_case: Case
) -> None:
    mail = next((bag_of(practice, practice_case) / "data" / "mails").iterdir())
    mail.write_bytes(b"forged")
    with qtbot.waitSignal(check.verified, timeout=PATIENCE):
        check.verify(practice_case)
        check.forget()
    assert check.result is None
    with qtbot.waitSignal(check.verified, timeout=PATIENCE):
        check.verify(practice_case)
    assert check.result is not None


def test_a_case_that_was_open_before_is_checked_and_told_there_alone(
    qtbot: QtBot, check: EvidenceCheck, practice_case: Case
) -> None:
    check.forget(replace(practice_case, number=practice_case.number + 1))
    with qtbot.waitSignal(check.verified, timeout=PATIENCE):
        check.verify(practice_case)
    assert check.result is None
    check.forget(practice_case)
    with qtbot.waitSignal(check.verified, timeout=PATIENCE):
        check.verify(practice_case)
    assert check.result is not None


def test_copies_get_names_of_their_own(
    qtbot: QtBot, check: EvidenceCheck, practice_case: Case, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    for _ in range(2):
        check.copy_to(practice_case, stick)
        check.copy_to(practice_case, stick)
        qtbot.waitUntil(lambda: not check.is_running, timeout=PATIENCE)
        assert check.ended is Ended.COPY_WHOLE
    names = sorted(copy.name for copy in stick.iterdir())
    assert names == [COPY_NAME, f"{COPY_NAME}-2"]
    check.forget()
    assert check.ended is None


def test_a_copy_of_damaged_evidence_is_not_laid_to_the_stick(
    qtbot: QtBot,
    check: EvidenceCheck,
    practice: Store,
    practice_case: Case,
    tmp_path: Path,
) -> None:
    mail = next((bag_of(practice, practice_case) / "data" / "mails").iterdir())
    mail.write_bytes(b"forged")
    check.copy_to(practice_case, tmp_path)
    qtbot.waitUntil(lambda: not check.is_running, timeout=PATIENCE)
    assert check.ended is Ended.COPY_LIKE_DAMAGED


@pytest.mark.logs
def test_a_copy_that_cannot_be_made_is_told(
    qtbot: QtBot, check: EvidenceCheck, practice_case: Case, tmp_path: Path
) -> None:
    no_folder = tmp_path / "a file"
    no_folder.write_bytes(b"")
    check.copy_to(practice_case, no_folder)
    qtbot.waitUntil(lambda: not check.is_running, timeout=PATIENCE)
    assert check.ended is Ended.COPY_FAILED


def test_a_copy_may_be_stopped(
    qtbot: QtBot, check: EvidenceCheck, practice_case: Case, tmp_path: Path
) -> None:
    check.copy_to(practice_case, tmp_path)
    check.cancel()
    qtbot.waitUntil(lambda: not check.is_running, timeout=PATIENCE)
    assert check.ended in {None, Ended.COPY_WHOLE}
    assert not list(tmp_path.glob(f"*{COPY_NAME}*.*"))
