from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.window.scene import SaturdayEvening
from tests.window.seen import words_in
from torimodosu.bootstrap.crashes import WINDOW_CRASH
from torimodosu.bootstrap.log import WINDOW_LOG, Logs, note_crash_of_window
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.look import Look
from torimodosu.window.steps.log.page import LogPage

NOTHING = Snapshot(at=SaturdayEvening().now())
LINE = "2026-11-21T21:06:00+09:00 WARNING window.jobs.heavy: the worker crashed\n"


@pytest.fixture
def page(qtbot: QtBot, look: Look, tmp_path: Path) -> LogPage:
    page = LogPage(look, NOTHING, log=Logs(tmp_path))
    qtbot.addWidget(page)
    page.rebuild()
    return page


def press(page: LogPage, words: str) -> None:
    buttons = page.findChildren(Button)
    next(b for b in buttons if b.accessibleName() == words).click()


def test_without_a_line_it_says_what_will_stand_here(page: LogPage) -> None:
    assert "Nothing is noted" in words_in(page)
    assert page.findChildren(Button) == []


def test_the_lines_can_be_read_copied_and_deleted(
    page: LogPage, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / WINDOW_LOG).write_text(LINE, "utf-8")
    page.rebuild()
    assert LINE.strip() in words_in(page)
    assert "Passwords, codes, mail addresses" in words_in(page)
    press(page, "Copy the lines")
    assert QGuiApplication.clipboard().text() == LINE
    assert "The lines are copied" in words_in(page)
    press(page, "Delete the lines")
    assert list(tmp_path.iterdir()) == []
    qtbot.waitUntil(lambda: "Nothing is noted" in words_in(page))


def test_a_program_that_ended_all_at_once_is_mentioned(
    page: LogPage, tmp_path: Path
) -> None:
    (tmp_path / WINDOW_LOG).write_text(LINE, "utf-8")
    page.rebuild()
    assert "ended all at once" not in words_in(page)
    crash = tmp_path / WINDOW_CRASH
    crash.write_text("Fatal Python error: Aborted\n", "utf-8")
    note_crash_of_window(crash)
    page.rebuild()
    assert "ended all at once" in words_in(page)
    assert "CRITICAL window-crash: native code failed: Aborted" in words_in(page)


def test_a_log_that_cannot_be_read_is_told(page: LogPage, tmp_path: Path) -> None:
    (tmp_path / WINDOW_LOG).mkdir()
    page.rebuild()
    assert "The log cannot be read" in words_in(page)


class Stuck:
    """A log on a disk that takes no change."""

    def text(self) -> str:
        return LINE

    def tells_of_crash(self) -> bool:
        return False

    def delete(self) -> None:
        raise PermissionError


def test_lines_that_cannot_be_deleted_are_told(qtbot: QtBot, look: Look) -> None:
    page = LogPage(look, NOTHING, log=Stuck())
    qtbot.addWidget(page)
    page.rebuild()
    press(page, "Delete the lines")
    assert "The lines could not be deleted" in words_in(page)
