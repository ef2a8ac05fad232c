"""Bringing exports: reading them in the real worker, and getting rid of them."""

from dataclasses import replace
from hashlib import sha1
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from tests.window.steps.reuse.acting import (
    MAILBOX,
    SHARED,
    export_in,
    listed,
    press,
    queue_of,
    said,
)
from tests.window.steps.reuse.conftest import World
from torimodosu.adapters.store import Store
from torimodosu.recovery.passwords.exports.outcome import ExportTrouble
from torimodosu.recovery.plan.audit_task import (
    AuditPasswords,
    ExportSeen,
    PasswordsAudited,
)
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.window.activities.password_audit import PasswordAudit
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.question import Question
from torimodosu.window.steps.reuse.page import ReusePage

PATIENCE = 120_000


def bring(qtbot: QtBot, page: ReusePage, *paths: Path) -> str:
    """Drop files, wait for what comes of them, and return what is read then."""
    page.take_files([str(path) for path in paths])
    assert "Looking through your passwords" in said(page)
    qtbot.waitUntil(
        lambda: "Looking through your passwords" not in said(page),
        timeout=PATIENCE,
    )
    return said(page)


def show_result(page: ReusePage, snapshot: Snapshot, *seen: ExportSeen) -> str:
    """Show what came of exports, without reading any."""
    audit = page._tools.audit  # noqa: SLF001 -- what the job would leave
    audit.result = PasswordsAudited(files=seen, queue=None)
    page.show_snapshot(snapshot)
    return said(page)


def answer(qtbot: QtBot, page: ReusePage, number: int) -> None:
    (question,) = page.findChildren(Question)
    question.buttons[number].click()
    qtbot.waitUntil(lambda: not page.findChildren(Question))


def test_an_export_becomes_a_queue_and_leaves_no_password_behind(
    qtbot: QtBot, page: ReusePage, practice: Store, tmp_path: Path
) -> None:
    words = bring(qtbot, page, export_in(tmp_path))
    assert "4 password" in page.heading().why
    assert [row[0] for row in listed(page)][:2] == ["google.com", "amazon.co.jp"]
    assert "The same password, or nearly the same, at 3 place" in words
    kept = practice.path.parent
    for path in kept.rglob("*"):
        assert not path.is_file() or SHARED.encode() not in path.read_bytes()


def test_the_export_is_deleted_once_the_person_says_so(
    qtbot: QtBot, page: ReusePage, tmp_path: Path
) -> None:
    export = export_in(tmp_path)
    words = bring(qtbot, page, export)
    assert "The export holds every password. Delete it now" in words
    press(page, "Delete it")
    answer(qtbot, page, 0)
    assert export.exists()
    press(page, "Delete it")
    answer(qtbot, page, 1)
    qtbot.waitUntil(lambda: "The export is deleted" in said(page))
    assert not export.exists()
    assert "On an SSD" in said(page)


def test_what_cannot_be_deleted_is_said(
    qtbot: QtBot, page: ReusePage, world: World, tmp_path: Path
) -> None:
    world.can_delete = False
    bring(qtbot, page, export_in(tmp_path))
    press(page, "Delete it")
    answer(qtbot, page, 1)
    qtbot.waitUntil(lambda: "It could not be deleted" in said(page))


def test_a_database_of_passwords_is_never_offered_for_deletion(
    page: ReusePage, snapshot: Snapshot
) -> None:
    snapshot = replace(snapshot, password_queue=queue_of(MAILBOX))
    database = ExportSeen(path="/home/taro/passwords.kdbx", form="keepass", logins=9)
    assert "Delete it" not in show_result(page, snapshot, database)
    export = ExportSeen(path="/home/taro/chrome.csv", form="chrome", logins=9)
    words = show_result(page, snapshot, database, export)
    assert "Nothing here needs it any more: chrome.csv" in words


def test_each_export_that_was_not_read_says_why(
    qtbot: QtBot, page: ReusePage, tmp_path: Path
) -> None:
    wrong = tmp_path / "notes.csv"
    wrong.write_text("a,b\n1,2\n", "utf-8")
    words = bring(qtbot, page, export_in(tmp_path), wrong)
    assert "notes.csv" in words
    assert "no export of passwords that we know" in words
    assert [row[0] for row in listed(page)]


