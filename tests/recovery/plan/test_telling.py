"""What is due is told once, over all real cases, whatever happens in between."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from pathlib import Path

import pytest

from tests.contracts.cases import SHOP
from tests.fakes.clock import FRIDAY_NIGHT
from tests.fakes.moving_clock import MovingClock
from torimodosu.adapters.store import Store
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.plan.steps import Step
from torimodosu.recovery.plan.telling import (
    HOUR,
    PAUSED_UNTIL,
    Settings,
    TellingTools,
    hour_of,
    remind,
)
from torimodosu.recovery.reminders.contact import Channel, Contact, Whom
from torimodosu.recovery.reminders.ports import Told
from torimodosu.recovery.reminders.reminder import Said, Word
from torimodosu.recovery.reminders.tidings import Deed, Item, Remind, Tidings

NOW = FRIDAY_NIGHT
LATER = NOW + timedelta(hours=5)
OVER = LATER + timedelta(minutes=2)


class Scene:
    """A store with a real case, in which a sign-in is to be tried again at LATER."""

    def __init__(self, folder: Path) -> None:
        self.clock = MovingClock(NOW)
        self.store = Store.at(folder / "cases.sqlite")
        self.case = self.open_case()

    def open_case(self, *, is_practice: bool = False) -> Case:
        case = self.store.open(SHOP, at=NOW, is_practice=is_practice)
        self.store.keep_retry(case, LATER, at=NOW)
        return case

    def ask(
        self,
        deed: Deed,
        items: Sequence[Item] = (),
        *,
        told: Told | None = None,
        settings: Settings | None = None,
    ) -> Tidings:
        """Ask as a process does that has just been started."""
        records = self.store.reminder_records
        tools = TellingTools(
            cases=self.store,
            snapshots=self.store,
            words=records,
            told=told or records,
            settings=settings or self.store,
            clock=self.clock,
        )
        return remind(Remind(deed=deed, items=tuple(items)), tools)

    def look(self) -> list[str]:
        """Return what is to be told now."""
        return [item.key for item in self.ask(Deed.LOOK).items]

    def die_after_claiming(self) -> None:
        """Look as a process does that is killed as soon as it has claimed something."""
        told = Dying(self.store.reminder_records)
        with pytest.raises(Killed):
            self.ask(Deed.LOOK, told=told)


class Killed(BaseException):
    """No code of the program hears of it."""


class Dying:
    """Claims, and ends before anybody hears of that."""

    def __init__(self, told: Told) -> None:
        self._told = told

    def claim(self, case: Case, keys: Sequence[str], *, at: datetime) -> Sequence[str]:
        self._told.claim(case, keys, at=at)
        raise Killed

    def release(self, case: Case, keys: Sequence[str]) -> None:
        self._told.release(case, keys)


@pytest.fixture
def scene(tmp_path: Path) -> Scene:
    return Scene(tmp_path)


def test_before_its_moment_nothing_is_told_but_the_moment_is_known(
    scene: Scene,
) -> None:
    tidings = scene.ask(Deed.LOOK)
    assert (tidings.waiting, tidings.items) == (0, ())
    assert tidings.next_at == LATER


def test_what_is_due_is_told_once_and_waits_until_it_is_done(scene: Scene) -> None:
    scene.clock.moment = LATER
    first = scene.ask(Deed.LOOK)
    scene.ask(Deed.CONFIRM)
    again = scene.ask(Deed.LOOK)
    assert (len(first.items), first.waiting) == (1, 1)
    assert (first.case, first.step) == (scene.case.number, Step.SIGN_IN.value)
    assert (again.items, again.waiting) == ((), 1)
    word = Word(key=first.items[0].key, said=Said.DONE, at=LATER)
    scene.store.reminder_records.say(scene.case, word)
    assert scene.ask(Deed.LOOK).waiting == 0


def test_what_was_due_while_nobody_looked_is_told_all_at_once(scene: Scene) -> None:
    asked = Contact(at=NOW, whom=Whom.SHOP, channel=Channel.FORM)
    scene.store.reminder_records.keep_contact(scene.case, asked, at=NOW)
    scene.clock.moment = NOW + timedelta(days=40)
    tidings = scene.ask(Deed.LOOK)
    assert len(tidings.items) >= 2
    assert tidings.waiting == len(tidings.items)
    assert tidings.step == ""


def test_all_real_cases_are_looked_at(scene: Scene) -> None:
    second = scene.open_case()
    scene.clock.moment = LATER
    told = [item.case for item in scene.ask(Deed.LOOK).items]
    assert told == [scene.case.number, second.number]


def test_practice_reminds_of_nothing(scene: Scene) -> None:
    scene.open_case(is_practice=True)
    scene.store.delete(scene.case)
    scene.clock.moment = LATER
    assert scene.ask(Deed.LOOK).waiting == 0


def test_who_died_before_it_was_shown_tells_it_again(scene: Scene) -> None:
    scene.clock.moment = LATER
    first = scene.look()
    scene.clock.moment = OVER
    assert scene.look() == first != []
    scene.ask(Deed.CONFIRM)
    assert scene.look() == []


@pytest.mark.parametrize("passed", [timedelta(), timedelta(seconds=119)])
def test_while_one_window_is_telling_another_tells_nothing_and_looks_again(
    scene: Scene, passed: timedelta
) -> None:
    scene.clock.moment = LATER
    scene.look()
    scene.clock.moment = LATER + passed
    other = scene.ask(Deed.LOOK)
    assert (other.items, other.waiting, other.next_at) == ((), 1, OVER)
    scene.ask(Deed.CONFIRM)
    scene.clock.moment = OVER
    assert scene.look() == []


def test_what_is_due_before_another_window_has_told_is_looked_at_then(
    scene: Scene,
) -> None:
    soon = LATER + timedelta(minutes=1)
    other = scene.store.open(SHOP, at=NOW, is_practice=False)
    scene.store.keep_retry(other, soon, at=NOW)
    scene.clock.moment = LATER
    scene.look()
    assert scene.ask(Deed.LOOK).next_at == soon


def test_a_clock_that_was_set_back_holds_nothing_up(scene: Scene) -> None:
    scene.clock.moment = LATER + timedelta(hours=1)
    first = scene.look()
    scene.clock.moment = LATER
    assert scene.look() == first != []


def test_a_claim_of_an_earlier_version_is_taken_back_at_once(scene: Scene) -> None:
    scene.clock.moment = LATER
    (item,) = scene.ask(Deed.LOOK).items
    scene.store.set("reminders_being_told", f"{item.case} {item.telling}")
    assert scene.look() == [item.key]


def test_who_is_killed_while_claiming_tells_it_again(scene: Scene) -> None:
    scene.clock.moment = LATER
    scene.die_after_claiming()
    scene.clock.moment = OVER
    assert len(scene.look()) == 1


def test_what_was_told_before_is_not_told_again_after_a_death(scene: Scene) -> None:
    scene.clock.moment = LATER
    first = scene.look()
    scene.ask(Deed.CONFIRM)
    asked = Contact(at=NOW, whom=Whom.SHOP, channel=Channel.FORM)
    scene.store.reminder_records.keep_contact(scene.case, asked, at=NOW)
    scene.clock.moment = LATER + timedelta(days=6)
    told = scene.look()
    scene.clock.moment += timedelta(minutes=2)
    assert told == scene.look() != []
    assert not set(first) & set(told)


def test_what_could_not_be_shown_is_told_the_next_time(scene: Scene) -> None:
    scene.clock.moment = LATER
    first = scene.look()
    released = scene.ask(Deed.RELEASE)
    assert (released.items, released.waiting) == ((), 1)
    assert released.next_at is None or released.next_at > LATER
    assert scene.look() == first


def test_tomorrow_it_is_told_once_more(scene: Scene) -> None:
    scene.clock.moment = LATER
    items = scene.ask(Deed.LOOK).items
    scene.ask(Deed.CONFIRM)
    put_off = scene.ask(Deed.TOMORROW, items)
    assert put_off.waiting == 0
    assert put_off.next_at == datetime.combine(
        LATER.date() + timedelta(days=1), time(9), LATER.tzinfo
    )
    scene.clock.moment = put_off.next_at
    assert scene.look() == [item.key for item in items]


def test_what_is_put_off_of_a_case_that_is_gone_is_forgotten(scene: Scene) -> None:
    scene.clock.moment = LATER
    items = scene.ask(Deed.LOOK).items
    scene.store.delete(scene.case)
    assert scene.ask(Deed.TOMORROW, items).waiting == 0
    assert scene.look() == []


def test_a_pause_counts_on_and_tells_after_a_day(scene: Scene) -> None:
    scene.ask(Deed.PAUSE)
    scene.clock.moment = LATER
    paused = scene.ask(Deed.LOOK)
    over = NOW + timedelta(days=1)
    assert (paused.waiting, paused.items, paused.paused_until) == (1, (), over)
    assert paused.next_at == over
    scene.clock.moment = over
    tidings = scene.ask(Deed.LOOK)
    assert (len(tidings.items), tidings.paused_until) == (1, None)


def test_a_pause_can_be_ended(scene: Scene) -> None:
    scene.ask(Deed.PAUSE)
    scene.clock.moment = LATER
    assert scene.ask(Deed.RESUME).paused_until is None
    assert len(scene.look()) == 1


def test_of_two_that_look_at_once_one_tells(scene: Scene, tmp_path: Path) -> None:
    scene.clock.moment = LATER
    records = Store.at(tmp_path / "cases.sqlite").reminder_records
    tellings = [item.telling for item in scene.ask(Deed.LOOK).items]
    assert records.claim(scene.case, tellings, at=LATER) == []


@pytest.mark.parametrize("kept", ["soon", "2026-03-14T00:00:00", 7, None])
def test_a_pause_that_cannot_be_read_is_none(
    scene: Scene, kept: str | int | None
) -> None:
    scene.store.set(PAUSED_UNTIL, kept)
    assert scene.ask(Deed.LOOK).paused_until is None


@pytest.mark.parametrize(
    ("kept", "hour"), [(7, 7), (23, 23), (24, 9), (-1, 9), ("x", 9), (None, 9)]
)
def test_the_hour_is_that_of_the_user_or_nine(
    kept: str | int | None, hour: int
) -> None:
    assert hour_of({HOUR: kept}) == time(hour)
