from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from tests.contracts.cases import OTHER, SHOP
from tests.fakes.cases import BrokenCases
from torimodosu.adapters.store import Store
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.case.journal import Kind
from torimodosu.recovery.case.ports import StoreError, StoreTrouble
from torimodosu.recovery.orders.order import Ownership
from torimodosu.recovery.plan.advice import open_steps
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.steps import Step
from torimodosu.window.case_file import CaseFile
from torimodosu.window.jobs import Job
from torimodosu.window.ports import Ports

A_MOMENT = 0.2  # seconds
SAID = (Step.SHOP, Step.POLICE, Step.CARD_COMPANY)


@pytest.fixture
def case_file(ports: Ports) -> CaseFile:
    return CaseFile(ports)


def open_case(qtbot: QtBot, case_file: CaseFile) -> Case:
    with qtbot.waitSignal(case_file.opened):
        case_file.answer(SHOP)
    assert case_file.case is not None
    return case_file.case


def test_at_first_there_is_no_case(case_file: CaseFile) -> None:
    case_file.resume()
    assert case_file.case is None
    assert list(case_file.all()) == []


def test_it_goes_on_with_the_newest_real_case(
    case_file: CaseFile, store: Store, ports: Ports
) -> None:
    at = ports.clock.now()
    store.open(OTHER, at=at, is_practice=False)
    newest = store.open(SHOP, at=at, is_practice=False)
    store.open(SHOP, at=at, is_practice=True)
    case_file.resume()
    assert case_file.case == newest
    assert len(case_file.all()) == 3


def test_answers_open_a_case_once(
    qtbot: QtBot, case_file: CaseFile, store: Store
) -> None:
    with qtbot.waitSignal(case_file.opened):
        case_file.answer(SHOP)
        case_file.answer(SHOP)
    (case,) = store.all()
    assert case.answers.service == SHOP.service
    assert case_file.all() == [case]


def test_other_answers_change_the_open_case(
    qtbot: QtBot, case_file: CaseFile, store: Store
) -> None:
    case = open_case(qtbot, case_file)
    with qtbot.waitSignal(case_file.opened):
        case_file.answer(OTHER)
    assert list(store.all()) == [replace(case, answers=OTHER)]


def test_what_the_person_says_is_kept_and_can_be_taken_back(
    qtbot: QtBot, case_file: CaseFile, ports: Ports
) -> None:
    open_case(qtbot, case_file)
    with qtbot.waitSignal(case_file.changed):
        case_file.say(Step.SHOP)
    assert case_file.snapshot.said == {Step.SHOP: ports.clock.now()}
    with qtbot.waitSignal(case_file.changed):
        case_file.take_back(Step.SHOP)
    assert case_file.snapshot.said == {}


def test_without_a_case_there_is_nothing_to_keep(
    qtbot: QtBot, case_file: CaseFile
) -> None:
    with qtbot.assertNotEmitted(case_file.changed):
        case_file.say(Step.SHOP)
        case_file.judge(("x",), Ownership.MINE)


def test_another_case_can_be_shown_or_none(
    qtbot: QtBot, case_file: CaseFile, store: Store, ports: Ports
) -> None:
    other = store.open(OTHER, at=ports.clock.now(), is_practice=False)
    open_case(qtbot, case_file)
    with qtbot.waitSignal(case_file.opened):
        case_file.switch(other)
    assert case_file.case == other
    with qtbot.waitSignal(case_file.opened):
        case_file.switch(None)
    assert case_file.case is None


def test_the_open_case_is_deleted_and_none_is_open_then(
    qtbot: QtBot, case_file: CaseFile, store: Store
) -> None:
    case = open_case(qtbot, case_file)
    with qtbot.waitSignal(case_file.opened):
        case_file.delete(case)
    assert case_file.case is None
    assert list(store.all()) == list(case_file.all()) == []


def test_another_case_is_deleted_and_the_open_one_stays(
    qtbot: QtBot, case_file: CaseFile, store: Store, ports: Ports
) -> None:
    other = store.open(OTHER, at=ports.clock.now(), is_practice=True)
    case = open_case(qtbot, case_file)
    assert other.number == case.number
    with qtbot.waitSignal(case_file.changed), qtbot.assertNotEmitted(case_file.opened):
        case_file.delete(other)
    assert case_file.case == case
    assert list(case_file.all()) == [case]


def test_looks_that_are_told_in_any_order_end_with_the_newest(
    qtbot: QtBot, ports: Ports, store: Store
) -> None:
    case = store.open(SHOP, at=ports.clock.now(), is_practice=False)
    case_file = CaseFile(ports)
    case_file.snapshot = store.snapshot(case, at=ports.clock.now())
    for step in SAID:
        case_file.refresh()
        case_file.say(step)
        case_file.refresh()
    qtbot.waitUntil(lambda: not ports.jobs.findChildren(Job))
    assert case_file.snapshot.said.keys() == set(SAID)


