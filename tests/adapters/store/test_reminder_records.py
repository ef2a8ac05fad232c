"""What the store keeps about reminders and contacts."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from tests.contracts.cases import OTHER, SHOP
from tests.fakes.clock import FRIDAY_NIGHT
from torimodosu.adapters.store import Store
from torimodosu.adapters.store.reminder_records import ReminderRecords
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.case.journal import Kind
from torimodosu.recovery.case.ports import CaseDeletedError
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.reminders.contact import Channel, Contact, Whom
from torimodosu.recovery.reminders.ports import ContactLog, ReminderWords, Told
from torimodosu.recovery.reminders.reminder import Said, Word

LATER = FRIDAY_NIGHT + timedelta(minutes=1)
KEY = "statement_out:1:2026-04"
DONE = Word(key=KEY, said=Said.DONE, at=FRIDAY_NIGHT)
SNOOZED = Word(
    key=KEY, said=Said.SNOOZED, at=LATER, until=FRIDAY_NIGHT + timedelta(days=1)
)
MUTED = Word(key="payment_day:1", said=Said.NOT_FOR_ME, at=FRIDAY_NIGHT)
CALL = Contact(
    at=FRIDAY_NIGHT,
    whom=Whom.ISSUER,
    channel=Channel.PHONE,
    card=1,
    name="窓口の担当",
    reference="A-17",
    note="調べて折り返すとのこと",
    promised_by=date(2026, 3, 18),
)
MAIL = Contact(
    at=FRIDAY_NIGHT - timedelta(hours=1), whom=Whom.SHOP, channel=Channel.MAIL
)


@pytest.fixture
def records(store: Store) -> ReminderRecords:
    return store.reminder_records


@pytest.fixture
def case(store: Store) -> Case:
    return store.open(SHOP, at=FRIDAY_NIGHT, is_practice=False)


def look(store: Store, case: Case) -> Snapshot:
    return store.snapshot(case, at=LATER)


def noted(store: Store, case: Case) -> list[tuple[Kind, str]]:
    assert store.journal_is_whole(case)
    return [(entry.kind, entry.text) for entry in store.entries(case)[1:]]


def test_the_records_are_what_the_rules_need(records: ReminderRecords) -> None:
    words: ReminderWords = records
    told: Told = records
    contacts: ContactLog = records
    assert records in (words, told, contacts)


def test_nothing_was_said_at_first(store: Store, case: Case) -> None:
    snapshot = look(store, case)
    assert snapshot.reminder_words == ()
    assert snapshot.reminders_end_on is None
    assert snapshot.contacts == ()


def test_the_newest_word_counts_until_it_is_taken_back(
    store: Store, case: Case, records: ReminderRecords
) -> None:
    records.say(case, DONE)
    records.say(case, SNOOZED)
    records.say(case, MUTED)
    assert look(store, case).reminder_words == (MUTED, SNOOZED)
    records.take_back(case, KEY, at=LATER)
    assert list(records.words_of(case)) == [MUTED]
    assert noted(store, case) == [
        (Kind.REMINDER_SAID, f"{KEY} done"),
        (Kind.REMINDER_SAID, f"{KEY} snoozed until=2026-03-14T23:50:00+09:00"),
        (Kind.REMINDER_SAID, "payment_day:1 not_for_me"),
        (Kind.REMINDER_SAID, f"{KEY} taken_back"),
    ]


def test_nothing_is_noted_where_there_was_no_word_to_take_back(
    store: Store, case: Case, records: ReminderRecords
) -> None:
    records.take_back(case, KEY, at=LATER)
    assert noted(store, case) == []


def test_the_end_of_all_reminders_is_kept_and_taken_back(
    store: Store, case: Case, records: ReminderRecords
) -> None:
    records.end_on(case, date(2026, 9, 1), at=FRIDAY_NIGHT)
    records.end_on(case, date(2026, 9, 30), at=FRIDAY_NIGHT)
    assert look(store, case).reminders_end_on == date(2026, 9, 30)
    records.end_on(case, None, at=LATER)
    assert look(store, case).reminders_end_on is None
    assert noted(store, case)[1:] == [
        (Kind.REMINDER_SAID, "all until=2026-09-30"),
        (Kind.REMINDER_SAID, "all until=open"),
    ]


def test_each_telling_is_claimed_once(case: Case, records: ReminderRecords) -> None:
    assert list(records.claim(case, ["a", "b", "a"], at=LATER)) == ["a", "b"]
    assert list(records.claim(case, ["b", "c"], at=LATER)) == ["c"]
    records.release(case, ["b"])
    assert list(records.claim(case, ["a", "b", "c"], at=LATER)) == ["b"]


def claimed_by_another(path: Path, case: Case, keys: list[str]) -> list[str]:
    store = Store.at(path)
    return [
        key
        for each in keys
        for key in store.reminder_records.claim(case, [each], at=datetime.now(UTC))
    ]


def test_of_two_programs_that_ask_at_once_one_is_given_each(
    store: Store, case: Case
) -> None:
    keys = [str(number) for number in range(20)]
    with ThreadPoolExecutor(2) as pool:
        both = [
            pool.submit(claimed_by_another, store.path, case, keys) for _ in range(2)
        ]
        given = [key for one in both for key in one.result()]
    assert sorted(given, key=int) == keys


def test_contacts_come_back_as_they_were_oldest_first(
    store: Store, case: Case, records: ReminderRecords
) -> None:
    call = records.keep_contact(case, CALL, at=LATER)
    mail = records.keep_contact(case, MAIL, at=LATER)
    assert (call, mail) == (replace(CALL, number=1), replace(MAIL, number=2))
    assert look(Store.at(store.path), case).contacts == (mail, call)


def test_a_contact_is_changed_under_its_number(
    store: Store, case: Case, records: ReminderRecords
) -> None:
    call = records.keep_contact(case, CALL, at=FRIDAY_NIGHT)
    answered = replace(call, answered_at=LATER, note="x\ud800")
    records.keep_contact(case, answered, at=LATER)
    assert list(records.contacts_of(case)) == [replace(answered, note="x�")]
    first = (
        f"number=1 at={FRIDAY_NIGHT.isoformat()} whom=issuer channel=phone card=1"
        " promised_by=2026-03-18"
    )
    assert noted(store, case) == [
        (Kind.CONTACT_KEPT, first),
        (Kind.CONTACT_KEPT, f"{first} answered_at={LATER.isoformat()}"),
    ]


def test_the_number_of_a_forgotten_contact_is_not_given_again(
    store: Store, case: Case, records: ReminderRecords
) -> None:
    records.keep_contact(case, CALL, at=FRIDAY_NIGHT)
    records.forget_contact(case, 1, at=LATER)
    assert look(store, case).contacts == ()
    assert records.keep_contact(case, MAIL, at=LATER).number == 2
    assert (Kind.CONTACT_FORGOTTEN, "number=1") in noted(store, case)


def test_every_case_has_its_own(
    store: Store, case: Case, records: ReminderRecords
) -> None:
    other = store.open(OTHER, at=FRIDAY_NIGHT, is_practice=True)
    records.say(case, DONE)
    records.keep_contact(case, CALL, at=LATER)
    records.claim(case, ["a"], at=LATER)
    assert look(store, other).reminder_words == ()
    assert look(store, other).contacts == ()
    assert list(records.claim(other, ["a"], at=LATER)) == ["a"]


@pytest.mark.parametrize(
    "keep",
    [
        lambda records, case: records.say(case, DONE),
        lambda records, case: records.take_back(case, KEY, at=LATER),
        lambda records, case: records.end_on(case, None, at=LATER),
        lambda records, case: records.claim(case, ["a"], at=LATER),
        lambda records, case: records.release(case, ["a"]),
        lambda records, case: records.keep_contact(case, CALL, at=LATER),
        lambda records, case: records.forget_contact(case, 1, at=LATER),
    ],
    ids=["say", "take back", "end", "claim", "release", "contact", "forget"],
)
def test_nothing_is_kept_of_a_deleted_case(
    store: Store,
    case: Case,
    records: ReminderRecords,
    keep: Callable[[ReminderRecords, Case], object],
) -> None:
    records.say(case, DONE)
    records.keep_contact(case, CALL, at=LATER)
    store.delete(case)
    with pytest.raises(CaseDeletedError):
        keep(records, case)
    assert look(store, case).reminder_words == ()
    assert look(store, case).contacts == ()
