"""What a case asks the user to be reminded of, and where each reminder leads."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from tests.fakes.clock import FRIDAY_NIGHT
from tests.recovery.plan.situations import case
from tests.recovery.reminders.moments import MONDAY, at, back, limit, month, watch
from torimodosu.recovery.plan.card_work import CardWork
from torimodosu.recovery.plan.reminding import (
    agenda_of,
    reminders_of,
    step_of,
)
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.steps import Step
from torimodosu.recovery.reminders.contact import Channel, Contact, Whom
from torimodosu.recovery.reminders.reminder import About, Reminder, Said, Word
from torimodosu.recovery.signin.checklist import Looked, Place, Seen
from torimodosu.recovery.statements.watch import MonthState
from torimodosu.recovery.statements.which_card.matching import Matching
from torimodosu.recovery.twostep.proof import (
    Backup,
    BackupForm,
    CodeTry,
    TwoStepState,
)

NOW = at(MONDAY)
DAY = timedelta(days=1)
ASKED = Contact(number=1, at=FRIDAY_NIGHT, whom=Whom.SHOP, channel=Channel.FORM)
CODES = tuple(
    CodeTry(at=FRIDAY_NIGHT, account="a1", step=step, is_accepted=True)
    for step in (1, 2)
)
BACKUP = Backup(form=BackupForm.SHEET, made_at=FRIDAY_NIGHT, accounts=("a1",), number=1)
RESTORED = replace(BACKUP, restored_at=FRIDAY_NIGHT)


def opened(at_: datetime = NOW) -> Snapshot:
    return Snapshot(at=at_, case=case())


def everything() -> Snapshot:
    """Return a case in which something is due of every kind."""
    work = CardWork(
        at=NOW,
        matching=Matching(
            at=NOW,
            findings=(),
            matches=(),
            unexplained_charges=(),
            unexplained_orders=(),
        ),
        watch=watch(month(MonthState.MISSING)),
        returns=(back(),),
        deadlines=(limit(),),
    )
    return replace(
        opened(),
        card_work=work,
        contacts=(ASKED,),
        retry_at=NOW,
        two_step=TwoStepState(account="a1", tries=CODES, backups=(BACKUP,)),
    )


def abouts(snapshot: Snapshot) -> set[About]:
    return {one.about for one in reminders_of(snapshot)}


def test_every_kind_of_reminder_comes_of_a_case() -> None:
    assert abouts(everything()) == set(About)


def test_what_comes_is_in_the_order_of_time() -> None:
    moments = [one.due for one in reminders_of(everything())]
    assert moments == sorted(moments)


def test_without_a_case_there_is_nothing() -> None:
    assert reminders_of(Snapshot(at=NOW)) == ()


def test_the_account_of_every_case_is_looked_at_again() -> None:
    assert abouts(opened()) == {About.QUARTERLY_LOOK, About.YEARLY_LOOK}


def test_who_looked_at_the_places_need_not_look_again() -> None:
    day = date(2026, 6, 13)
    looked = Looked(place=Place.GIFT_BALANCE, seen=Seen.CLEAN, at=at(day))
    later = opened(at(day + 7 * DAY))
    assert reminders_of(later)[0].day == day
    seen = replace(later, looked={Place.GIFT_BALANCE: looked})
    assert reminders_of(seen)[0].day == date(2026, 9, 13)


def test_a_closed_case_is_only_looked_at_again() -> None:
    closed = replace(everything(), said={Step.CLOSING: NOW})
    assert abouts(closed) == {About.QUARTERLY_LOOK, About.YEARLY_LOOK}


def test_who_is_signed_in_need_not_try_again() -> None:
    settled = replace(everything(), said={Step.SIGN_IN: NOW})
    assert About.RETRY_SIGN_IN not in abouts(settled)


@pytest.mark.parametrize(
    ("backups", "day"),
    [((BACKUP,), date(2026, 3, 16)), ((BACKUP, RESTORED), date(2026, 9, 13))],
)
def test_a_backup_is_tried_and_later_tried_again(
    backups: tuple[Backup, ...], day: date
) -> None:
    state = TwoStepState(account="a1", tries=CODES, backups=backups)
    reminders = reminders_of(replace(opened(), two_step=state))
    (drill,) = (one for one in reminders if one.about is About.BACKUP_DRILL)
    assert drill.day == day


def test_no_backup_is_tried_of_codes_that_do_not_work() -> None:
    state = TwoStepState(account="a1", tries=CODES[:1], backups=(BACKUP,))
    assert About.BACKUP_DRILL not in abouts(replace(opened(), two_step=state))


def test_words_and_the_end_of_all_are_heeded() -> None:
    word = Word(key="statement_out:1", said=Said.NOT_FOR_ME, at=NOW)
    spoken = replace(
        everything(), reminder_words=(word,), reminders_end_on=date(2026, 4, 30)
    )
    assert abouts(spoken).isdisjoint({About.STATEMENT_OUT, About.YEARLY_LOOK})
    assert agenda_of(spoken).muted == (word,)


def test_the_user_chooses_the_hour() -> None:
    (first, *_) = reminders_of(opened(), hour=time(20, 15))
    assert (first.due.hour, first.due.minute) == (20, 15)


def test_nothing_is_told_twice_or_another_way_by_who_travels() -> None:
    tomorrow = NOW + DAY
    elsewhere = tomorrow.astimezone(ZoneInfo("Asia/Singapore"))
    here, there = (
        {one.telling for one in reminders_of(replace(everything(), at=moment))}
        for moment in (tomorrow, elsewhere)
    )
    assert here == there
    assert len(here) == len(reminders_of(everything()))


@pytest.mark.parametrize("about", About)
def test_every_reminder_leads_somewhere(about: About) -> None:
    reminder = Reminder(task=about.value, about=about, due=NOW)
    is_in_the_log = about is About.ANSWER_DUE
    assert (step_of(reminder) is None) is is_in_the_log
