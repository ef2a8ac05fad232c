"""The statement log in the store."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path
from sqlite3 import IntegrityError, connect

import pytest

from tests.contracts.cases import SHOP
from tests.contracts.statement_files import BLUE, LATER, charge, file, statement
from tests.contracts.statements import (
    CardsOfStatementsContract,
    CardWordsContract,
    StatementLogContract,
)
from tests.fakes.clock import FRIDAY_NIGHT
from tests.fakes.small_disks import mounted
from torimodosu.adapters.store import Store
from torimodosu.adapters.store.card_records import CardRecords
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.case.journal import Kind
from torimodosu.recovery.case.ports import StoreError, StoreTrouble
from torimodosu.recovery.statements.statement import StatementRead


class InStore:
    """What the contracts are proven on."""

    @pytest.fixture
    def cases(self, store: Store) -> Store:
        return store

    @pytest.fixture
    def log(self, store: Store) -> CardRecords:
        return store.card_records


class TestStatementLog(InStore, StatementLogContract):
    """The statements of a case."""


class TestCardsOfStatements(InStore, CardsOfStatementsContract):
    """Whose they are."""


class TestCardWords(InStore, CardWordsContract):
    """What the user says."""


@pytest.fixture
def case(store: Store) -> Case:
    answers = replace(SHOP, cards=(BLUE,))
    return store.open(answers, at=FRIDAY_NIGHT, is_practice=False)


@pytest.fixture
def log(store: Store) -> CardRecords:
    return store.card_records


def take(log: CardRecords, case: Case, name: str, *reads: StatementRead) -> None:
    for number, read in enumerate(reads):
        log.import_statement(case, read, file(f"{name}{number}"), at=LATER)


@pytest.mark.parametrize("table", ["statement", "shop", "charge_row", "card_word"])
@pytest.mark.parametrize("change", ["DELETE FROM {}", "UPDATE {} SET rowid = 7"])
def test_what_was_imported_or_said_cannot_be_changed(
    store: Store, log: CardRecords, case: Case, table: str, change: str
) -> None:
    take(log, case, "a", statement(charge(1, 3400)))
    log.say_of_charge(case, "c", is_mine=True, at=LATER)
    if table in {"shop", "charge_row"}:
        change = change.replace("rowid", "statement")
    with (
        closing(connect(store.path)) as connection,
        pytest.raises(IntegrityError, match=r"append-only|never"),
    ):
        connection.execute(change.format(table))
    assert [one.charge.amount for one in log.charges(case)] == [3400]


def test_any_tool_can_ask_for_each_charge_once(
    store: Store, log: CardRecords, case: Case
) -> None:
    before = statement(charge(1, 3400, "AMZN", card="4821"), is_open=True)
    after = statement(charge(1, 3400, "アマゾン", card="4821"), charge(2, 66))
    take(log, case, "a", before, after)
    with closing(connect(store.path)) as connection:
        rows = connection.execute(
            "SELECT card, day, merchant, amount, currency, is_open, sightings, file"
            " FROM charge WHERE case_id = 1 ORDER BY day"
        ).fetchall()
    assert rows == [
        (1, "2026-03-01", "アマゾン", "3400", "JPY", 0, 2, "a1"),
        (1, "2026-03-02", "店", "66", "JPY", 0, 1, "a1"),
    ]


def test_a_mapping_is_kept_across_cases(store: Store, log: CardRecords) -> None:
    assert log.mapping("jcb") is None
    log.keep_mapping("jcb", {"date": 0})
    log.keep_mapping("jcb", {"date": 1, "words": ["日"]})
    assert Store.at(store.path).card_records.mapping("jcb") == {
        "date": 1,
        "words": ["日"],
    }


def test_a_full_disk_keeps_nothing_of_a_statement(tmp_path: Path) -> None:
    with mounted(tmp_path / "disk", size="1m") as disk:
        store = Store.at(disk / "cases.sqlite")
        case = store.open(SHOP, at=FRIDAY_NIGHT, is_practice=False)
        log = store.card_records
        many = statement(*(charge(1, n, f"店{n}" * 9) for n in range(1, 9000)))
        with pytest.raises(StoreError) as caught:
            take(log, case, "a", many)
        assert caught.value.trouble is StoreTrouble.FULL
        assert (list(log.statements(case)), list(log.charges(case))) == ([], [])
        assert [entry.kind for entry in store.entries(case)] == [Kind.OPENED]
        take(log, case, "b", statement(charge(1, 3400)))
        assert len(log.charges(case)) == 1
