"""What the person says is done in their order, and done in any case."""

from collections.abc import Callable
from functools import partial
from threading import Event

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from torimodosu.recovery.progress import Progress
from torimodosu.window.jobs import Job, JobRunner, Line

MANY = range(20)
A_MOMENT = 0.01  # seconds, in which others could overtake


class Listener(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.told: list[int] = []
        self.errors: list[Exception] = []

    def hear(self, number: int) -> None:
        self.told.append(number)

    def fail(self, error: Exception) -> None:
        self.errors.append(error)

    def say_all(self, jobs: JobRunner, work: Callable[[int, Progress], int]) -> None:
        line = Line()
        for number in MANY:
            jobs.run(
                partial(work, number),
                on_done=self.hear,
                on_failed=self.fail,
                line=line,
            )


class Book:
    """Writes numbers down, and takes longer for each other one."""

    def __init__(self) -> None:
        self.written: list[int] = []

    def write(self, number: int, _progress: Progress) -> int:
        if number % 2 == 0:
            Event().wait(A_MOMENT)
        self.written.append(number)
        return number


def test_nothing_overtakes_what_came_before(qtbot: QtBot, jobs: JobRunner) -> None:
    listener, book = Listener(), Book()
    listener.say_all(jobs, book.write)
    qtbot.waitUntil(lambda: not jobs.findChildren(Job))
    assert book.written == listener.told == list(MANY)


def test_all_is_done_before_the_program_ends(jobs: JobRunner) -> None:
    listener, book = Listener(), Book()
    listener.say_all(jobs, book.write)
    jobs.shut_down()
    assert book.written == list(MANY)
    assert listener.told == []


def test_all_is_done_when_the_page_is_gone(qtbot: QtBot, jobs: JobRunner) -> None:
    listener, book = Listener(), Book()
    listener.say_all(jobs, book.write)
    delete(listener)
    qtbot.waitUntil(lambda: not jobs.findChildren(Job))
    assert book.written == list(MANY)
