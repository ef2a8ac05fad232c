"""Files, encrypted and open, and reading them back."""

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.recovery.twostep.backup.accounts import ALL
from tests.window.backup.owner import PASSWORD, Owner, save_to, write_encrypted
from tests.window.seen import words_in
from torimodosu.recovery.case.secrets import KeychainTrouble
from torimodosu.recovery.twostep.backup.plain_list import plain_list
from torimodosu.recovery.twostep.base32 import key_of
from torimodosu.recovery.twostep.exports.reading import read_export
from torimodosu.recovery.twostep.proof import BackupForm
from torimodosu.window.activities.password_desk import PasswordDesk, Recipe
from torimodosu.window.backup.encrypted_card import EncryptedCard
from torimodosu.window.backup.panel import BackupPanel
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.question import Question
from torimodosu.window.kit.text import Text
from torimodosu.window.kit.tokens import LIGHT, Tokens


def save_encrypted(owner: Owner, patch: pytest.MonkeyPatch, path: Path) -> None:
    save_to(patch, path)
    owner.press("Save a file")
    owner.type("backup-password-first", PASSWORD)
    owner.type("backup-password-again", PASSWORD)
    owner.press("Save the file")
    owner.wait_for_backup()


def test_a_file_with_a_password_brings_everything_back(
    owner: Owner, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "backup.kdbx"
    save_encrypted(owner, monkeypatch, path)
    assert owner.backups[0].form is BackupForm.ENCRYPTED_FILE
    assert owner.backups[0].accounts == tuple(one.id for one in owner.kept)
    assert read_export(path.read_bytes(), password=PASSWORD).accounts == ALL
    owner.wait_for("backup.kdbx is written")
    owner.press("Read it back")
    owner.bring(path)
    owner.wait_for("Its password opens it")
    for _ in range(2):
        owner.type("backup-password", "another password")
        owner.press("Open it")
        owner.wait_for("This password does not open it")
    assert owner.backups[0].restored_at is None
    (note,) = (
        one
        for one in owner.panel.findChildren(Text)
        if "does not open it" in one.text()
    )
    assert note.property("tone") == "attention"
    owner.type("backup-password", PASSWORD)
    owner.press("Open it")
    owner.wait_until_restored()
    owner.wait_for("This backup brings everything back")


def test_a_file_that_is_still_locked_is_not_said_to_lack_an_account(
    owner: Owner, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    save_encrypted(owner, monkeypatch, tmp_path / "backup.kdbx")
    some = write_encrypted(tmp_path / "some.kdbx", ALL[:1])
    owner.press("Read it back")
    owner.drill.reader.read_files([str(some)], PASSWORD)
    owner.wait_for("It is not in this file.")
    owner.bring(tmp_path / "backup.kdbx")
    owner.wait_for("Its password opens it")
    assert "It is not in this file." not in words_in(owner.panel)


def test_the_only_backup_is_read_back_as_soon_as_it_is_dropped(
    owner: Owner, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "backup.kdbx"
    path.write_text("nothing yet", "utf-8")
    owner.bring(path)
    owner.wait_for("Make a backup first.")
    save_encrypted(owner, monkeypatch, path)
    owner.bring(path)
    owner.wait_for("Its password opens it")
    owner.press("Leave it")
    save_encrypted(owner, monkeypatch, tmp_path / "second.kdbx")
    owner.wait(lambda: len(owner.backups) == 2)
    owner.bring(path)
    owner.wait_for("Press “Read it back” beside the backup that they are")


@pytest.mark.parametrize(
    ("first", "again", "why"),
    [
        ("", "", "Type a password first"),
        ("short", "short", "At least 12 characters"),
        (PASSWORD, PASSWORD + "x", "Type the same once more"),
    ],
)
def test_a_password_is_asked_for_twice_and_is_long_enough(
    owner: Owner, first: str, again: str, why: str
) -> None:
    owner.press("Save a file")
    owner.type("backup-password-first", first)
    owner.type("backup-password-again", again)
    (card,) = owner.panel.findChildren(EncryptedCard)
    assert not card.save_button.isEnabled()
    assert card.save_button.toolTip() == why
    owner.press("Leave it")
    assert owner.drill.maker.way is None


def test_a_suggested_password_is_shown_and_can_be_used(
    owner: Owner, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    save_to(monkeypatch, tmp_path / "backup.kdbx")
    owner.press("Save a file")
    (card,) = owner.panel.findChildren(EncryptedCard)
    owner.press("Suggest one")
    owner.wait(lambda: bool(card.field.text()))
    suggested = card.field.text()
    assert suggested.count("-") == 5
    assert card.field.displayText() == suggested
    assert card.suggested.accessibleName() == suggested
    assert card.suggested.isVisible()
    owner.press("Save the file")
    owner.wait_for_backup()
    raw = (tmp_path / "backup.kdbx").read_bytes()
    assert read_export(raw, password=suggested).accounts == ALL


@pytest.mark.logs
def test_without_the_list_of_words_one_types_a_password(
    qtbot: QtBot, look: Look, owner: Owner
) -> None:
    def missing() -> dict[str, list[str]]:
        raise FileNotFoundError

    lock = replace(owner.ports.lock, passphrase_words=missing)
    desk = PasswordDesk(owner.ports.jobs, lock)
    card = EncryptedCard(look, owner.drill.maker, desk)
    desk.setParent(card)
    qtbot.addWidget(card)
    with qtbot.waitSignal(desk.failed):
        desk.make(Recipe(language="ja", count=6), None)
    assert "No suggestion could be made" in words_in(card)


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_room_fits_a_narrow_page(owner: Owner, qtbot: QtBot, scale: float) -> None:
    look = Look(Tokens(colours=LIGHT, scale=scale))
    panel = BackupPanel(look, owner.drill, owner.case_file.snapshot)
    qtbot.addWidget(panel)
    for way in (None, BackupForm.ENCRYPTED_FILE, BackupForm.PHONE):
        if way is not None:
            owner.drill.maker.open(way)
        owner.wait(lambda: not owner.drill.maker.is_busy)
        assert panel.minimumSizeHint().width() <= 400 * scale


def test_what_was_typed_stays_while_something_else_is_read(owner: Owner) -> None:
    owner.press("Save a file")
    owner.type("backup-password-first", PASSWORD)
    owner.panel.show_snapshot(owner.case_file.snapshot)
    (card,) = owner.panel.findChildren(EncryptedCard)
    assert card.field.text() == PASSWORD


def test_without_an_account_there_is_no_backup(
    owner: Owner, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for kept in owner.kept:
        owner.authenticator.remove(kept)
    owner.wait(lambda: not owner.authenticator.accounts)
    save_to(monkeypatch, tmp_path / "sheet.pdf")
    for words in ("Save a file", "Show the codes", "Print it", "Save it as a PDF"):
        owner.press(words)
    assert not owner.drill.maker.is_busy
    assert owner.drill.maker.way is None


def test_to_read_one_back_leaves_what_was_begun(
    owner: Owner, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    save_encrypted(owner, monkeypatch, tmp_path / "backup.kdbx")
    owner.press("Save a file")
    owner.type("backup-password-first", PASSWORD)
    owner.press("Read it back")
    owner.press("Leave it")
    owner.press("Save a file")
    owner.type("backup-password-first", "")
    assert owner.drill.reader.attempt is None


def test_an_open_list_is_asked_about_first(
    owner: Owner, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "list.txt"
    save_to(monkeypatch, path)
    owner.press("Save a list")
    (question,) = owner.panel.window().findChildren(Question)
    question.buttons[0].click()
    assert not path.exists()
    owner.press("Save a list")
    question = owner.panel.window().findChildren(Question)[-1]
    question.buttons[1].click()
    assert owner.wait_for_backup().form is BackupForm.PLAIN_FILE
    assert path.read_bytes() == plain_list(ALL)
    owner.press("Read it back")
    owner.bring(path)
    owner.wait_until_restored()


def test_a_locked_keychain_is_told_and_can_be_tried_again(
    owner: Owner, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    owner.keychain.trouble = KeychainTrouble.LOCKED
    owner.press("Show the codes")
    owner.wait_for("The keychain is locked")
    owner.keychain.trouble = None
    save_encrypted(owner, monkeypatch, tmp_path / "backup.kdbx")
    owner.keychain.trouble = KeychainTrouble.LOCKED
    owner.press("Read it back")
    owner.bring(tmp_path / "backup.kdbx")
    owner.wait_for("Its password opens it")
    owner.type("backup-password", PASSWORD)
    owner.press("Open it")
    owner.wait_for("The keychain is locked")
    assert owner.backups[0].restored_at is None


def test_a_backup_of_what_is_no_longer_kept_proves_nothing(
    owner: Owner, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    save_encrypted(owner, monkeypatch, tmp_path / "backup.kdbx")
    for kept in owner.kept:
        owner.authenticator.remove(kept)
    owner.wait(lambda: not owner.authenticator.accounts)
    owner.press("Read it back")
    owner.drill.reader.read_files([str(tmp_path / "backup.kdbx")], PASSWORD)
    owner.wait_for("There is nothing to compare it with")
    assert owner.backups[0].restored_at is None


def test_no_secret_and_no_password_reaches_the_disk_or_the_log(
    owner: Owner,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    caplog.set_level("DEBUG")
    save_encrypted(owner, monkeypatch, tmp_path / "backup.kdbx")
    owner.press("Show the codes")
    owner.wait(lambda: bool(owner.drill.maker.codes))
    owner.press("Read it back")
    owner.drill.reader.read_files([str(tmp_path / "backup.kdbx")], PASSWORD)
    owner.wait_until_restored()
    written = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert {"backup.kdbx", "cases.sqlite"} <= {path.name for path in written}
    kept = b"".join(path.read_bytes() for path in written) + caplog.text.encode()
    for account in ALL:
        key = key_of(account.secret)
        for form in (account.secret, key.encode(), account.secret.hex().encode()):
            assert form not in kept
    assert PASSWORD.encode() not in kept
