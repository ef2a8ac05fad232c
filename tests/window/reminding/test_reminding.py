"""The window's part of telling: real processes look what is due, a person answers."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess
from pytestqt.qtbot import QtBot

from tests.contracts.cases import SHOP
from tests.fakes.clock import FRIDAY_NIGHT
from tests.fakes.moving_clock import MovingClock
from tests.fakes.notices import FakeNotices
from tests.warm_worker import Command
from torimodosu.adapters.store import Store
from torimodosu.bootstrap.program import REMINDER_WORKER
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.reminders.notices import Answer
from torimodosu.recovery.reminders.reminder import Said
from torimodosu.recovery.reminders.tidings import Tidings
from torimodosu.window.jobs import JobRunner
from torimodosu.window.kit.look import Look
from torimodosu.window.reminding.reminding import Reminding
from torimodosu.window.tray import Tray

# Real processes look at the real clock: what is due is so since then.
LONG_AGO = FRIDAY_NIGHT.replace(year=2020)


class Scene:
    """Reminders of a real store, told on a desktop in memory."""

    def __init__(self, folder: Path, look: Look, worker: Sequence[str]) -> None:
        self.store = Store.at(folder / "cases.sqlite")
        # Noon, whenever this runs: with midnight another day begins.
        today = datetime.now(UTC).astimezone()
        self.clock = MovingClock(today.replace(hour=12, minute=0))
        self.notices = FakeNotices()
        self.tray = Tray(look)
        self.jobs = JobRunner(worker=worker)
        self.stamp = 0
        self.reminding = Reminding(
            clock=self.clock,
            jobs=self.jobs,
            notices=self.notices,
            tray=self.tray,
            stamp=lambda: self.stamp,
        )
        self.opened: list[tuple[Tidings, str]] = []
        self.reminding.open_asked.connect(self._note)

    def make_due(self) -> Case:
        # Noticed today: nothing else is due yet.
        answers = replace(SHOP, noticed=self.clock.now().date())
        case = self.store.open(answers, at=LONG_AGO, is_practice=False)
        self.store.keep_retry(case, LONG_AGO, at=LONG_AGO)
        return case

    @property
    def is_calm(self) -> bool:
        return not self.jobs.findChildren(QProcess) and self.jobs.is_idle

    def _note(self, tidings: Tidings, token: str) -> None:
        self.opened.append((tidings, token))


@pytest.fixture
def scene(tmp_path: Path, look: Look, warm_worker: Command) -> Iterator[Scene]:
    scene = Scene(tmp_path, look, warm_worker(tmp_path, kind=REMINDER_WORKER))
    yield scene
    scene.reminding.leave()


def begin(qtbot: QtBot, scene: Scene) -> None:
    scene.reminding.begin()
    qtbot.waitUntil(lambda: scene.is_calm)


def beat(qtbot: QtBot, scene: Scene, **later: float) -> None:
    scene.clock.go_on(**later)
    scene.reminding.beat()
    qtbot.waitUntil(lambda: scene.is_calm)


def test_what_is_due_is_told_in_few_words_and_only_once(
    qtbot: QtBot, scene: Scene
) -> None:
    case = scene.make_due()
    with qtbot.waitSignal(scene.reminding.told):
        scene.reminding.begin()
    qtbot.waitUntil(lambda: scene.is_calm)
    (words,) = scene.notices.shown
    said = f"{words.title} {words.body} {words.open} {words.tomorrow}"
    assert words.body == scene.tray.words != ""
    assert case.answers.service not in said
    beat(qtbot, scene, hours=1)
    assert len(scene.notices.shown) == 1


def test_nothing_due_is_nothing_told_and_no_process_stays(
    qtbot: QtBot, scene: Scene
) -> None:
    begin(qtbot, scene)
    assert scene.notices.shown == []
    assert not scene.reminding.is_busy


def test_no_process_is_started_while_nothing_changes(
    qtbot: QtBot, scene: Scene
) -> None:
    begin(qtbot, scene)
    scene.clock.go_on(minutes=1)
    with qtbot.waitSignal(scene.reminding.beaten):
        scene.reminding.beat()
    assert scene.is_calm


def test_what_changes_beside_the_window_is_seen_with_the_next_beat(
    qtbot: QtBot, scene: Scene
) -> None:
    begin(qtbot, scene)
    scene.make_due()
    scene.stamp += 1
    beat(qtbot, scene, minutes=1)
    assert len(scene.notices.shown) == 1


def test_what_changes_in_the_window_is_seen_when_it_has_calmed_down(
    qtbot: QtBot, scene: Scene
) -> None:
    begin(qtbot, scene)
    scene.make_due()
    for _ in range(3):
        scene.reminding.look_soon()
    qtbot.waitUntil(lambda: len(scene.notices.shown) == 1)


def test_after_sleep_it_is_looked_at_once(qtbot: QtBot, scene: Scene) -> None:
    begin(qtbot, scene)
    scene.make_due()
    beat(qtbot, scene, hours=9)
    assert len(scene.notices.shown) == 1


def test_open_leads_to_what_was_told_with_the_token(qtbot: QtBot, scene: Scene) -> None:
    case = scene.make_due()
    begin(qtbot, scene)
    assert scene.reminding.is_busy
    with qtbot.waitSignal(scene.reminding.open_asked):
        scene.notices.answer(Answer.OPEN, "token")
    ((tidings, token),) = scene.opened
    assert (tidings.case, tidings.step, token) == (case.number, "sign_in", "token")
    assert not scene.reminding.is_busy


def test_tomorrow_puts_it_off(qtbot: QtBot, scene: Scene) -> None:
    case = scene.make_due()
    begin(qtbot, scene)
    scene.notices.answer(Answer.TOMORROW)
    qtbot.waitUntil(lambda: scene.reminding.tidings.waiting == 0)
    (word,) = scene.store.reminder_records.words_of(case)
    assert word.said is Said.SNOOZED
    assert word.until is not None
    assert timedelta() < word.until - word.at <= timedelta(days=2)


def test_tomorrow_puts_off_what_the_notice_before_told_as_well(
    qtbot: QtBot, scene: Scene
) -> None:
    cases = [scene.make_due()]
    begin(qtbot, scene)
    cases.append(scene.make_due())
    beat(qtbot, scene, hours=1)
    assert len(scene.notices.shown) == 2
    scene.notices.answer(Answer.TOMORROW)
    qtbot.waitUntil(lambda: scene.reminding.tidings.waiting == 0)
    said = [scene.store.reminder_records.words_of(case)[0].said for case in cases]
    assert said == [Said.SNOOZED] * 2


def test_a_notice_that_is_closed_changes_nothing(qtbot: QtBot, scene: Scene) -> None:
    scene.make_due()
    begin(qtbot, scene)
    scene.notices.answer(Answer.GONE)
    qtbot.waitUntil(lambda: not scene.reminding.is_busy)
    assert scene.reminding.tidings.waiting == 1
    assert scene.opened == []


def test_where_nothing_can_be_shown_it_is_told_the_next_time(
    qtbot: QtBot, scene: Scene
) -> None:
    scene.make_due()
    scene.notices.is_there = False
    with qtbot.waitSignal(scene.reminding.unheard):
        begin(qtbot, scene)
    qtbot.waitUntil(lambda: scene.is_calm)
    scene.notices.is_there = True
    beat(qtbot, scene, hours=1)
    assert len(scene.notices.shown) == 2
    scene.notices.answer(Answer.GONE)
    beat(qtbot, scene, hours=1)
    assert len(scene.notices.shown) == 2


def test_a_desktop_that_never_answers_is_given_up(qtbot: QtBot, scene: Scene) -> None:
    scene.make_due()
    scene.notices.is_there = None
    begin(qtbot, scene)
    with qtbot.waitSignal(scene.reminding.unheard):
        beat(qtbot, scene, minutes=1)
    assert not scene.reminding.is_busy


def test_as_long_as_it_is_not_known_whether_it_is_shown_it_is_told_no_more(
    qtbot: QtBot, scene: Scene
) -> None:
    scene.make_due()
    scene.notices.is_there = None
    begin(qtbot, scene)
    scene.reminding.pause(False)  # noqa: FBT003 -- as a signal calls it
    scene.notices.answer(Answer.SHOWN)
    qtbot.waitUntil(lambda: scene.is_calm)
    assert len(scene.notices.shown) == 1


def test_a_pause_keeps_silent_until_it_is_ended(qtbot: QtBot, scene: Scene) -> None:
    begin(qtbot, scene)
    scene.tray.pause_asked.emit(True)  # noqa: FBT003 -- the signal's own
    qtbot.waitUntil(lambda: scene.is_calm)
    scene.make_due()
    beat(qtbot, scene, hours=1)
    assert (scene.notices.shown, scene.reminding.tidings.waiting) == ([], 1)
    scene.tray.pause_asked.emit(False)  # noqa: FBT003 -- the signal's own
    qtbot.waitUntil(lambda: len(scene.notices.shown) == 1)


@pytest.mark.logs
def test_a_store_that_cannot_be_read_is_asked_again_another_time(
    qtbot: QtBot, scene: Scene
) -> None:
    path = scene.store.path
    kept = path.read_bytes()
    path.write_bytes(b"no store at all")
    begin(qtbot, scene)
    path.write_bytes(kept)
    scene.make_due()
    beat(qtbot, scene, hours=9)
    assert len(scene.notices.shown) == 1


def test_leaving_takes_the_notice_away(qtbot: QtBot, scene: Scene) -> None:
    scene.make_due()
    begin(qtbot, scene)
    scene.reminding.leave()
    assert scene.notices.is_closed
