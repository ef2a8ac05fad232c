"""What one backup holds proves no other."""

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from tests.recovery.twostep.backup.accounts import ALL
from tests.recovery.twostep.moves import message, uri
from tests.window.backup.owner import EVENING, PASSWORD, Owner, write_encrypted
from tests.window.qr.codes import page
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.keepass.writing import Lock
from torimodosu.recovery.twostep.backup.encrypted_file import encrypted_file
from torimodosu.recovery.twostep.backup.plain_list import plain_list
from torimodosu.recovery.twostep.backup.sheet import sheet_entry
from torimodosu.recovery.twostep.proof import Backup, BackupForm
from torimodosu.window.backup.sheet_painting import sheet_pdf
from torimodosu.window.backup.sheet_words import SheetWords
from torimodosu.window.jobs import Job

MAKE: dict[BackupForm, Callable[[], bytes]] = {
    BackupForm.SHEET: lambda: sheet_pdf(
        SheetWords.at(EVENING), list(map(sheet_entry, ALL))
    ),
    BackupForm.ENCRYPTED_FILE: lambda: encrypted_file(
        ALL, Lock(password=PASSWORD, chance=os.urandom), at=EVENING
    ),
    BackupForm.PLAIN_FILE: lambda: plain_list(ALL),
}


def begin(owner: Owner, form: BackupForm) -> None:
    """Have a backup on *form*, and begin to read it back."""
    accounts = tuple(kept.id for kept in owner.kept)

    def note(case: Case, at: datetime) -> None:
        backup = Backup(form=form, made_at=at, accounts=accounts)
        owner.ports.lock.two_steps.keep_backup(case, backup)

    owner.case_file.keep(note)
    owner.drill.begin_reading(owner.wait_for_backup())


def read(owner: Owner, path: Path) -> None:
    """Bring the file *path*, with its password if it needs one."""
    password = PASSWORD if path.suffix == ".kdbx" else None
    owner.drill.reader.read_files([str(path)], password)
    owner.wait(lambda: not owner.drill.reader.is_busy)


@pytest.mark.parametrize("made", MAKE)
@pytest.mark.parametrize("form", MAKE)
def test_each_is_proven_by_itself_alone(
    owner: Owner, tmp_path: Path, form: BackupForm, made: BackupForm
) -> None:
    suffix = ".kdbx" if made is BackupForm.ENCRYPTED_FILE else ""
    path = (tmp_path / "backup").with_suffix(suffix)
    path.write_bytes(MAKE[made]())
    begin(owner, form)
    read(owner, path)
    attempt = owner.drill.reader.attempt
    assert attempt is not None
    assert attempt.is_whole is (form is made)
    if form is made:
        owner.wait_until_restored()
    else:
        owner.wait_for("This is another kind of backup")
        assert owner.backups[0].restored_at is None


def test_the_addresses_of_a_list_are_no_keys_that_were_typed(owner: Owner) -> None:
    begin(owner, BackupForm.SHEET)
    owner.drill.reader.read_key(plain_list(ALL).decode())
    owner.wait_for("This is another kind of backup")
    assert owner.backups[0].restored_at is None


def test_the_codes_of_a_phone_that_moves_are_no_sheet(
    owner: Owner, tmp_path: Path
) -> None:
    account = message({1: ALL[0].secret, 2: ALL[0].name.encode()})
    path = tmp_path / "photo.png"
    assert page(uri(account)).save(str(path))
    begin(owner, BackupForm.SHEET)
    read(owner, path)
    owner.wait_for("This is another kind of backup")
    assert owner.drill.reader.attempt is not None
    assert owner.drill.reader.attempt.comparison is None


def test_the_right_one_proves_it_after_the_wrong_one(
    owner: Owner, tmp_path: Path
) -> None:
    begin(owner, BackupForm.SHEET)
    wrong, right = tmp_path / "wrong.txt", tmp_path / "right.pdf"
    wrong.write_bytes(plain_list(ALL))
    right.write_bytes(MAKE[BackupForm.SHEET]())
    read(owner, wrong)
    read(owner, right)
    owner.wait_until_restored()
    assert "another kind" not in owner.words


def test_the_file_of_somebody_else_is_told_from_one_with_gaps(
    owner: Owner, tmp_path: Path
) -> None:
    begin(owner, BackupForm.ENCRYPTED_FILE)
    theirs = replace(ALL[0], issuer="Other", secret=b"of somebody else")
    path = write_encrypted(tmp_path / "theirs.kdbx", [theirs])
    owner.drill.reader.read_files([str(path)], PASSWORD)
    owner.wait_for("None of your accounts is in it")
    assert "perhaps those of somebody else" in owner.words
    assert owner.backups[0].restored_at is None


def test_two_files_that_are_whole_only_together_prove_neither(
    owner: Owner, tmp_path: Path
) -> None:
    begin(owner, BackupForm.ENCRYPTED_FILE)
    halves = [
        write_encrypted(tmp_path / "one.kdbx", ALL[:2]),
        write_encrypted(tmp_path / "two.kdbx", ALL[2:]),
    ]
    for half in halves:
        owner.drill.reader.read_files([str(half)], PASSWORD)
        owner.wait(lambda: not owner.drill.reader.is_busy)
    owner.drill.reader.read_files([str(half) for half in halves], PASSWORD)
    owner.wait(lambda: not owner.ports.jobs.findChildren(Job))
    owner.wait(lambda: not owner.drill.reader.is_busy)
    assert owner.drill.reader.attempt is not None
    assert not owner.drill.reader.attempt.is_whole
    assert owner.backups[0].restored_at is None
