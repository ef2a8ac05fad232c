"""The statement log in the store."""

from contextlib import closing
from dataclasses import replace
from decimal import Decimal
from itertools import product
from operator import attrgetter
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
from torimodosu.adapters.store.connection import Database
from torimodosu.adapters.store.migrate import migrate, shipped_scripts
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.case.journal import Kind
from torimodosu.recovery.case.ports import StoreError, StoreTrouble
from torimodosu.recovery.statements.charge_table import decimal_text
from torimodosu.recovery.statements.statement import ChargeKind, StatementRead


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
        log.import_statements(case, [(file(f"{name}{number}"), read)], at=LATER)


@pytest.mark.parametrize("table", ["statement", "shop", "row_block", "card_word"])
@pytest.mark.parametrize("change", ["DELETE FROM {}", "UPDATE {} SET rowid = 7"])
def test_what_was_imported_or_said_cannot_be_changed(
    store: Store, log: CardRecords, case: Case, table: str, change: str
) -> None:
    take(log, case, "a", statement(charge(1, 3400)))
    log.say_of_charge(case, "c", is_mine=True, at=LATER)
    if table == "shop":
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


PART = Decimal("1.50")
# From this version on rows leave out what most rows have.
BRIEF = 9


BILLED = [(None,) * 4, (3, 4, 5, 6), (3, None, PART, 6), (None, None, PART, None)]
ROWS = [(2, 3, 4, 5), (2, 3, 7, 8), (9, 4, 6, 5)]


@pytest.mark.parametrize(
    ("billed", "rows", "kinds"), [*product(BILLED, ROWS, ["pppp", "pprp", "rrpr"])]
)
def test_rows_are_kept_as_they_were_read_however_odd(
    store: Store,
    case: Case,
    billed: tuple[Decimal | int | None, ...],
    rows: tuple[int, ...],
    kinds: str,
) -> None:
    given = [
        replace(
            charge(day, amount),
            row=row,
            billed=None if part is None else Decimal(part),
            kind=ChargeKind.REFUND if kind == "r" else ChargeKind.PURCHASE,
        )
        for day, amount, row, part, kind in zip(
            (1, 2, 3, 4), (3, 4, 5, 6), rows, billed, kinds, strict=True
        )
    ]
    take(store.card_records, case, "a", replace(statement(), charges=tuple(given)))
    kept = [one.charge for one in store.card_records.charges(case)]
    assert kept == given
    with closing(connect(store.path)) as connection:
        shown = connection.execute(
            'SELECT "row", billed, kind FROM charge WHERE case_id = 1 ORDER BY day'
        ).fetchall()
    assert shown == [
        (one.row, decimal_text(one.billed), one.kind.value) for one in given
    ]


def test_many_rows_are_kept_in_their_order(log: CardRecords, case: Case) -> None:
    given = [
        replace(charge(1 + n % 28, n + 1, f"店{n}"), row=n + 5) for n in range(10_150)
    ]
    take(log, case, "a", replace(statement(), charges=tuple(given)))
    kept = [one.charge for one in log.charges(case)]
    assert sorted(kept, key=attrgetter("row")) == given


def test_what_is_kept_refers_to_nothing_that_is_missing(
    store: Store, log: CardRecords, case: Case
) -> None:
    given = statement(charge(1, 3400, card="4821"), charge(2, 66, "店"))
    take(log, case, "a", given, replace(given, is_open=True))
    with closing(connect(store.path)) as connection:
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


@pytest.mark.parametrize(
    "row",
    [
        "INSERT INTO row_block (statement, position, cells) VALUES (7, 0, '{}')",
        "INSERT INTO shop VALUES (7, 0, '店', '店')",
        "INSERT INTO card_of_statement VALUES (7, '', 0)",
    ],
)
def test_no_row_of_a_statement_that_is_missing_can_be_written(
    store: Store, log: CardRecords, case: Case, row: str
) -> None:
    take(log, case, "a", statement(charge(1, 3400)))
    with (
        pytest.raises(IntegrityError, match="FOREIGN KEY"),
        Database(store.path).write() as connection,
    ):
        connection.execute(row)


FULL_ROWS = """
INSERT INTO "case" (id, service, noticed, sign_in, mail_place, is_practice)
VALUES (1, 'amazon.co.jp', '2026-03-13', 'no', 'files', 0);
INSERT INTO statement (
    id, case_id, number, sha256, name, imported_at, given_card, issuer, layout,
    encoding, account, is_open, currency, last_four, holder, "rows", "sum", skipped,
    doubts, last_fours
) VALUES (
    1, 1, 1, 'a1', 'a.csv', '2026-03-14T10:00:00+09:00', 0, 'jcb', 'jcb', 'cp932',
    'card', 0, 'JPY', '', '', 2, '10', '[]', '{}', '[]'
);
INSERT INTO shop VALUES (1, 0, '店', '店');
INSERT INTO card_of_statement VALUES (1, '', 0);
INSERT INTO charge_row (
    statement, position, "row", day, shop, amount, kind, billed
) VALUES
    (1, 0, 7, '2026-03-01', 0, '30', 'purchase', NULL),
    (1, 1, 9, '2026-03-02', 0, '-20', 'refund', '-2.5');
"""


def test_rows_that_say_everything_themselves_stay_what_they_are(tmp_path: Path) -> None:
    path = tmp_path / "cases.sqlite"
    migrate(path, [one for one in shipped_scripts() if one.version < BRIEF])
    with closing(connect(path)) as connection:
        connection.executescript(FULL_ROWS)
    store = Store.at(path)
    charges = [one.charge for one in store.card_records.charges(store.all()[0])]
    assert [(one.row, one.amount, one.billed, one.kind) for one in charges] == [
        (7, Decimal(30), None, ChargeKind.PURCHASE),
        (9, Decimal(-20), Decimal("-2.5"), ChargeKind.REFUND),
    ]
    with closing(connect(path)) as connection, pytest.raises(IntegrityError):
        connection.execute("UPDATE row_block SET cells = '{}'")


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
