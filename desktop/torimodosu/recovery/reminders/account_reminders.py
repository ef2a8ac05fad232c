"""What is due about the account: answers, the sign-in, backups, and looking again."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta

from torimodosu.recovery.reminders.contact import Channel, Contact
from torimodosu.recovery.reminders.reminder import About, Reminder, series_of
from torimodosu.recovery.reminders.telling_time import (
    TellingTime,
    business_days_after,
)
from torimodosu.recovery.statements.calendar_days import day_in, month_after

# After so many days on which desks work, an answer that nobody has promised for a day
# is asked for again. No page was found that promises one. People who were hit tell of
# chats that took one to three days (rakuten-user.com), and of an inquiry of about a
# week (nezumino-oppo.com).
BUSINESS_DAYS_TO_WAIT = {
    Channel.CHAT: 3,
    Channel.MAIL: 3,
    Channel.FORM: 3,
    Channel.PHONE: 5,
    Channel.VISIT: 10,
    Channel.LETTER: 10,
}
# A telephone is replaced every few years, a sheet of paper is mislaid sooner.
MONTHS_BETWEEN_DRILLS = 6
DAYS_TO_FIRST_DRILL = 3
MONTHS_BETWEEN_LOOKS = 3
YEAR = 12
_NONE = 0
_DAY = timedelta(days=1)


def answers_due(
    contacts: Iterable[Contact], telling: TellingTime
) -> Iterator[Reminder]:
    """Yield a reminder to ask again for each answer that has not come."""
    for contact in contacts:
        if contact.answered_at is None:
            day = chase_day(contact, telling)
            task = (
                f"{series_of(About.ANSWER_DUE, _NONE)}:{contact.number}"
                f":{day.isoformat()}"
            )
            yield Reminder(
                task=task,
                about=About.ANSWER_DUE,
                due=telling.on(day),
                day=contact.promised_by,
                card=contact.card,
                contact=contact.number,
            )


def chase_day(contact: Contact, telling: TellingTime) -> date:
    """Return the business day on which to ask again, if nothing has come until then.

    That is after the day by which an answer was promised.
    """
    if contact.promised_by is not None:
        return business_days_after(contact.promised_by, 1)
    asked_on = contact.at.astimezone(telling.now.tzinfo).date()
    return business_days_after(asked_on, BUSINESS_DAYS_TO_WAIT[contact.channel])


def sign_in_again(
    retry_at: datetime | None, telling: TellingTime
) -> Iterator[Reminder]:
    """Yield the reminder to try again, at the very moment."""
    if retry_at is not None:
        moment = retry_at.astimezone(UTC).isoformat()
        yield Reminder(
            task=f"{series_of(About.RETRY_SIGN_IN, _NONE)}:{moment}",
            about=About.RETRY_SIGN_IN,
            due=retry_at.astimezone(telling.now.tzinfo),
        )


def backup_drill(
    *, works_since: date | None, drilled_on: date | None, telling: TellingTime
) -> Iterator[Reminder]:
    """Yield the reminder to read a backup back.

    *works_since* is the day on which the codes of the two-step check first worked, and
    *drilled_on* that on which a backup was last read back; before the first time it is
    due a few days after the codes worked, then twice a year.
    """
    if drilled_on is not None:
        month = month_after(drilled_on.replace(day=1), MONTHS_BETWEEN_DRILLS)
        day = day_in(month, drilled_on.day)
    elif works_since is not None:
        day = works_since + DAYS_TO_FIRST_DRILL * _DAY
    else:
        return
    yield Reminder(
        task=f"{series_of(About.BACKUP_DRILL, _NONE)}:{day.isoformat()}",
        about=About.BACKUP_DRILL,
        due=telling.on_business_day_from(day),
        day=day,
    )


def looks(
    since: date, *, until: date, looked_on: date | None, telling: TellingTime
) -> Iterator[Reminder]:
    """Yield the reminders to look whether anything has changed in the account again.

    Every quarter after *since*, up to *until* and at least for a year; each twelfth
    month is that of the long look. Whoever has looked since the day, or for whom the
    next is due already, need not be told.
    """
    days = list(_look_days(since, until))
    reached = [
        day for day, _ in days if telling.on_business_day_from(day) <= telling.now
    ]
    newest = max(reached, default=None)
    for day, about in days:
        is_over = looked_on is not None and looked_on >= day
        if is_over or (newest is not None and day < newest):
            continue
        yield Reminder(
            task=f"{series_of(about, _NONE)}:{day.isoformat()}",
            about=about,
            due=telling.on_business_day_from(day),
            day=day,
        )


def watch_end(ends_on: date, telling: TellingTime) -> Reminder:
    """Return the reminder that the watch over the statements ends."""
    return Reminder(
        task=f"{series_of(About.WATCH_ENDS, _NONE)}:{ends_on.isoformat()}",
        about=About.WATCH_ENDS,
        due=telling.on_business_day_from(ends_on),
        day=ends_on,
    )


def _look_days(since: date, until: date) -> Iterator[tuple[date, About]]:
    months = 0
    while True:
        months += MONTHS_BETWEEN_LOOKS
        day = day_in(month_after(since.replace(day=1), months), since.day)
        is_long = months % YEAR == 0
        if day > until and months > YEAR:
            return
        yield day, About.YEARLY_LOOK if is_long else About.QUARTERLY_LOOK
