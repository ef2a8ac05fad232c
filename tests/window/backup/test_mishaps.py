"""What goes wrong for somebody who is tired, and how it is told."""

import errno
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from tests.recovery.twostep.backup.accounts import ALL
from tests.window.backup.owner import PASSWORD, Owner, write_encrypted
from tests.window.backup.test_files import save_encrypted
from tests.window.seen import words_in
from torimodosu.window.backup.drill import BackupDrill
from torimodosu.window.backup.encrypted_card import EncryptedCard
from torimodosu.window.backup.panel import BackupPanel
from torimodosu.window.backup.reading_card import ReadingCard
from torimodosu.window.kit.look import Look


def test_who_mistyped_a_password_types_on_in_the_same_field(
    owner: Owner, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    save_encrypted(owner, monkeypatch, tmp_path / "backup.kdbx")
    owner.press("Read it back")
    owner.bring(tmp_path / "backup.kdbx")
    owner.wait_for("Its password opens it")
    (field,) = owner.panel.findChildren(QLineEdit, "backup-password")
    field.setFocus()
    QTest.keyClicks(field, "another password")
    QTest.keyClick(field, Qt.Key.Key_Return)
    owner.wait_for("This password does not open it")
    again = owner.panel.focusWidget()
    assert isinstance(again, QLineEdit)
    assert (again.objectName(), again.text()) == ("backup-password", "")


def test_a_full_disk_is_told_as_such(owner: Owner, look: Look, tmp_path: Path) -> None:
    def write(path: Path, content: bytes) -> None:
        del path, content
        raise OSError(errno.ENOSPC, "No space left on device")

    lock = replace(owner.ports.lock, write_file=write)
    ports = replace(owner.ports, lock=lock)
    drill = BackupDrill(ports, owner.authenticator, owner.case_file.keeping)
    panel = BackupPanel(look, drill, owner.case_file.snapshot)
    drill.setParent(panel)
    drill.maker.save_plain(tmp_path / "list.txt")
    owner.wait(lambda: "The disk is full" in words_in(panel))
    assert "No file was written" in words_in(panel)
    assert owner.backups == ()
    panel.deleteLater()


def test_what_a_file_lacks_is_no_open_question(
    owner: Owner, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    save_encrypted(owner, monkeypatch, tmp_path / "backup.kdbx")
    some = write_encrypted(tmp_path / "some.kdbx", ALL[:1])
    owner.press("Read it back")
    owner.drill.reader.read_files([str(some)], PASSWORD)
    owner.wait_for("It is not in this file.")
    (card,) = owner.panel.findChildren(ReadingCard)
    assert "Not known yet" not in words_in(card)


def test_a_suggestion_that_somebody_changed_is_not_shown_any_more(owner: Owner) -> None:
    owner.press("Save a file")
    owner.press("Suggest one")
    (card,) = owner.panel.findChildren(EncryptedCard)
    owner.wait(card.suggested.isVisible)
    owner.type("backup-password-first", PASSWORD)
    assert not card.suggested.isVisible()
