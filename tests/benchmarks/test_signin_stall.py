"""How long the real window does not listen while it looks at twelve browsers.

The heart of the event loop beats every 2 ms from the press of the button to the moment
at which the finding stands in the title, so that making the page anew counts, too.
"""

import time
from pathlib import Path
from statistics import median

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.benchmarks.browser_home import RESET, generate
from tests.benchmarks.pairs import say
from tests.browsers.watched import HOME, SAVED, SENT, watched

BEAT = 2
# What a hand on the mouse begins to feel; see `test_event_loop`.
LONGEST = 50.0


class Heart(QObject):
    """Feels how long the event loop takes from beat to beat, in milliseconds."""

    def __init__(self) -> None:
        super().__init__()
        self.gaps: list[float] = []
        self._last = time.perf_counter()
        timer = QTimer(self, interval=BEAT, timerType=Qt.TimerType.PreciseTimer)
        timer.timeout.connect(self._feel)
        timer.start()

    def _feel(self) -> None:
        now = time.perf_counter()
        self.gaps.append((now - self._last) * 1000)
        self._last = now


def test_signin_stall(
    tmp_path: Path, qtbot: QtBot, qapp: QApplication, *, long_form: bool
) -> None:
    logins, cookies, rounds = (150, 2_000, 7) if long_form else (5, 20, 1)
    truth = generate(tmp_path / HOME, logins=logins, cookies=cookies)
    with watched(qtbot, qapp, tmp_path) as me:
        me.tell_reset(RESET)
        me.look_again()
        me.wait_for(SAVED, SENT)
        hearts = []
        for _ in range(rounds):
            ended = me.looks_ended
            hearts.append(heart := Heart())
            me.look_again()
            me.wait_for_look(ended + 1)
            heart.deleteLater()
    longest = [max(heart.gaps) for heart in hearts]
    kept = median(longest) <= LONGEST
    say(
        f"{'ok  ' if kept else 'OVER'} sign-in scan, {len(truth.stale)} stale entries:"
        f" longest gap {median(longest):.0f} ms (limit {LONGEST:g}), median of"
        f" {rounds}; {min(longest):.0f} to {max(longest):.0f} ms"
    )
    assert all(heart.gaps for heart in hearts)
    assert kept or not long_form
