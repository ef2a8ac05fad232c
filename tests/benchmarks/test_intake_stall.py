"""How long the real window does not listen while it takes in a large mailbox.

The heart of the event loop beats every 2 ms from the drop to the end of the intake;
meanwhile the person scrolls through the page with the progress. That this page takes
the place of the one with the drop zone, and what was found the place of the progress,
is a change that the person sees and is told apart. The limits are those
of `test_event_loop`, whose window has a table that fills with every mail and is drawn
anew with every frame: more than any page of the program does.
"""

import tempfile
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from tests.benchmarks.heart import Heart
from tests.benchmarks.made_up_mail import write_mbox
from tests.benchmarks.pairs import say
from tests.benchmarks.test_event_loop import FRAME, LONGEST, P99
from tests.browsers.watched import on_its_own
from torimodosu.adapters.practice_writer import write_practice
from torimodosu.recovery.plan.steps import Step
from torimodosu.recovery.practice.incident import practice_files
from torimodosu.window.frame import Frame
from torimodosu.window.steps.read_mail.page import ReadMailPage

MILLISECONDS_TO_SETTLE = 1500
PATIENCE = 300_000
STEP = 7


class Scroller(QObject):
    """Moves all that can be moved on the page, a little with every frame."""

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self._frame = frame
        timer = QTimer(self, interval=round(FRAME))
        timer.timeout.connect(self._move)
        timer.start()

    def _move(self) -> None:
        for area in self._frame.findChildren(QScrollArea):
            bar = area.verticalScrollBar()
            bar.setValue((bar.value() + STEP) % max(1, bar.maximum()))


def test_intake_stall(
    tmp_path: Path, qtbot: QtBot, qapp: QApplication, *, long_form: bool
) -> None:
    size = 2_000_000_000 if long_form else 20_000_000
    # Not kept for looking at, as pytest would: it is several gigabytes.
    with tempfile.TemporaryDirectory(dir=tmp_path) as name:
        mbox, incident = Path(name, "mail.mbox"), Path(name, "incident")
        truth = write_mbox(mbox, size=size)
        write_practice(incident, practice_files())
        with on_its_own(qapp, tmp_path) as (frame, _store):
            first, gaps, last = take_in(qtbot, frame, (mbox, incident))
    p99 = gaps[len(gaps) * 99 // 100]
    kept = p99 <= P99 and gaps[-1] <= LONGEST
    say(
        f"{'ok  ' if kept else 'OVER'} real window, taking in {truth.messages} mails:"
        f" p99 {p99:.1f} ms (limit {P99:g}), longest {gaps[-1]:.0f} ms (limit"
        f" {LONGEST:g}), {sum(gap > FRAME for gap in gaps)} of {len(gaps)} over a"
        f" frame; showing progress {first:.0f} ms, what was found {last:.0f} ms"
    )
    assert kept or not long_form


def take_in(
    qtbot: QtBot, frame: Frame, sources: tuple[Path, ...]
) -> tuple[float, list[float], float]:
    """Drop *sources*; return the gaps until all is in, apart from both changes."""
    frame.navigation.go_to(Step.READ_MAIL)
    page = frame.navigation.page
    assert isinstance(page, ReadMailPage)
    qtbot.wait(MILLISECONDS_TO_SETTLE)
    intake = frame.book.intake
    heart, scroller = Heart(), Scroller(frame)
    gaps: list[float] = []
    intake.ended.connect(lambda _result: gaps.extend(heart.gaps))
    assert frame.navigation.take_files(tuple(map(str, sources)))
    heart.gaps.clear()
    qtbot.waitUntil(lambda: bool(gaps), timeout=PATIENCE)
    before = len(heart.gaps)
    qtbot.waitUntil(lambda: len(heart.gaps) > before + 5, timeout=PATIENCE)
    for part in (heart, scroller):
        part.deleteLater()
    assert sum(intake.kinds.values())
    return gaps[0], sorted(gaps[1:]), max(heart.gaps[len(gaps) :])
