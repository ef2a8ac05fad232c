"""What the user is to be reminded of, and which step that leads to."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time

from torimodosu.recovery.plan.proof import is_done
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.steps import Step
from torimodosu.recovery.plan.two_step import accepted_at, is_backup_open
from torimodosu.recovery.reminders import account_reminders, card_reminders
from torimodosu.recovery.reminders.agenda import Agenda, agenda
from torimodosu.recovery.reminders.reminder import About, Reminder
from torimodosu.recovery.reminders.telling_time import NINE, TellingTime

_STEPS: Mapping[About, Step | None] = {
    About.STATEMENT_OUT: Step.STATEMENTS,
    About.PAYMENT_DAY: Step.STATEMENTS,
    About.REFUND_EXPECTED: Step.SCHEDULE,
    About.LIMIT_NEAR: Step.SCHEDULE,
    About.ANSWER_DUE: None,
    About.RETRY_SIGN_IN: Step.SIGN_IN,
    About.BACKUP_DRILL: Step.TWO_STEP,
    About.QUARTERLY_LOOK: Step.TAKE_BACK,
    About.YEARLY_LOOK: Step.TAKE_BACK,
    About.WATCH_ENDS: Step.CLOSING,
}


def reminders_of(snapshot: Snapshot, *, hour: time = NINE) -> tuple[Reminder, ...]:
    """Return what is still to be told or done, by the moment it is due."""
    return agenda_of(snapshot, hour=hour).coming


def agenda_of(snapshot: Snapshot, *, hour: time = NINE) -> Agenda:
    """Return all reminders of a case as they stand at the moment of *snapshot*.

    *hour* is the time of day at which the user wants to be told. Each reminder ends
    with what it is about: the statement that is read, the answer that has come.
    """
    telling_time = TellingTime(now=snapshot.at, hour=hour)
    return agenda(
        _reminders(snapshot, telling_time),
        snapshot.reminder_words,
        ends_on=snapshot.reminders_end_on,
        today=telling_time.today,
    )


def step_of(reminder: Reminder) -> Step | None:
    """Return the step that *reminder* is about; None for the log of contacts."""
    return _STEPS[reminder.about]


def _reminders(snapshot: Snapshot, telling: TellingTime) -> Iterator[Reminder]:
    if snapshot.case is None:
        return
    yield from _looks(snapshot, telling)
    # A closed case is only looked at again from time to time.
    if is_done(Step.CLOSING, snapshot):
        return
    yield from _of_cards(snapshot, telling)
    yield from account_reminders.answers_due(snapshot.contacts, telling)
    if not is_done(Step.SIGN_IN, snapshot):
        yield from account_reminders.sign_in_again(snapshot.retry_at, telling)
    yield from _drill(snapshot, telling)


def _of_cards(snapshot: Snapshot, telling: TellingTime) -> Iterator[Reminder]:
    work = snapshot.card_work
    if work is None:
        return
    yield from card_reminders.statements_out(work.watch, telling)
    yield from card_reminders.payment_days(work.watch, telling)
    yield from card_reminders.refunds_expected(work.returns, telling)
    yield from card_reminders.limits_near(work.deadlines, telling)
    yield account_reminders.watch_end(work.watch.ends_on, telling)


def _looks(snapshot: Snapshot, telling: TellingTime) -> Iterator[Reminder]:
    if snapshot.case is None:
        return
    since, work = snapshot.case.answers.noticed, snapshot.card_work
    days = [one.at.astimezone(telling.now.tzinfo) for one in snapshot.looked.values()]
    newest = max(days, default=None)
    yield from account_reminders.looks(
        since,
        until=since if work is None else work.watch.ends_on,
        looked_on=None if newest is None else newest.date(),
        telling=telling,
    )


def _drill(snapshot: Snapshot, telling: TellingTime) -> Iterator[Reminder]:
    restored = snapshot.two_step.restored
    drilled_at = None if restored is None else restored.restored_at
    works_since = accepted_at(snapshot) if is_backup_open(snapshot) else None
    yield from account_reminders.backup_drill(
        works_since=_day(works_since, telling),
        drilled_on=_day(drilled_at, telling),
        telling=telling,
    )


def _day(moment: datetime | None, telling: TellingTime) -> date | None:
    return None if moment is None else moment.astimezone(telling.now.tzinfo).date()
