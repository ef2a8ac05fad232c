"""Backups that end while another case is open."""

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from threading import Event

import pytest

from tests.recovery.twostep.backup.accounts import ALL
from tests.window.backup.owner import ANSWERS, Owner
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.twostep.backup.plain_list import plain_list
from torimodosu.recovery.twostep.backup.sheet import SheetEntry
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
