"""What the store keeps about cards."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from sqlite3 import connect

import pytest

from tests.contracts.cases import OTHER, SHOP
from tests.contracts.statement_files import BLUE, LATER, charge, file, statement
from tests.fakes.clock import FRIDAY_NIGHT
from tests.recovery.plan.situations import order
from torimodosu.adapters.store import Store
from torimodosu.adapters.store.card_records import CardRecords
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.case.journal import Entry, Kind
from torimodosu.recovery.orders.order import Ownership
from torimodosu.recovery.plan.card_work import CardWork
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.statements.card_notice import CardNotice, NoticeKind
from torimodosu.recovery.statements.deadline import LetterData
from torimodosu.recovery.statements.returns import ReturnState, ReturnWord
from torimodosu.recovery.statements.statement import StatementRead
from torimodosu.recovery.statements.watch import WatchLog
from torimodosu.recovery.statements.which_card.matching import (
    CardFinding,
    Ground,
    Matching,
    OpenCharge,
    Said,
    Verdict,
)

NOTICE = CardNotice(
    mails=("a" * 64,),
    issuer="smbc_card",
    card="4821",
    used_at=FRIDAY_NIGHT,
    used_to_the_day=False,
    merchant="店\ud800",
    merchant_normal="店",
    amount=Decimal("19.90"),
    currency="USD",
    foreign=None,
    kind=NoticeKind.PURCHASE,
    is_preliminary=True,
)


@pytest.fixture
def case(store: Store) -> Case:
    answers = replace(SHOP, cards=(BLUE,))
    return store.open(answers, at=FRIDAY_NIGHT, is_practice=False)


@pytest.fixture
def log(store: Store) -> CardRecords:
    return store.card_records


def work(log: CardRecords, case: Case) -> CardWork:
    """Return work that names the charges of the log."""
    charges = {one.key: one for one in log.charges(case)}
    finding = CardFinding(
        card=1,
        verdict=Verdict.CERTAIN,
        ground=Ground.CHARGED,
        matches=("m",),
        amounts=(("JPY", Decimal(3400)),),
    )
    letter = LetterData(
        card=1,
        charges=((date(2026, 3, 1), "店", Decimal(3400), "JPY"), (None, "", None, "")),
        orders=("1",),
        total=(("JPY", Decimal(3400)),),
        first=None,
        deadline=None,
    )
    return CardWork(
        at=LATER,
        matching=Matching(
            at=LATER,
            findings=(finding,),
            matches=(),
            unexplained_charges=tuple((key, OpenCharge.SMALL_TEST) for key in charges),
            unexplained_orders=(),
        ),
        charges=charges,
        watch=WatchLog(months=(), cells=(), ends_on=date(2027, 3, 31)),
        letters=(letter,),
    )


def take(log: CardRecords, case: Case, name: str, *reads: StatementRead) -> None:
    for number, read in enumerate(reads):
        log.import_statements(case, [(file(f"{name}{number}"), read)], at=LATER)


def look(store: Store, case: Case, *, days: int = 0) -> Snapshot:
    return store.snapshot(case, at=LATER + timedelta(days=days))


def test_a_snapshot_knows_statements_work_and_words(
    store: Store, log: CardRecords, case: Case
) -> None:
    take(log, case, "a", statement(charge(1, 3400)))
    log.say_of_charge(case, "c", is_mine=True, at=LATER)
    log.keep_card_work(case, work(log, case))
    snapshot = look(store, case)
    assert snapshot.statements == tuple(log.statements(case))
    assert snapshot.card_words == log.card_words(case)
    assert snapshot.card_work == work(log, case)


def test_notices_come_back_as_they_were_and_replace_the_old(
    log: CardRecords, case: Case
) -> None:
    second = replace(NOTICE, amount=None, used_at=None)
    log.replace_notices(case, [NOTICE, second])
    assert list(log.card_notices(case)) == [NOTICE, second]
    log.replace_notices(case, [second])
    assert list(log.card_notices(case)) == [second]


def test_there_is_work_as_soon_as_there_is_something_to_work_on(
    store: Store, log: CardRecords, case: Case
) -> None:
    assert not look(store, case).is_card_work_stale
    store.replace(case, {"a": order()}, packs="1", at=LATER)
    assert look(store, case).is_card_work_stale
    store.replace(case, {}, packs="1", at=LATER)
    log.replace_notices(case, [NOTICE])
    assert look(store, case).is_card_work_stale
    log.replace_notices(case, [])
    take(log, case, "a", statement())
    assert look(store, case).is_card_work_stale


CHANGES: tuple[Callable[[Store, CardRecords, Case], object], ...] = (
    lambda _, log, case: take(log, case, "b", statement()),
    lambda _, log, case: log.assign(case, 1, 0, at=LATER),
    lambda _, log, case: log.say_of_match(case, "m", Said.REJECTED, at=LATER),
    lambda _, log, case: log.say_of_charge(case, "c", is_mine=True, at=LATER),
    lambda _, log, case: log.say_of_return(case, "r", at=LATER),
    lambda _, log, case: log.say_reported(case, 1, LATER.date(), at=LATER),
    lambda _, log, case: log.say_of_month(
        case, 1, date(2026, 4, 1), is_clean=True, at=LATER
    ),
    lambda _, log, case: log.watch_until(case, LATER.date(), at=LATER),
    lambda _, log, case: log.replace_notices(case, [NOTICE]),
    lambda store, _, case: store.judge(case, ["a"], Ownership.MINE, at=LATER),
    lambda store, _, case: store.replace(case, {}, packs="2", at=LATER),
    lambda store, _, case: store.answer(case, OTHER, at=LATER),
)


@pytest.mark.parametrize("change", CHANGES)
def test_work_is_stale_once_something_that_it_rests_on_has_changed(
    store: Store,
    log: CardRecords,
    case: Case,
    change: Callable[[Store, CardRecords, Case], object],
) -> None:
    take(log, case, "a", statement())
    log.keep_card_work(case, work(log, case))
    assert not look(store, case).is_card_work_stale
    change(store, log, case)
    assert look(store, case).is_card_work_stale
    log.keep_card_work(case, work(log, case))
    assert not look(store, case).is_card_work_stale


def test_a_word_that_came_while_the_work_was_done_makes_it_stale(
    store: Store, log: CardRecords, case: Case
) -> None:
    begun = work(log, case)
    during = LATER + timedelta(seconds=1)
    log.say_of_match(case, "m", Said.CONFIRMED, at=during)
    log.keep_card_work(case, begun)
    assert look(store, case).is_card_work_stale


def test_on_another_day_other_things_are_due(
    store: Store, log: CardRecords, case: Case
) -> None:
    log.keep_card_work(case, work(log, case))
    assert look(store, case, days=1).is_card_work_stale


def test_other_notes_leave_the_work_as_it_is(
    store: Store, log: CardRecords, case: Case
) -> None:
    log.keep_card_work(case, work(log, case))
    store.note(case, Entry(at=LATER, kind=Kind.NOTE))
    assert not look(store, case).is_card_work_stale


def test_the_journal_holds_codes_and_keys_alone(
    store: Store, log: CardRecords, case: Case
) -> None:
    take(log, case, "a", statement(charge(1, 3400)))
    back = ReturnWord(key="r", state=ReturnState.RESTORED, at=LATER, note="秘密")
    log.say_of_return(case, back, at=LATER)
    log.say_of_match(case, "m", None, at=LATER)
    log.say_of_month(case, 1, date(2026, 4, 1), is_clean=True, at=LATER)
    sha256 = file("a0").sha256
    assert [(entry.kind, entry.text) for entry in store.entries(case)[1:]] == [
        (
            Kind.STATEMENT_IMPORTED,
            f"sha256={sha256} issuer=smbc_card layout=smbc_confirmed rows=1 skipped=0",
        ),
        (Kind.RETURN_SAID, "r restored"),
        (Kind.MATCH_SAID, "m open"),
        (Kind.MONTH_SAID, "1 2026-04-01 clean"),
    ]
    assert store.journal_is_whole(case)


def test_all_goes_with_its_case_and_nothing_of_another(
    store: Store, log: CardRecords, case: Case
) -> None:
    other = store.open(OTHER, at=FRIDAY_NIGHT, is_practice=False)
    for each in (case, other):
        take(log, each, "a", statement(charge(1, 3400)), statement(charge(1, 3400)))
        log.say_of_charge(each, "c", is_mine=True, at=LATER)
        log.replace_notices(each, [NOTICE])
        log.keep_card_work(each, work(log, each))
    before = look(store, other)
    store.delete(case)
    assert look(store, other) == before
    assert len(log.charges(other)) == 1
    with closing(connect(store.path)) as connection:
        for table in ("statement", "charge_row", "shop"):
            rows = connection.execute(f"SELECT count(*) FROM {table}")  # noqa: S608
            assert rows.fetchone() == (2,)
        for table in ("card_word", '"repeat"', "card_notice", "card_work"):
            rows = connection.execute(f"SELECT count(*) FROM {table}")  # noqa: S608
            assert rows.fetchone() == (1,)
