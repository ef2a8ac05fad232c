"""What is left to tell after the user has said something about it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from tests.recovery.reminders.moments import DAY, MONDAY, at
from torimodosu.recovery.reminders.agenda import Agenda, agenda, due_now
from torimodosu.recovery.reminders.reminder import About, Reminder, Said, Word
from torimodosu.recovery.reminders.telling_time import TellingTime

NOW = at(MONDAY)
STATEMENT = Reminder(
    task="statement_out:3:2026-04",
    about=About.STATEMENT_OUT,
    due=at(MONDAY, minute=0),
    card=3,
)
OTHER_CARD = replace(STATEMENT, task="statement_out:31:2026-04", card=31)
LIMIT = Reminder(
    task="limit_near:3:2026-04-17",
    part="30",
    about=About.LIMIT_NEAR,
    due=at(MONDAY + DAY, minute=0),
    card=3,
)
NEARER = replace(LIMIT, part="14", due=LIMIT.due + 16 * DAY)
ALL = (STATEMENT, OTHER_CARD, LIMIT, NEARER)


def word(key: str, said: Said, until: datetime | None = None) -> Word:
    return Word(key=key, said=said, at=NOW, until=until)


def coming(
    *words: Word, ends_on: date | None = None, today: date = MONDAY
) -> list[str]:
    return [one.key for one in agenda(ALL, words, ends_on=ends_on, today=today).coming]


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ([], [0, 1, 2, 3]),
        ([word(STATEMENT.task, Said.DONE)], [1, 2, 3]),
        # What is said of a task holds for all of its reminders.
        ([word(LIMIT.task, Said.DONE)], [0, 1]),
        ([word(LIMIT.key, Said.DONE)], [0, 1, 3]),
        # A series is one card's, and its number is not the beginning of another.
        ([word(STATEMENT.series, Said.NOT_FOR_ME)], [1, 2, 3]),
        ([word("statement_out:99:2026-04", Said.DONE)], [0, 1, 2, 3]),
    ],
)
def test_a_word_holds_for_everything_below_its_key(
    words: list[Word], left: list[int]
) -> None:
    assert coming(*words) == [ALL[place].key for place in left]


def test_what_is_done_or_muted_can_be_looked_up() -> None:
    muted = word(LIMIT.series, Said.NOT_FOR_ME)
    done = word(STATEMENT.task, Said.DONE)
    assert agenda(ALL, [done, muted], ends_on=None, today=MONDAY) == Agenda(
        coming=(OTHER_CARD,), done=(STATEMENT,), muted=(muted,)
    )


def test_what_is_put_off_comes_later_and_is_told_once_more() -> None:
    until = NOW + 3 * DAY
    later = agenda(
        ALL, [word(STATEMENT.key, Said.SNOOZED, until)], ends_on=None, today=MONDAY
    ).coming
    assert [one.key for one in later] == [
        OTHER_CARD.key,
        LIMIT.key,
        STATEMENT.key,
        NEARER.key,
    ]
    (shown,) = (one for one in later if one.key == STATEMENT.key)
    assert (shown.due, shown.put_off) == (until, True)
    assert shown.telling == "statement_out:3:2026-04@2026-03-19T00:30:00+00:00"
    assert STATEMENT.telling == STATEMENT.key


def test_putting_off_to_before_it_is_due_changes_nothing() -> None:
    early = word(LIMIT.key, Said.SNOOZED, NOW)
    assert LIMIT in agenda(ALL, [early], ends_on=None, today=MONDAY).coming


def test_nothing_is_told_after_the_end_that_the_user_wants() -> None:
    assert coming(ends_on=MONDAY) == [STATEMENT.key, OTHER_CARD.key]
    put_off = word(STATEMENT.key, Said.SNOOZED, NOW + DAY)
    assert coming(put_off, ends_on=MONDAY) == [OTHER_CARD.key]
    assert coming(ends_on=MONDAY, today=MONDAY + DAY) == []


def test_what_is_due_has_come_to_its_moment() -> None:
    assert due_now(ALL, STATEMENT.due) == (STATEMENT, OTHER_CARD)
    assert due_now(ALL, STATEMENT.due - timedelta(seconds=1)) == ()
    assert due_now(ALL, NOW + 30 * DAY) == ALL


@pytest.mark.parametrize(
    ("now", "due"),
    [
        # Before, between and after the changes of the clocks in Europe in 2026.
        (datetime(2026, 3, 28, 12, tzinfo=ZoneInfo("Europe/Berlin")), 7),
        (datetime(2026, 3, 29, 12, tzinfo=ZoneInfo("Europe/Berlin")), 7),
        (datetime(2026, 3, 28, 12, tzinfo=ZoneInfo("Asia/Tokyo")), 0),
    ],
)
def test_the_hour_is_that_of_the_place_where_the_user_is(
    now: datetime, due: int
) -> None:
    moment = TellingTime(now=now).on(date(2026, 3, 30))
    assert moment.hour == 9
    assert moment.astimezone(UTC).hour == due


def test_a_day_of_which_the_clocks_change_has_its_hour_once() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    night = datetime(2026, 10, 25, 0, 30, tzinfo=berlin)
    early = datetime(2026, 10, 25, 6, 59, tzinfo=UTC).astimezone(berlin)
    moments = [TellingTime(now=now).on(date(2026, 10, 25)) for now in (night, early)]
    assert {moment.astimezone(UTC).hour for moment in moments} == {8}
