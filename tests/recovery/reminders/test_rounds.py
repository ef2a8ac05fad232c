"""When it is time to look again what is due."""

from dataclasses import replace
from datetime import datetime, timedelta, timezone
from itertools import pairwise

import pytest

from tests.fakes.clock import FRIDAY_NIGHT
from torimodosu.recovery.reminders.rounds import Round, is_time_to_look

NOON = FRIDAY_NIGHT.replace(hour=12, minute=0)
MINUTE = timedelta(minutes=1)
NEWEST = Round(at=NOON, next_at=NOON + timedelta(hours=2), stamp=1)
TAIPEI = timezone(timedelta(hours=8))


def looks(newest: Round | None, now: datetime, *, beat: datetime, stamp: int) -> bool:
    return is_time_to_look(newest, now=now, last_beat=beat, stamp=stamp)


def test_at_first_it_is_time() -> None:
    assert looks(None, NOON, beat=NOON, stamp=1)


def test_from_beat_to_beat_nothing_changes() -> None:
    beats = [NOON + count * MINUTE for count in range(120)]
    looked = [
        looks(NEWEST, now, beat=before, stamp=1) for before, now in pairwise(beats)
    ]
    assert not any(looked)


@pytest.mark.parametrize("late", [timedelta(), MINUTE])
def test_when_something_is_due_it_is_time(late: timedelta) -> None:
    now = NOON + timedelta(hours=2) + late
    assert looks(NEWEST, now, beat=now - MINUTE, stamp=1)


def test_what_is_kept_has_changed() -> None:
    now = NOON + MINUTE
    assert looks(NEWEST, now, beat=NOON, stamp=2)


@pytest.mark.parametrize(
    "jump", [timedelta(hours=1), timedelta(minutes=4), -timedelta(seconds=1)]
)
def test_the_computer_slept_or_its_clock_was_set(jump: timedelta) -> None:
    never = replace(NEWEST, next_at=None)
    assert looks(never, NOON + MINUTE + jump, beat=NOON + MINUTE, stamp=1)


def test_a_day_begins() -> None:
    midnight = NOON + timedelta(hours=12)
    never = replace(NEWEST, next_at=None)
    assert not looks(never, midnight - MINUTE, beat=midnight - 2 * MINUTE, stamp=1)
    assert looks(never, midnight, beat=midnight - MINUTE, stamp=1)


def test_the_clock_shows_the_time_of_another_place() -> None:
    never = replace(NEWEST, next_at=None)
    there = (NOON + MINUTE).astimezone(TAIPEI)
    assert there.date() == NOON.date()
    assert looks(never, there, beat=NOON, stamp=1)
