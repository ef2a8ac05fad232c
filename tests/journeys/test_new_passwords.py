"""A password that holds, and no password twice: seen through to the proof."""

import json
import logging
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.leaks import leaks_in, leaks_of
from tests.window.scene import SaturdayEvening, opened, ports_on, undressed_after
from tests.window.seen import words_in
from torimodosu.adapters.store import Store
from torimodosu.bootstrap.program import worker_command
from torimodosu.recovery.passwords.queue import Standing
from torimodosu.recovery.plan.advice import StepState, state_of
from torimodosu.recovery.plan.steps import Step
from torimodosu.window.appearance import Appearance, Language
from torimodosu.window.frame import Frame
from torimodosu.window.jobs import JobRunner
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.question import Question
from torimodosu.window.password_entry import PasswordEntry

if TYPE_CHECKING:
    from tests.secret_service import SecretService

PATIENCE = 120_000
WEBKIT_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)
SHARED, RENEWED = "Hanabi2016", "Yv7-tukimi!Oboro=89kawa"
FORUM, BANK = "Hanabi2016!", "Rq7-tukimi-Oboro-89-kawa"
SECRETS = {name: name.encode() for name in (SHARED, RENEWED, FORUM, BANK)}
EXPORT = """name,url,username,password,note
mail,https://mail.google.com/,taro@example.jp,{mail},
shop,https://www.amazon.co.jp/,taro@example.jp,Hanabi2016,
forum,https://forum.example.net/,taro,Hanabi2016!,
bank,https://bank.example.org/,0012345,Rq7-tukimi-Oboro-89-kawa,
"""


class Person:
    """Who sits before the window."""

    def __init__(self, frame: Frame, qtbot: QtBot) -> None:
        self.frame, self._qtbot = frame, qtbot

    def go_to(self, step: Step) -> None:
        self.frame.navigation.go_to(step)

    def read(self) -> str:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        return words_in(self.frame.navigation.page)

    def wait(self, condition: Callable[[], object]) -> None:
        self._qtbot.waitUntil(lambda: bool(condition()), timeout=PATIENCE)

    def field(self) -> str:
        self.read()
        fields = self.frame.navigation.page.findChildren(PasswordEntry)
        return fields[0].text() if fields else ""

    def press(self, words: str) -> None:
        self.read()
        page = self.frame.navigation.page
        buttons = [one for one in page.findChildren(Button) if one.isVisible()]
        (button,) = (one for one in buttons if one.accessibleName() == words)
        button.click()

    def press_primary(self) -> None:
        primary = self.frame.bar.primary
        assert primary is not None
        self.wait(primary.isEnabled)
        primary.click()

    def state(self, step: Step) -> StepState:
        return state_of(step, self.frame.case_file.snapshot)

    def drop(self, path: Path) -> None:
        """Drop an export, and wait until it was looked through."""
        before = self.frame.case_file.snapshot.password_queue
        assert self.frame.navigation.take_files((str(path),))
        self.wait(
            lambda: self.frame.case_file.snapshot.password_queue not in (None, before)
        )

    def standings(self) -> dict[str, Standing]:
        queue = self.frame.case_file.snapshot.password_queue
        assert queue is not None
        return {entry.site: entry.standing for entry in queue.entries}


@pytest.fixture
def person(
    qapp: QApplication, qtbot: QtBot, practice: Store, secret_service: "SecretService"
) -> Iterator[Person]:
    """Open the window on the practice incident, on a computer with a keychain."""
    del secret_service
    with undressed_after(qapp):
        jobs = JobRunner(worker=worker_command(practice.path.parent))
        appearance = Appearance(qapp, practice)
        appearance.choose_language(Language.ENGLISH)
        ports = ports_on(practice, jobs=jobs, clock=SaturdayEvening())
        with opened(ports, appearance) as frame:
            yield Person(frame, qtbot)
            jobs.shut_down()


def save_in_browsers(practice: Store) -> None:
    """Let both browsers keep the new password of the shop, as they do if one agrees."""
    home = practice.practice_folder / "files" / "home"
    now = SaturdayEvening().now() + timedelta(minutes=3)
    (chromium,) = home.rglob("Login Data")
    stamp = (now - WEBKIT_EPOCH) // timedelta(microseconds=1)
    with closing(sqlite3.connect(chromium)) as connection:
        connection.execute("UPDATE logins SET date_password_modified = ?", [stamp])
        connection.commit()
    (firefox,) = home.rglob("logins.json")
    kept = json.loads(firefox.read_text("utf-8"))
    for login in kept["logins"]:
        login["timePasswordChanged"] = int(now.timestamp() * 1000)
    firefox.write_text(json.dumps(kept), "utf-8")


def test_a_new_password_is_proven_by_the_date_of_the_saved_login(
    person: Person, practice: Store
) -> None:
    person.go_to(Step.PASSWORD)
    person.wait(lambda: "Very strong" in person.read())
    made = person.field()
    person.press("Copy")
    assert QApplication.clipboard().text() == made
    person.press_primary()
    person.wait(lambda: "still has the old one" in person.frame.navigation.page.name)
    assert person.state(Step.PASSWORD) is StepState.SAID
    save_in_browsers(practice)
    again = person.frame.bar.secondary
    assert again is not None
    person.wait(again.isEnabled)
    again.click()
    person.wait(lambda: person.state(Step.PASSWORD) is StepState.PROVEN)
    assert person.frame.navigation.page.name == "The new password is in place"
    assert list(leaks_in(practice.path.parent, {"it": made.encode()})) == []


def test_the_way_out_of_reuse_is_proven_by_the_next_export(
    person: Person, practice: Store, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    export = tmp_path / "Chrome Passwords.csv"
    export.write_text(EXPORT.format(mail=SHARED), "utf-8")
    person.go_to(Step.REUSE)
    person.drop(export)
    person.wait(lambda: "In this order" in person.read())
    assert [*person.standings()][:2] == ["google.com", "amazon.co.jp"]
    person.press("Delete it")
    (question,) = person.frame.navigation.page.findChildren(Question)
    question.buttons[1].click()
    person.wait(lambda: "The export is deleted" in person.read())
    assert not export.exists()
    person.wait(person.field)
    person.press("I changed it")
    person.wait(lambda: person.standings()["google.com"] is Standing.SAID)
    export.write_text(EXPORT.format(mail=RENEWED), "utf-8")
    person.drop(export)
    assert person.standings()["google.com"] is Standing.PROVEN
    assert person.standings()["amazon.co.jp"] is Standing.OPEN
    export.unlink()
    case = person.frame.case_file.case
    assert case is not None
    journal = [entry.text for entry in practice.entries(case)]
    told = "\n".join([caplog.text, *journal, repr(person.frame.case_file.snapshot)])
    assert list(leaks_of(told.encode(), SECRETS)) == []
    assert list(leaks_in(tmp_path, SECRETS)) == []
