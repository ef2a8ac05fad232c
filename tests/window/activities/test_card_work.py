"""Working on the cards again whenever something that it rests on was changed."""

from dataclasses import replace
from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from tests.window.scene import SaturdayEvening, ports_on, sort_orders
from torimodosu.adapters.store import Store
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.window.activities.card_work import CardWorker
from torimodosu.window.card_desk import CardDesk
from torimodosu.window.case_file import CaseFile
from torimodosu.window.jobs import Job, JobRunner

PATIENCE = 120_000


@pytest.fixture
def case_file(practice: Store, worker: JobRunner) -> CaseFile:
    case_file = CaseFile(ports_on(practice, jobs=worker, clock=SaturdayEvening()))
    case_file.resume()
    return case_file


def test_stale_work_is_done_once(
    qtbot: QtBot, worker: JobRunner, practice: Store, practice_case: Case
) -> None:
    at = SaturdayEvening().now()
    sort_orders(practice, practice_case, at=at)
    stale = practice.snapshot(practice_case, at=at)
    assert stale.is_card_work_stale
    cards = CardWorker(worker)
    with qtbot.waitSignal(cards.ended, timeout=PATIENCE):
        cards.look(stale)
        cards.look(stale)
        assert len(worker.findChildren(Job)) == 1
    assert _is_idle(cards)
    assert practice.snapshot(practice_case, at=at).card_work is not None


def test_nothing_is_done_without_need(worker: JobRunner, snapshot: Snapshot) -> None:
    cards = CardWorker(worker)
    cards.look(replace(snapshot, is_card_work_stale=False))
    cards.look(replace(snapshot, case=None, is_card_work_stale=True))
    assert worker.findChildren(Job) == []


def test_work_that_fails_is_tried_again_once_something_changed(
    qtbot: QtBot, worker: JobRunner, practice: Store, practice_case: Case
) -> None:
    at = SaturdayEvening().now()
    stale = replace(practice.snapshot(practice_case, at=at), is_card_work_stale=True)
    practice.delete(practice_case)
    cards = CardWorker(worker)
    ended: list[None] = []
    cards.ended.connect(lambda: ended.append(None))
    cards.look(stale)
    qtbot.waitUntil(partial(_is_idle, cards), timeout=PATIENCE)
    cards.look(stale)
    assert _is_idle(cards)
    cards.look(replace(stale, saved_at=at))
    assert not _is_idle(cards)
    qtbot.waitUntil(partial(_is_idle, cards), timeout=PATIENCE)
    assert ended == []


def test_what_the_person_says_is_worked_out_by_itself(
    qtbot: QtBot, worker: JobRunner, practice: Store, case_file: CaseFile
) -> None:
    ports = ports_on(practice, jobs=worker, clock=SaturdayEvening())
    desk = CardDesk(ports, case_file)
    with qtbot.waitSignal(desk.worker.ended, timeout=PATIENCE):
        case_file.refresh()
    qtbot.waitUntil(lambda: case_file.snapshot.card_work is not None, timeout=PATIENCE)
    assert _is_idle(desk.worker)


def _is_idle(cards: CardWorker) -> bool:
    return not cards.is_running
