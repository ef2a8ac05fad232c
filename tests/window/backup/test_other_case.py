"""Backups that end while another case is open, or after the room was left."""

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from threading import Event

import pytest

from tests.recovery.twostep.backup.accounts import ALL
from tests.window.backup.owner import ANSWERS, Owner
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.case.secrets import KeychainTrouble
from torimodosu.recovery.twostep.backup.plain_list import plain_list
from torimodosu.recovery.twostep.backup.sheet import SheetEntry
from torimodosu.recovery.twostep.pending import Pending, PendingKind, pending_in
from torimodosu.recovery.twostep.proof import Backup, BackupForm
from torimodosu.window.jobs import Job


class SlowPrinter:
    """Makes a document once it may."""

    def __init__(self) -> None:
        self.is_asked, self.may_end = Event(), Event()

    def __call__(self, entries: Sequence[SheetEntry]) -> bytes:
        del entries
        self.is_asked.set()
        self.may_end.wait()
        return b"a document"


def open_another(owner: Owner, *, is_practice: bool) -> Case:
    """Begin another case, show it, and leave the room as the page does then."""
    at = owner.clock.now() + timedelta(minutes=1)
    other = owner.ports.cases.open(ANSWERS, at=at, is_practice=is_practice)
    owner.case_file.switch(other)
    owner.wait(lambda: owner.case_file.case == other)
    owner.drill.forget()
    return other


def backups_of(owner: Owner, case: Case) -> tuple[Backup, ...]:
    at = owner.clock.now()
    return owner.ports.snapshots.snapshot(case, at=at).two_step.backups


@pytest.mark.parametrize("is_practice", [False, True])
def test_a_backup_belongs_to_the_case_in_which_it_began(
    owner: Owner, tmp_path: Path, *, is_practice: bool
) -> None:
    first, paint = owner.case_file.case, SlowPrinter()
    assert first is not None
    owner.drill.maker.save_sheet(tmp_path / "sheet.pdf", paint)
    owner.wait(paint.is_asked.is_set)
    other = open_another(owner, is_practice=is_practice)
    paint.may_end.set()
    owner.wait(lambda: not owner.ports.jobs.findChildren(Job))
    assert backups_of(owner, other) == ()
    assert [one.form for one in backups_of(owner, first)] == [BackupForm.SHEET]
    assert owner.drill.maker.file == ""
    assert "is written" not in owner.words


def test_a_backup_is_read_back_for_the_case_in_which_that_began(
    owner: Owner, tmp_path: Path
) -> None:
    path = tmp_path / "list.txt"
    path.write_bytes(plain_list(ALL))
    first = owner.case_file.case
    assert first is not None
    owner.drill.maker.save_plain(tmp_path / "open.txt")
    owner.drill.begin_reading(owner.wait_for_backup())
    at = owner.clock.now() + timedelta(minutes=1)
    other = owner.ports.cases.open(ANSWERS, at=at, is_practice=False)
    owner.case_file.switch(other)
    owner.wait(lambda: owner.case_file.case == other)
    owner.drill.reader.read_files([str(path)])
    owner.wait(lambda: not owner.ports.jobs.findChildren(Job))
    (backup,) = backups_of(owner, first)
    assert backup.restored_at is not None
    assert backups_of(owner, other) == ()


def save_slowly(owner: Owner, path: Path) -> Event:
    """Save a list while the keychain waits for its password, and leave the room."""
    asked, answers = Event(), Event()
    owner.keychain.hold_back(asked, answers)
    owner.drill.maker.save_plain(path)
    owner.wait(asked.is_set)
    owner.drill.forget()
    return answers


def noted(owner: Owner) -> list[str]:
    """Return the names of what the next start would tell as not kept."""
    text = owner.ports.settings.settings.get("pending_secrets")
    return [one.name for one in pending_in(text)]


def test_a_file_is_written_though_the_room_was_left(
    owner: Owner, tmp_path: Path
) -> None:
    path = tmp_path / "list.txt"
    answers = save_slowly(owner, path)
    assert noted(owner) == ["list.txt"]
    answers.set()
    assert owner.wait_for_backup().form is BackupForm.PLAIN_FILE
    assert path.read_bytes() == plain_list(ALL)
    assert noted(owner) == []


def test_a_file_that_is_not_written_after_the_room_was_left_is_told(
    owner: Owner, tmp_path: Path
) -> None:
    lost: list[Pending] = []
    owner.authenticator.pending.lost.connect(lost.extend)
    answers = save_slowly(owner, tmp_path / "list.txt")
    owner.keychain.trouble = KeychainTrouble.LOCKED
    answers.set()
    owner.wait(lambda: bool(lost))
    assert [(one.kind, one.name) for one in lost] == [(PendingKind.BACKUP, "list.txt")]
    assert noted(owner) == ["list.txt"]
    owner.wait_for("The keychain is locked")


def test_a_file_that_failed_in_front_of_the_person_is_told_once(
    owner: Owner, tmp_path: Path
) -> None:
    owner.drill.maker.save_plain(tmp_path / "gone" / "list.txt")
    owner.wait_for("The file could not be written")
    assert noted(owner) == []


def test_codes_for_a_phone_are_not_read_for_nobody(owner: Owner) -> None:
    asked, answers = Event(), Event()
    owner.keychain.hold_back(asked, answers)
    owner.press("Show the codes")
    owner.wait(asked.is_set)
    owner.drill.forget()
    answers.set()
    owner.wait(lambda: not owner.ports.jobs.findChildren(Job))
    assert owner.drill.maker.codes == ()
    assert noted(owner) == []
