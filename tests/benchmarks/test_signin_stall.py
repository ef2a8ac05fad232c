"""How long the real window does not listen while it looks at twelve browsers.

The heart of the event loop beats every 2 ms from the press of the button to the moment
at which the finding stands in the title. Making the page anew for it is a change that
the person sees, and is told apart, as in `test_intake_stall`.
"""

from pathlib import Path
from statistics import median

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.benchmarks.browser_home import RESET, generate
from tests.benchmarks.heart import Heart
from tests.benchmarks.pairs import say
from tests.browsers.watched import HOME, PATIENCE, SAVED, SENT, Watched, watched

# What a hand on the mouse begins to feel; see `test_event_loop`.
LONGEST = 50.0


def test_signin_stall(
    tmp_path: Path, qtbot: QtBot, qapp: QApplication, *, long_form: bool
) -> None:
    logins, cookies, rounds = (150, 2_000, 7) if long_form else (5, 20, 1)
    truth = generate(tmp_path / HOME, logins=logins, cookies=cookies)
    with watched(qtbot, qapp, tmp_path) as me:
        me.tell_reset(RESET)
        me.look_again()
        me.wait_for(SAVED, SENT)
        pairs = [look(qtbot, me) for _ in range(rounds)]
    looking, showing = zip(*pairs, strict=True)
    kept = median(looking) <= LONGEST
    say(
        f"{'ok  ' if kept else 'OVER'} sign-in scan, {len(truth.stale)} stale entries:"
        f" longest gap {median(looking):.0f} ms (limit {LONGEST:g}), median of"
        f" {rounds}; {min(looking):.0f} to {max(looking):.0f} ms; showing what was"
        f" found {median(showing):.0f} ms"
    )
    assert kept or not long_form


def look(qtbot: QtBot, me: Watched) -> tuple[float, float]:
    """Look once; return the longest gap until it has ended, and that of showing it."""
    heart = Heart()
    beats: list[int] = []

    def note(*_news: object) -> None:
        beats.append(len(heart.gaps))

    me.look_ended.connect(note)
    me.look_again()
    qtbot.waitUntil(lambda: bool(beats), timeout=PATIENCE)
    me.look_ended.disconnect(note)
    me.news.connect(note)
    qtbot.waitUntil(lambda: len(beats) > 1 and len(heart.gaps) > beats[-1] + 5)
    me.news.disconnect(note)
    heart.deleteLater()
    return max(heart.gaps[: beats[0]]), max(heart.gaps[beats[0] :])
