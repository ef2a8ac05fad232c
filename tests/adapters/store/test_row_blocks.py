"""Rows that are kept in blocks, as the program and as any other tool reads them."""

from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from sqlite3 import Connection, connect
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.contracts.cases import SHOP
from tests.contracts.statement_files import LATER, file, statement
from tests.fakes.clock import FRIDAY_NIGHT
from torimodosu.adapters.store import Store
from torimodosu.adapters.store.migrate import migrate, shipped_scripts
from torimodosu.recovery.statements.charge_table import decimal_text
from torimodosu.recovery.statements.statement import Charge, ChargeKind, Foreign

# From this version on rows are kept in blocks.
IN_BLOCKS = 10

DAYS = st.none() | st.dates(date(2026, 3, 1), date(2026, 3, 31))
AMOUNTS = st.none() | st.decimals(-99, 99, places=2)
CHARGES = st.builds(
    Charge,
    row=st.integers(1, 999),
    card=st.sampled_from(["", "4821", "0935"]),
    holder=st.sampled_from(["", "山田\u3000花子", 'A "quoted" one']),
    date=DAYS,
    merchant=st.sampled_from(["店", "ＡＭＡＺＯＮ", 'a\\"b\n']),
    merchant_normal=st.sampled_from(["店", "amazon"]),
    amount=AMOUNTS,
    billed=AMOUNTS,
    currency=st.sampled_from(["JPY", "USD", ""]),
    foreign=st.none()
    | st.builds(
        Foreign, amount=AMOUNTS, currency=st.sampled_from(["EUR", "USD"]), rate=AMOUNTS
    ),
    kind=st.sampled_from(ChargeKind),
    bill_date=DAYS,
    bill_month=st.sampled_from([None, date(2026, 4, 1), date(2026, 5, 1)]),
)
# Most rows of a statement are alike, so that what is usual is left out of many blocks.
USUAL = Charge(
    row=1,
    card="4821",
    holder="",
    date=date(2026, 3, 1),
    merchant="店",
    merchant_normal="店",
    amount=Decimal(3400),
    billed=Decimal(3400),
    currency="JPY",
    foreign=None,
    kind=ChargeKind.PURCHASE,
    bill_date=date(2026, 4, 10),
    bill_month=date(2026, 4, 1),
)
ROWS = st.builds(
    lambda before, odd, after: [*[USUAL] * before, *odd, *[USUAL] * after],
    st.integers(0, 200),
    st.lists(CHARGES, max_size=4),
    st.integers(0, 70),
).map(lambda rows: [replace(row, row=row.row + at) for at, row in enumerate(rows)])


def iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def in_words(charge: Charge) -> tuple[object, ...]:
    """Return what a tool sees of *charge*."""
    foreign = charge.foreign
    return (
        *(charge.row, charge.card, charge.holder, iso(charge.date)),
        *(charge.merchant, charge.merchant_normal, decimal_text(charge.amount)),
        *(decimal_text(charge.billed), charge.currency),
        decimal_text(None if foreign is None else foreign.amount),
        None if foreign is None else foreign.currency,
        decimal_text(None if foreign is None else foreign.rate),
        *(charge.kind.value, iso(charge.bill_date)),
        None if charge.bill_month is None else f"{charge.bill_month:%Y-%m}",
    )


def seen_in(
    connection: Connection, month: str = "bill_month"
) -> Sequence[tuple[object, ...]]:
    return connection.execute(
        'SELECT "row", last_four, holder, day, merchant, merchant_normal, amount,'  # noqa: S608
        " billed, currency, foreign_amount, foreign_currency, foreign_rate, kind,"
        f" bill_date, {month} FROM statement_row ORDER BY statement, first_position"
    ).fetchall()


@given(ROWS)
@settings(max_examples=20, deadline=None)
def test_rows_come_back_as_they_were_read_to_the_program_and_to_any_tool(
    rows: list[Charge],
) -> None:
    with TemporaryDirectory() as folder:
        store = Store.at(Path(folder) / "cases.sqlite")
        case = store.open(SHOP, at=FRIDAY_NIGHT, is_practice=False)
        read = replace(statement(), charges=tuple(rows))
        store.card_records.import_statements(case, [(file("a"), read)], at=LATER)
        kept = [one.charge for one in store.card_records.charges(case)]
        with closing(connect(store.path)) as connection:
            seen = seen_in(connection)
    by_day = sorted(rows, key=lambda row: (row.date is None, row.date or date.max))
    assert kept == by_day
    assert seen == [in_words(row) for row in rows]


OLD_STATEMENT = """
INSERT INTO "case" (id, service, noticed, sign_in, mail_place, is_practice)
VALUES (1, 'amazon.co.jp', '2026-03-13', 'no', 'files', 0);
INSERT INTO statement (
    id, case_id, number, sha256, name, imported_at, given_card, issuer, layout,
    encoding, account, is_open, currency, last_four, holder, "rows", "sum", skipped,
    doubts, last_fours, first_row, is_billed
) VALUES (
    1, 1, 1, 'a1', 'a.csv', '2026-03-14T10:00:00+09:00', 0, 'jcb', 'jcb', 'cp932',
    'card', 0, 'JPY', '', '', 150, '10', '[]', '{}', '[]', 3, 1
);
INSERT INTO shop VALUES (1, 0, '店', '店'), (1, 1, 'ＡＭＡＺＯＮ', 'amazon');
INSERT INTO card_of_statement VALUES (1, '', 0);
WITH RECURSIVE place (n) AS (
    SELECT 149 UNION ALL SELECT n - 1 FROM place WHERE n > 0
)
INSERT INTO charge_row (
    statement, position, "row", day, shop, amount, kind, billed, foreign_amount,
    foreign_currency, foreign_rate
)
SELECT
    1, n, CASE n WHEN 70 THEN 999 END,
    CASE WHEN n <> 5 THEN printf('2026-03-%02d', 1 + n % 28) END, n % 2, 7 * n || '',
    CASE n % 50 WHEN 9 THEN 'refund' END, CASE n WHEN 1 THEN '' WHEN 99 THEN '1.5' END,
    CASE n WHEN 149 THEN '2.50' END, CASE n WHEN 149 THEN 'EUR' END, NULL
FROM place;
"""


def test_rows_that_were_kept_one_by_one_stay_what_they_are(tmp_path: Path) -> None:
    path = tmp_path / "cases.sqlite"
    migrate(path, [one for one in shipped_scripts() if one.version < IN_BLOCKS])
    with closing(connect(path)) as connection:
        connection.executescript(OLD_STATEMENT)
        before = seen_in(connection, "NULL")
    store = Store.at(path)
    with closing(connect(path)) as connection:
        assert seen_in(connection) == before
        assert connection.execute("SELECT count(*) FROM row_block").fetchone() == (3,)
    charges = [one.charge for one in store.card_records.charges(store.all()[0])]
    assert sorted(map(in_words, charges), key=str) == sorted(before, key=str)
    assert len(before) == 150


def test_other_tools_go_through_the_rows_once_and_not_for_each_shop(
    tmp_path: Path,
) -> None:
    store = Store.at(tmp_path / "cases.sqlite")
    with closing(connect(store.path)) as connection:
        plan = connection.execute("EXPLAIN QUERY PLAN SELECT * FROM statement_row")
        steps = [step for *_, step in plan]
    assert steps[0] == "SCAN b"
    assert [step.split()[0] for step in steps[2:]] == ["SEARCH"] * (len(steps) - 2)