class SlowMarks:
    """Takes its time to keep a word, in which another could overtake it."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._is_overtaken = Event()

    def say(
        self, case: Case, step: Step, *, at: datetime, left: Collection[Step] = ()
    ) -> None:
        self._is_overtaken.wait(A_MOMENT)
        self._store.say(case, step, at=at, left=left)

    def take_back(self, case: Case, step: Step, *, at: datetime) -> None:
        self._store.take_back(case, step, at=at)
        self._is_overtaken.set()


def test_what_is_said_last_stays_whatever_takes_longer(
    qtbot: QtBot, ports: Ports, store: Store
) -> None:
    case = store.open(SHOP, at=ports.clock.now(), is_practice=False)
    case_file = CaseFile(replace(ports, marks=SlowMarks(store)))
    case_file.resume()
    case_file.say(Step.SHOP)
    case_file.take_back(Step.SHOP)
    qtbot.waitUntil(lambda: not ports.jobs.findChildren(Job))
    assert not store.snapshot(case, at=ports.clock.now()).said
    assert not case_file.snapshot.said


def test_a_look_from_before_does_not_bring_old_answers_back(
    qtbot: QtBot, case_file: CaseFile, ports: Ports
) -> None:
    open_case(qtbot, case_file)
    case_file.answer(OTHER)
    case_file.say(Step.SHOP)
    qtbot.waitUntil(lambda: not ports.jobs.findChildren(Job))
    assert case_file.case is not None
    assert case_file.case.answers == OTHER
    assert Step.SHOP in case_file.snapshot.said


def test_all_that_was_said_is_kept_when_the_program_ends(
    case_file: CaseFile, ports: Ports, store: Store
) -> None:
    case = store.open(SHOP, at=ports.clock.now(), is_practice=False)
    case_file.resume()
    for step in Step:
        case_file.say(step)
    ports.jobs.shut_down()
    entries = [one for one in store.entries(case) if one.kind is Kind.STEP_DONE]
    assert [entry.text.split()[0] for entry in entries] == [one.value for one in Step]


def test_what_is_open_when_the_case_is_closed_is_kept_with_the_word(
    qtbot: QtBot, case_file: CaseFile
) -> None:
    open_case(qtbot, case_file)
    left = {one for one in open_steps(case_file.snapshot) if one is not Step.CLOSING}
    with qtbot.waitSignal(case_file.changed):
        case_file.say(Step.CLOSING)
    closing = case_file.snapshot.closing
    assert closing is not None
    assert closing.left == left != set()
    assert Step.CLOSING in case_file.snapshot.said


def test_a_late_look_at_the_case_before_is_not_shown(
    qtbot: QtBot, case_file: CaseFile, store: Store, ports: Ports
) -> None:
    other = store.open(OTHER, at=ports.clock.now(), is_practice=False)
    open_case(qtbot, case_file)
    with qtbot.waitSignal(case_file.opened):
        case_file.switch(other)
        case_file.refresh()
    ports.jobs.shut_down()
    assert case_file.case == other


class FullDisk:
    """Keeps no verdict."""

    def judge(
        self,
        case: Case,
        keys: Sequence[str],
        ownership: Ownership | None,
        *,
        at: datetime,
    ) -> None:
        del case, keys, ownership, at
        raise StoreError(StoreTrouble.FULL, "no room")


@pytest.mark.logs
def test_the_orders_of_a_verdict_that_cannot_be_kept_are_told(
    qtbot: QtBot, ports: Ports, store: Store
) -> None:
    store.open(SHOP, at=ports.clock.now(), is_practice=False)
    case_file = CaseFile(replace(ports, verdicts=FullDisk()))
    case_file.resume()
    with (
        qtbot.waitSignal(case_file.failed),
        qtbot.waitSignal(case_file.verdicts_lost) as lost,
    ):
        case_file.judge(("a", "b"), Ownership.MINE)
    assert lost.args == [("a", "b")]


class BlindOnce:
    """Fails to look at the case once something is kept."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def snapshot(self, case: Case | None, *, at: datetime) -> Snapshot:
        if case is not None and any(
            one.kind is Kind.ORDER_JUDGED for one in self._store.entries(case)
        ):
            raise StoreError(StoreTrouble.FULL, "no room")
        return self._store.snapshot(case, at=at)


@pytest.mark.logs
def test_a_verdict_that_is_kept_and_not_seen_is_not_lost(
    qtbot: QtBot, ports: Ports, store: Store
) -> None:
    store.open(SHOP, at=ports.clock.now(), is_practice=False)
    case_file = CaseFile(replace(ports, snapshots=BlindOnce(store)))
    case_file.resume()
    with (
        qtbot.waitSignal(case_file.failed),
        qtbot.assertNotEmitted(case_file.verdicts_lost),
    ):
        case_file.judge(("a",), Ownership.MINE)


@pytest.mark.logs
def test_what_cannot_be_kept_is_told(qtbot: QtBot, ports: Ports) -> None:
    case_file = CaseFile(replace(ports, cases=BrokenCases()))
    with qtbot.waitSignal(case_file.failed) as failed:
        case_file.answer(SHOP)
    assert isinstance(failed.args[0], StoreError)
    with qtbot.waitSignal(case_file.failed):
        case_file.answer(SHOP)
    with pytest.raises(StoreError):
        case_file.resume()
