"""When the user is told about answers, the sign-in, backups and looking again."""

from datetime import UTC, date, datetime

import pytest

from tests.fakes.clock import FRIDAY_NIGHT
from tests.recovery.reminders.moments import DAY, at, telling, told
from torimodosu.recovery.reminders.account_reminders import (
    answers_due,
    backup_drill,
    looks,
    sign_in_again,
    watch_end,
)
from torimodosu.recovery.reminders.contact import Channel, Contact, Whom

NOTICED = date(2026, 3, 13)


def contact(
    channel: Channel = Channel.MAIL,
    *,
    promised_by: date | None = None,
    answered_at: datetime | None = None,
) -> Contact:
    return Contact(
        number=4,
        at=FRIDAY_NIGHT,
        whom=Whom.SHOP,
        channel=channel,
        promised_by=promised_by,
        answered_at=answered_at,
    )


@pytest.mark.parametrize(
    ("channel", "moment"),
    [
        # The mail went out on Friday night; Friday, 20 March is a holiday.
        (Channel.CHAT, "2026-03-18 09:00"),
        (Channel.MAIL, "2026-03-18 09:00"),
        (Channel.FORM, "2026-03-18 09:00"),
        (Channel.PHONE, "2026-03-23 09:00"),
        (Channel.VISIT, "2026-03-30 09:00"),
        (Channel.LETTER, "2026-03-30 09:00"),
    ],
)
def test_an_answer_is_asked_for_after_days_on_which_desks_work(
    channel: Channel, moment: str
) -> None:
    (reminder,) = answers_due([contact(channel)], telling())
    assert told(reminder) == [(f"answer_due:0:4:{moment[:10]}", moment)]
    assert reminder.contact == 4


def test_a_promised_answer_is_asked_for_on_the_business_day_after() -> None:
    (reminder,) = answers_due([contact(promised_by=date(2026, 3, 19))], telling())
    assert told(reminder) == [("answer_due:0:4:2026-03-23", "2026-03-23 09:00")]
    assert reminder.day == date(2026, 3, 19)


def test_an_answer_that_has_come_is_not_asked_for() -> None:
    assert list(answers_due([contact(answered_at=FRIDAY_NIGHT)], telling())) == []


def test_the_sign_in_is_tried_again_at_the_very_moment() -> None:
    moment = datetime(2026, 3, 14, 3, 50, tzinfo=UTC)
    (reminder,) = sign_in_again(moment, telling())
    assert reminder.due == moment
    assert told(reminder) == [
        ("retry_sign_in:0:2026-03-14T03:50:00+00:00", "2026-03-14 12:50")
    ]
    assert list(sign_in_again(None, telling())) == []


@pytest.mark.parametrize(
    ("works_since", "drilled_on", "expected"),
    [
        (None, None, []),
        (NOTICED, None, ["2026-03-16 09:00"]),
        (None, NOTICED, ["2026-09-14 09:00"]),
        # The thirty-first of a month that has only thirty days, which is a Wednesday.
        (None, date(2026, 3, 31), ["2026-09-30 09:00"]),
    ],
)
def test_a_backup_is_read_back_soon_and_then_twice_a_year(
    works_since: date | None, drilled_on: date | None, expected: list[str]
) -> None:
    reminders = backup_drill(
        works_since=works_since, drilled_on=drilled_on, telling=telling()
    )
    assert [moment for _, moment in told(*reminders)] == expected


def test_the_account_is_looked_at_every_quarter_for_a_year() -> None:
    reminders = looks(NOTICED, until=NOTICED, looked_on=None, telling=telling())
    assert told(*reminders) == [
        ("quarterly_look:0:2026-06-13", "2026-06-15 09:00"),
        ("quarterly_look:0:2026-09-13", "2026-09-14 09:00"),
        ("quarterly_look:0:2026-12-13", "2026-12-14 09:00"),
        ("yearly_look:0:2027-03-13", "2027-03-15 09:00"),
    ]


def test_looking_goes_on_as_long_as_the_watch() -> None:
    until = date(2027, 9, 13)
    reminders = looks(NOTICED, until=until, looked_on=None, telling=telling())
    assert [one.key for one in reminders][-3:] == [
        "yearly_look:0:2027-03-13",
        "quarterly_look:0:2027-06-13",
        "quarterly_look:0:2027-09-13",
    ]


@pytest.mark.parametrize(
    ("today", "looked_on", "first"),
    [
        (date(2026, 6, 14), None, "quarterly_look:0:2026-06-13"),
        (date(2026, 9, 13), None, "quarterly_look:0:2026-06-13"),
        # Who has been away is told of one look, the newest.
        (date(2026, 9, 14), None, "quarterly_look:0:2026-09-13"),
        (date(2026, 6, 20), date(2026, 6, 12), "quarterly_look:0:2026-06-13"),
        (date(2026, 6, 20), date(2026, 6, 13), "quarterly_look:0:2026-09-13"),
        (date(2029, 1, 1), None, "yearly_look:0:2027-03-13"),
    ],
)
def test_a_look_is_over_once_it_was_done_or_the_next_is_due(
    today: date, looked_on: date | None, first: str
) -> None:
    reminders = looks(
        NOTICED, until=NOTICED, looked_on=looked_on, telling=telling(today)
    )
    assert next(iter(reminders)).key == first


def test_the_end_of_the_watch_is_told() -> None:
    reminder = watch_end(date(2027, 3, 13), telling())
    assert told(reminder) == [("watch_ends:0:2027-03-13", "2027-03-15 09:00")]


def test_what_is_put_off_until_tomorrow_comes_at_the_hour() -> None:
    night = telling(at(NOTICED, hour=23))
    assert night.tomorrow() == at(NOTICED + DAY, minute=0)
    assert night.after_days(7) == at(NOTICED + 7 * DAY, minute=0)
