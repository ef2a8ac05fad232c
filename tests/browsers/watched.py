"""The window of the program, open beside a real browser on the same home folder."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.window.scene import opened, ports_on, undressed_after
from torimodosu.adapters.clock import SystemClock
from torimodosu.adapters.store import Store
from torimodosu.bootstrap.program import worker_command
from torimodosu.recovery.case.case import Answers, Case, MailPlace, SignIn
from torimodosu.recovery.plan.steps import Step
from torimodosu.window.appearance import Appearance, Language
from torimodosu.window.frame import Frame
from torimodosu.window.jobs import JobRunner

HOME = "home"
SAVED = "Found: an old password is still saved"
SENT = "Found it: an old password is being sent"
FIXED = "Fixed: no old password is left"
PATIENCE = 120_000


class Watched:
    """A person in front of the window, at the page about the sign-in."""

    def __init__(self, qtbot: QtBot, frame: Frame, store: Store) -> None:
        self._qtbot = qtbot
        self._frame = frame
        self._store = store
        self.look_ended = frame.book.login_scan.ended
        self.news = frame.case_file.changed
        frame.navigation.go_to(Step.SIGN_IN)

    @property
    def title(self) -> str:
        """What the page says in one line."""
        return self._frame.navigation.page.name

    def wait_for(self, *titles: str) -> None:
        """Let the window do its work until the page says one of *titles*."""

        def says_so() -> None:
            assert self.title in titles

        self._qtbot.waitUntil(says_so, timeout=PATIENCE)

    def tell_reset(self, moment: datetime) -> None:
        """Say when the password was reset."""
        case_file = self._frame.case_file

        def correct(case: Case, at: datetime) -> None:
            self._store.correct_reset(case, moment, at=at)

        case_file.keep(correct)
        self._wait(lambda: case_file.snapshot.reset_said == moment)

    def look(self) -> None:
        """Press the one button: look at the browsers."""
        button = self._frame.bar.primary
        assert button is not None
        self._wait(button.isEnabled)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def look_again(self) -> None:
        """Have the browsers looked at, even where the page sees no need to."""
        case = self._frame.case_file.case
        assert case is not None
        self._frame.book.login_scan.start(case)

    def _wait(self, until: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(until, timeout=PATIENCE)


@contextmanager
def watched(qtbot: QtBot, app: QApplication, data: Path) -> Iterator[Watched]:
    """Open the program on the folder *data*, and on the browsers in its `HOME`."""
    with on_its_own(app, data) as (frame, store):
        yield Watched(qtbot, frame, store)


@contextmanager
def on_its_own(app: QApplication, data: Path) -> Iterator[tuple[Frame, Store]]:
    """Open the program in English on a new case in *data*, with a worker of its own."""
    store = Store.at(data / "cases.sqlite")
    _open_case(store)
    with pytest.MonkeyPatch.context() as patch, undressed_after(app):
        patch.setenv("HOME", str(data / HOME))
        patch.delenv("XDG_CONFIG_HOME", raising=False)
        jobs = JobRunner(worker=worker_command(data))
        appearance = Appearance(app, store)
        appearance.choose_language(Language.ENGLISH)
        ports = ports_on(store, jobs=jobs, clock=SystemClock())
        with opened(ports, appearance) as frame:
            try:
                yield frame, store
            finally:
                jobs.shut_down()
        shiboken6.delete(appearance)


def _open_case(store: Store) -> None:
    at = datetime.now(UTC).astimezone()
    answers = Answers(
        service="amazon.co.jp",
        noticed=at.date(),
        sign_in=SignIn.NO,
        mail_place=MailPlace.FILES,
    )
    store.open(answers, at=at, is_practice=False)
