"""Taking 200,000 rows of CP932 into the log, against programs that only store them.

Each side is a whole process. `iconv | sqlite3 .import` keeps the cells as they are, in
one table with an index, and understands nothing: no day, no amount, no shop, no total,
no check whether a row is known. hledger reads the same rows with rules of CSV and tells
how many there are. Ours ends with rows that can be searched, the total compared. It is
taken into a case that was opened before, as nobody imports a statement into none: each
run copies the folder of one that was made untimed.
"""

import shutil
import subprocess
import sys
from itertools import count
from pathlib import Path

import pytest

from tests.benchmarks import statement_import
from tests.benchmarks.made_up_statement import made_up_statement
from tests.benchmarks.pairs import (
    Outcome,
    Work,
    command,
    measure,
    say,
    tell,
    timed,
)
from torimodosu.adapters.store import Store
from torimodosu.bootstrap.data_folder import STORE

ROOT = Path(__file__).parents[2]
AGAINST_SQLITE = 1.4
AGAINST_HLEDGER = 0.03

IMPORT = """
pragma journal_mode = wal;
pragma synchronous = normal;
create table row (day, shop, amount, times, which, billed, note);
.mode csv
.import '|iconv -f CP932 -t UTF-8 {source}' row
create index row_of_day on row (amount, day);
select count(*) from row;
"""
RULES = """
skip 1
fields date,description,amount,,,,
date-format %Y/%m/%d
currency JPY
account1 liabilities:card
if ,,,,
 skip
"""


def ours(source: Path, folder: Path) -> Work:
    """Return work that takes *source* into an open case, each time another."""
    numbers = count()
    before = folder / "before"
    before.mkdir()
    statement_import.open_case_in(before)

    def run() -> None:
        store = folder / f"store-{next(numbers)}"
        shutil.copytree(before, store)
        program = (sys.executable, "-m", statement_import.__name__)
        command(*program, source, store, folder=ROOT)()
        shutil.rmtree(store)

    return run


def sqlite_import(source: Path, folder: Path) -> Work:
    """Return work that puts the cells of *source* into a table, each time another."""
    numbers = count()

    def run() -> None:
        path = folder / f"table-{next(numbers)}.sqlite"
        script = IMPORT.format(source=source)
        program = [shutil.which("sqlite3") or "sqlite3", str(path)]
        subprocess.run(program, input=script.encode(), check=True, capture_output=True)
        path.unlink()

    return run


def hledger(source: Path, folder: Path) -> Work:
    """Return work that reads *source*, turned into UTF-8 before, with hledger."""
    text = folder / "hledger.csv"
    text.write_text(source.read_bytes().decode("cp932"), "utf-8")
    rules = folder / "hledger.rules"
    rules.write_text(RULES, "utf-8")
    return command("hledger", "-f", text, "--rules-file", rules, "stats")


@pytest.fixture
def statement(tmp_path: Path, *, long_form: bool) -> Path:
    rows = 200_000 if long_form else 2_000
    path = tmp_path / "202609.csv"
    path.write_bytes(made_up_statement(rows))
    kept = tmp_path / "checked"
    kept.mkdir()
    statement_import.open_case_in(kept)
    assert statement_import.take_in(path, kept) == rows
    (one,) = Store.at(kept / STORE).card_records.statements(
        Store.at(kept / STORE).all()[0]
    )
    assert (one.skipped, one.totals_agree) == ((), True)
    say(f"{rows} rows, {path.stat().st_size / 1e6:.1f} MB, all kept, totals agree")
    return path


@pytest.mark.skipif(shutil.which("sqlite3") is None, reason="there is no sqlite3 here")
@pytest.mark.skipif(shutil.which("iconv") is None, reason="there is no iconv here")
def test_a_large_statement_against_sqlite(
    statement: Path, tmp_path: Path, *, long_form: bool
) -> None:
    outcome = measure(
        ours(statement, tmp_path),
        sqlite_import(statement, tmp_path),
        rounds=5 if long_form else 1,
    )
    name = "importing a statement / iconv and sqlite3"
    assert tell(name, outcome, limit=AGAINST_SQLITE) or not long_form


@pytest.mark.skipif(shutil.which("hledger") is None, reason="there is no hledger here")
def test_a_large_statement_against_hledger(
    statement: Path, tmp_path: Path, *, long_form: bool
) -> None:
    peer = hledger(statement, tmp_path)
    work = ours(statement, tmp_path)
    pairs = [(timed(work), timed(peer)) for _ in range(2 if long_form else 1)]
    outcome = Outcome(
        ours=tuple(pair[0] for pair in pairs), peer=tuple(pair[1] for pair in pairs)
    )
    name = "importing a statement / hledger"
    assert tell(name, outcome, limit=AGAINST_HLEDGER) or not long_form
