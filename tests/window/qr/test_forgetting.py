"""Leaving while a code is sought."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from threading import Event

import pytest
import shiboken6
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from tests.window.qr.codes import SHOP
from torimodosu.bootstrap.sight import open_sight
from torimodosu.window.jobs import Job, JobRunner
from torimodosu.window.kit.look import Look
from torimodosu.window.qr.capture import QrCapture
from torimodosu.window.qr.outcome import Outcome
from torimodosu.window.qr.panel import QrPanel

PATIENCE = 120_000


@dataclass(slots=True, kw_only=True)
class SlowEye:
    """Sees the code of the shop everywhere, once it may; notes what was taken."""

    jobs: JobRunner
    taken: list[object] = field(default_factory=list)
    looks: Event = field(default_factory=Event)
    may_see: Event = field(default_factory=Event)

    def see(self, image: QImage) -> Sequence[str]:
        del image
        self.looks.set()
        self.may_see.wait()
        return (SHOP,)

    def see_at_last(self, qtbot: QtBot) -> None:
        self.may_see.set()
        qtbot.waitUntil(lambda: not self.jobs.findChildren(Job), timeout=PATIENCE)


@pytest.fixture
def eye(jobs: JobRunner) -> SlowEye:
    return SlowEye(jobs=jobs)


@pytest.fixture
def capture(look: Look, eye: SlowEye) -> Iterator[QrCapture]:
    sight = replace(open_sight(), codes_at_a_glance=eye.see, codes_in_image=eye.see)
    capture = QrCapture(look, eye.jobs, sight)
    capture.taken.connect(eye.taken.append)
    yield capture
    eye.may_see.set()
    eye.jobs.shut_down()
    shiboken6.delete(capture)


@pytest.mark.usefixtures("panel")
@pytest.mark.parametrize("leave", ["forget", "stop"])
def test_what_the_screen_shows_is_not_taken_once_the_person_left(
    qtbot: QtBot, capture: QrCapture, eye: SlowEye, leave: str
) -> None:
    capture.from_screen()
    assert eye.looks.wait(PATIENCE)
    getattr(capture, leave)()
    assert not capture.is_busy
    eye.see_at_last(qtbot)
    assert eye.taken == []
    assert capture.outcome == Outcome()
    assert not capture.is_aside


def test_a_picture_that_is_read_is_not_taken_once_it_was_stopped(
    qtbot: QtBot, capture: QrCapture, eye: SlowEye
) -> None:
    capture.from_image(QImage(8, 8, QImage.Format.Format_RGB32))
    assert eye.looks.wait(PATIENCE)
    capture.stop()
    eye.see_at_last(qtbot)
    assert eye.taken == []


def test_our_window_is_back_at_once_when_all_is_forgotten(
    panel: QrPanel, capture: QrCapture
) -> None:
    seen = []
    capture.from_region()
    seen.append((capture.is_aside, panel.isVisible()))
    capture.forget()
    seen.append((capture.is_aside, panel.isVisible()))
    assert seen == [(True, False), (False, True)]
