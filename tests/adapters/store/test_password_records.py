"""The passwords to change, as the store keeps them."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime, timedelta
from sqlite3 import connect

import pytest

from tests.contracts.cases import OTHER, SHOP
from tests.fakes.clock import FRIDAY_NIGHT
from torimodosu.adapters.store import Store
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.case.journal import Kind
from torimodosu.recovery.case.ports import CaseDeletedError
from torimodosu.recovery.passwords.queue import (
    AtRisk,
    Flaw,
    LeakList,
    PasswordQueue,
    QueueEntry,
    Standing,
)

LATER = FRIDAY_NIGHT + timedelta(minutes=1)
MAIL = QueueEntry(
    key="mail.example hanako\ud800",
    site="mail.example",
    username="hanako\ud800",
    at_risk=AtRisk.MAILBOX,
    flaws=(Flaw.REUSED, Flaw.SHORT),
    shares_with=1,
    modified=FRIDAY_NIGHT,
    page="https://mail.example/.well-known/change-password",
    digest="0" * 64,
)
BANK = QueueEntry(
    key="bank.example 花子",
    site="bank.example",
    username="花子",
    at_risk=AtRisk.MONEY,
    flaws=(Flaw.BREACHED,),
)
QUEUE = PasswordQueue(
    at=FRIDAY_NIGHT,
    logins=30,
    entries=(MAIL, BANK),
    are_leaks_checked=True,
    is_keyed=True,
    leaks=(LeakList.SHIPPED, LeakList.FILE),
)


@pytest.fixture
def case(store: Store) -> Case:
    return store.open(SHOP, at=FRIDAY_NIGHT, is_practice=False)


def entries(store: Store, case: Case) -> tuple[QueueEntry, ...]:
    queue = store.password_records.queue_of(case)
    assert queue is not None
    return queue.entries


def notes(store: Store, case: Case, kind: Kind) -> list[str]:
    return [entry.text for entry in store.entries(case) if entry.kind is kind]


def test_before_the_first_audit_there_is_no_queue(store: Store, case: Case) -> None:
    assert store.password_records.queue_of(case) is None
    assert store.snapshot(case, at=LATER).password_queue is None


def test_a_queue_comes_back_as_it_was(store: Store, case: Case) -> None:
    store.password_records.replace_queue(case, QUEUE)
    shown = replace(MAIL, key="mail.example hanako�", username="hanako�")
    kept = replace(QUEUE, entries=(shown, BANK))
    assert store.password_records.queue_of(case) == kept
    assert store.snapshot(case, at=LATER).password_queue == kept


def test_an_audit_is_noted_by_its_figures_alone(store: Store, case: Case) -> None:
    store.password_records.replace_queue(case, QUEUE)
    (note,) = notes(store, case, Kind.PASSWORDS_AUDITED)
    assert note == "logins=30 open=2 said=0 proven=0 excluded=0 leaks=shipped,file"
    assert store.journal_is_whole(case)


def test_the_next_queue_takes_the_place_of_the_one_before(
    store: Store, case: Case
) -> None:
    other = store.open(OTHER, at=FRIDAY_NIGHT, is_practice=False)
    records = store.password_records
    records.replace_queue(other, QUEUE)
    records.replace_queue(case, QUEUE)
    records.replace_queue(case, replace(QUEUE, at=LATER, entries=(BANK,)))
    assert entries(store, case) == (BANK,)
    assert len(entries(store, other)) == 2


def test_a_word_about_an_entry_is_kept_and_taken_back(store: Store, case: Case) -> None:
    records = store.password_records
    records.replace_queue(case, QUEUE)
    records.say_changed(case, BANK.key, at=LATER)
    assert entries(store, case)[1] == replace(BANK, standing=Standing.SAID, since=LATER)
    day = date(2027, 1, 1)
    records.exclude(case, BANK.key, reason="店の人に聞く", until=day, at=LATER)
    assert entries(store, case)[1] == replace(
        BANK,
        standing=Standing.EXCLUDED,
        since=LATER,
        reason="店の人に聞く",
        until=day,
    )
    records.reopen(case, BANK.key, at=LATER)
    assert entries(store, case)[1] == BANK
    assert notes(store, case, Kind.LOGIN_SAID) == ["said", "excluded", "open"]


def test_a_word_finds_its_entry_by_any_key(store: Store, case: Case) -> None:
    store.password_records.replace_queue(case, QUEUE)
    store.password_records.say_changed(case, MAIL.key, at=LATER)
    assert entries(store, case)[0].standing is Standing.SAID


@pytest.mark.parametrize("key", ["nobody.example hanako", ""])
def test_a_word_about_no_entry_is_not_noted(store: Store, case: Case, key: str) -> None:
    store.password_records.replace_queue(case, QUEUE)
    store.password_records.say_changed(case, key, at=LATER)
    store.password_records.reopen(case, BANK.key, at=LATER)  # which is open
    assert notes(store, case, Kind.LOGIN_SAID) == []


def test_no_word_takes_back_what_an_export_has_proven(store: Store, case: Case) -> None:
    proven = replace(BANK, standing=Standing.PROVEN, since=LATER)
    store.password_records.replace_queue(case, replace(QUEUE, entries=(proven,)))
    for word in WORDS:
        word(store, case)
    assert entries(store, case) == (proven,)


WORDS: list[Callable[[Store, Case], None]] = [
    lambda store, case: store.password_records.say_changed(case, BANK.key, at=LATER),
    lambda store, case: store.password_records.reopen(case, BANK.key, at=LATER),
    lambda store, case: store.password_records.exclude(
        case, BANK.key, reason="", until=None, at=LATER
    ),
]


@pytest.mark.parametrize(
    "word",
    [*WORDS, lambda store, case: store.password_records.replace_queue(case, QUEUE)],
)
def test_nothing_is_kept_of_a_deleted_case(
    store: Store, case: Case, word: Callable[[Store, Case], None]
) -> None:
    store.password_records.replace_queue(case, QUEUE)
    store.delete(case)
    with pytest.raises(CaseDeletedError):
        word(store, case)
    with closing(connect(store.path)) as connection:
        assert connection.execute("SELECT * FROM password_entry").fetchall() == []


def test_a_moment_keeps_its_offset(store: Store, case: Case) -> None:
    moment = datetime.fromisoformat("2020-02-29T23:00:00+09:00")
    entry = replace(BANK, modified=moment)
    store.password_records.replace_queue(case, replace(QUEUE, entries=(entry,)))
    assert entries(store, case)[0].modified == moment
    assert str(entries(store, case)[0].modified).endswith("+09:00")
