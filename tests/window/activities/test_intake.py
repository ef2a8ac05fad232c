from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.window.scene import SaturdayEvening
from torimodosu.adapters.store import Store
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.mail.kind import MailKind
from torimodosu.recovery.plan.tasks import TakenIn
from torimodosu.recovery.practice.incident import MAIL_FOLDER
from torimodosu.window.activities.intake import Intake
from torimodosu.window.jobs import JobRunner

PATIENCE = 120_000


def mails_of(practice: Store) -> str:
    return str(practice.practice_folder / "files" / MAIL_FOLDER)


def test_mails_that_are_known_add_nothing(
    qtbot: QtBot, worker: JobRunner, practice: Store, practice_case: Case
) -> None:
    intake = Intake(worker)
    with qtbot.waitSignal(intake.ended, timeout=PATIENCE):
        intake.start(practice_case, [mails_of(practice)])
    assert intake.result is not None
    assert intake.result.intake.adds_nothing
    assert intake.done == intake.total > 0


def test_a_new_mail_is_counted_by_its_kind(
    qtbot: QtBot,
    worker: JobRunner,
    practice: Store,
    practice_case: Case,
    tmp_path: Path,
) -> None:
    mail = tmp_path / "new.eml"
    mail.write_bytes(
        b"From: auto-confirm@amazon.co.jp\nDate: Sat, 21 Nov 2026 11:00:00 +0900\n"
        b'Subject: Ordered: "Tea"\nMessage-ID: <n@x.example>\n\n'
        b"Order #\n250-1111111-2222222\n* Tea\nQuantity: 1\n500 JPY\nTotal\n500 JPY\n"
    )
    intake = Intake(worker)
    with qtbot.waitSignal(intake.ended, timeout=PATIENCE):
        assert intake.start(practice_case, [str(mail)])
    assert intake.kinds == {MailKind.ORDER_CONFIRMATION: 1}
    assert intake.result is not None
    known = practice.snapshot(practice_case, at=SaturdayEvening().now())
    assert known.orders["250-1111111-2222222"].total == 500


def test_what_comes_meanwhile_is_taken_in_after_it_and_once(
    qtbot: QtBot, worker: JobRunner, practice: Store, practice_case: Case
) -> None:
    intake = Intake(worker)
    ended: list[TakenIn] = []
    intake.ended.connect(ended.append)
    folder, nowhere = [mails_of(practice)], ["/no/such/place"]
    assert intake.start(practice_case, folder)
    for sources in (folder, nowhere, nowhere, folder):
        assert not intake.start(practice_case, sources)
    qtbot.waitUntil(lambda: not intake.is_running, timeout=PATIENCE)
    first, then = (taken.intake for taken in ended)
    assert first.adds_nothing
    assert [missed.source for missed in then.not_covered] == nowhere
    assert not intake.has_more
    assert not intake.has_turned_away


def test_what_waits_is_turned_away_where_the_first_is_cancelled(
    qtbot: QtBot, worker: JobRunner, practice: Store, practice_case: Case
) -> None:
    intake = Intake(worker)
    intake.start(practice_case, [mails_of(practice)])
    intake.start(practice_case, ["/no/such/place"])
    intake.cancel()
    qtbot.waitUntil(lambda: not intake.is_running, timeout=PATIENCE)
    assert intake.has_turned_away
    with qtbot.waitSignal(intake.ended, timeout=PATIENCE):
        intake.start(practice_case, ["/no/such/place"])
    assert not intake.has_turned_away


def test_a_cancelled_intake_ends_without_a_result(
    qtbot: QtBot, worker: JobRunner, practice: Store, practice_case: Case
) -> None:
    intake = Intake(worker)
    intake.start(practice_case, [mails_of(practice)])
    assert intake.seconds_left is None
    intake.cancel()
    qtbot.waitUntil(lambda: not intake.is_running, timeout=PATIENCE)
    assert intake.error is None
    intake.forget()
    assert intake.result is None
