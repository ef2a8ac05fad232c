"""With a real worker and a real server."""

import os
import signal
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QProcess
from pytestqt.qtbot import QtBot

from tests.adapters.network.imap.reading import mail
from tests.window.steps.provider.scene import PATIENCE, Scene
from torimodosu.window.jobs import JobRunner

if TYPE_CHECKING:
    from tests.dovecot import Dovecot


def fill_in(scene: Scene, dovecot: "Dovecot", password: str) -> None:
    account = dovecot.account
    scene.open()
    scene.type("address", account.user)
    scene.type("IMAP server", account.server.host)
    scene.type("Port", str(account.server.port))
    scene.field("mail-password").setText(password)


def test_mails_come_from_the_provider_into_the_archive(
    qtbot: QtBot, connected: Scene, dovecot: "Dovecot"
) -> None:
    scene = connected
    dovecot.deliver(mail(1, date="Fri, 13 Nov 2026 19:02:00 +0900"))
    dovecot.deliver(mail(2, date="Fri, 13 Nov 2026 20:00:00 +0900"), into="Junk")
    fill_in(scene, dovecot, "wrong-1")
    with qtbot.waitSignal(scene.intake.fetched, timeout=PATIENCE):
        scene.button("send").click()
    qtbot.waitUntil(lambda: "refused the password" in scene.said())
    assert "The server said: " in scene.said()
    scene.field("mail-password").setText(dovecot.account.password)
    intake = scene.intake
    with qtbot.waitSignals([intake.connected, intake.ended], timeout=PATIENCE):
        scene.button("send").click()
    assert scene.intake.result is not None
    assert scene.intake.result.intake.kept == 2
    scene.page.show_snapshot(scene.snapshot())
    said = scene.said()
    assert "2 mail(s) were added" in said
    assert "INBOX of hanako@mail.example" in said
    assert "whose search may miss some" in said
    assert "Look further back" not in said  # that is for files
    # It was right, and is forgotten.
    assert scene.field("mail-password").text() == ""
    assert [s.host for s in scene.snapshot().left_this_computer] == ["127.0.0.1"] * 2


@pytest.mark.logs
def test_what_came_before_the_worker_died_is_not_fetched_again(
    qtbot: QtBot, connected: Scene, working: JobRunner, dovecot: "Dovecot"
) -> None:
    scene, intake = connected, connected.intake
    day = "Fri, 13 Nov 2026 19:02:00 +0900"
    dovecot.deliver(*(mail(n, date=day, body=b"x" * 900) for n in range(300)))
    fill_in(scene, dovecot, dovecot.account.password)
    scene.button("send").click()
    # They are told of when they are in the store.
    qtbot.waitUntil(lambda: intake.kinds.total() > 0, timeout=PATIENCE)
    (process,) = working.findChildren(QProcess)
    os.kill(process.processId(), signal.SIGKILL)
    qtbot.waitUntil(lambda: not intake.is_running, timeout=PATIENCE)
    assert intake.error is not None
    assert "Reading stopped before the end" in scene.said()
    with qtbot.waitSignal(intake.ended, timeout=PATIENCE):
        scene.button("send").click()
    assert intake.result is not None
    report = intake.result.intake
    assert report.again >= 200
    assert report.kept + report.again == 300
    assert len({row.sha256 for row in scene.store.mails(scene.case).all()}) == 300