@pytest.mark.parametrize("trouble", ExportTrouble)
def test_every_trouble_has_its_words_and_only_locked_ones_ask_for_a_key(
    page: ReusePage, snapshot: Snapshot, trouble: ExportTrouble
) -> None:
    words = show_result(page, snapshot, ExportSeen(path="/x/vault", trouble=trouble))
    asks = trouble in (ExportTrouble.NEEDS_KEY, ExportTrouble.WRONG_KEY)
    assert "vault" in words
    assert ("Password of the export" in words) == asks


def test_the_key_of_an_export_is_taken_and_not_kept(
    qtbot: QtBot, page: ReusePage, snapshot: Snapshot, tmp_path: Path
) -> None:
    export = export_in(tmp_path)
    bring(qtbot, page, export)
    locked = ExportSeen(path=str(export), trouble=ExportTrouble.NEEDS_KEY)
    show_result(page, snapshot, locked)
    (key,) = page.findChildren(QLineEdit, "key")
    assert key.echoMode() is QLineEdit.EchoMode.Password
    key.setText("open sesame")
    press(page, "Read it")
    qtbot.waitUntil(lambda: "In this order" in said(page), timeout=PATIENCE)
    assert "Password of the export" not in said(page)
    assert "open sesame" not in repr(page._tools.audit.request)  # noqa: SLF001


def test_a_way_to_an_export_is_shown_for_each_browser(page: ReusePage) -> None:
    assert "chrome://password-manager/settings" not in said(page)
    press(page, "Google Chrome")
    assert "chrome://password-manager/settings" in said(page)


def test_nothing_is_read_without_a_case(page: ReusePage, snapshot: Snapshot) -> None:
    page.show_snapshot(replace(snapshot, case=None))
    page.take_files(["/nowhere.csv"])
    assert "Answer the five questions first" in said(page)


def test_a_computer_without_a_keychain_promises_no_proof(
    page: ReusePage, snapshot: Snapshot
) -> None:
    queue = replace(queue_of(MAILBOX), is_keyed=False)
    page.show_snapshot(replace(snapshot, password_queue=queue))
    assert "Without a keychain on this computer" in said(page)


def test_what_is_sent_is_said_before_and_the_host_is_named(
    page: ReusePage, snapshot: Snapshot
) -> None:
    snapshot = replace(snapshot, password_queue=queue_of(MAILBOX))
    page.show_snapshot(snapshot)
    words = said(page)
    assert "Ask api.pwnedpasswords.com" in words
    assert "the first five characters of the hash of each password" in words
    (ask,) = (
        one
        for one in page.findChildren(Button)
        if one.accessibleName() == "Ask api.pwnedpasswords.com"
    )
    # The passwords are gone with the audit: only the export can be asked about.
    assert not ask.isEnabled()
    assert ask.toolTip() == "Bring the export once more"


@pytest.mark.parametrize(
    ("trouble", "words"),
    [
        ({"is_leaked_unread": True}, "It must be ordered by hash"),
        ({"is_online_unread": True}, "api.pwnedpasswords.com stopped answering"),
    ],
)
def test_a_list_that_was_not_read_is_said(
    page: ReusePage, snapshot: Snapshot, trouble: dict[str, bool], words: str
) -> None:
    audit = page._tools.audit  # noqa: SLF001 -- what the job would leave
    audit.result = PasswordsAudited(files=(), queue=None, **trouble)
    page.show_snapshot(snapshot)
    assert words in said(page)


def test_the_same_export_is_compared_with_a_list_of_the_person(
    qtbot: QtBot, page: ReusePage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bring(qtbot, page, export_in(tmp_path))
    digest = sha1(SHARED.encode(), usedforsecurity=False).hexdigest().upper()
    listed_in = tmp_path / "pwned-passwords.txt"
    listed_in.write_text(f"{digest}:12\r\n", "ascii")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(listed_in), ""))
    press(page, "Compare with my own list")
    qtbot.waitUntil(lambda: "Your own list of leaks" in said(page), timeout=PATIENCE)
    assert "known from leaks" in listed(page)[0][3]


def test_the_service_is_asked_about_the_same_export(
    qtbot: QtBot, page: ReusePage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    export = export_in(tmp_path)
    bring(qtbot, page, export)
    asked: list[AuditPasswords] = []
    # What is asked over the network is tried where there is a server to answer.
    monkeypatch.setattr(
        PasswordAudit, "start", lambda _, request: asked.append(request)
    )
    press(page, "Ask api.pwnedpasswords.com")
    (request,) = asked
    assert request.online == "api.pwnedpasswords.com"
    assert request.files == (str(export),)
