"""Reading 200,000 rows of CP932, against iconv turning the same file into UTF-8.

The peer only decodes: what is above it is the parting into cells, the understanding of
days, amounts and shops, and one object of twelve fields for each row. No limit is set
for this part of an import alone.
"""

import shutil
from datetime import date
from pathlib import Path

import pytest

from tests.benchmarks.made_up_statement import made_up_statement
from tests.benchmarks.pairs import command, measure, say
from tests.recovery.statements.reading import reader
from torimodosu.adapters.statement_files import read_statement_file
from torimodosu.recovery.statements.statement import StatementRead

TODAY = date(2026, 11, 22)


def read(path: Path) -> StatementRead:
    """Read the statement at *path* wholly."""
    raw = read_statement_file(path)
    assert isinstance(raw, bytes)
    statement = reader().read(raw, name=path.name, today=TODAY)
    assert isinstance(statement, StatementRead)
    return statement


@pytest.mark.skipif(shutil.which("iconv") is None, reason="there is no iconv here")
def test_a_large_statement(tmp_path: Path, *, long_form: bool) -> None:
    rows, rounds = (200_000, 5) if long_form else (2_000, 1)
    path = tmp_path / "202609.csv"
    path.write_bytes(made_up_statement(rows))
    statement = read(path)
    assert (len(statement.charges), statement.skipped) == (rows, ())
    assert statement.totals_agree
    say(f"{rows} rows, {path.stat().st_size / 1e6:.1f} MB, all read, totals agree")
    peer = command("iconv", "-f", "CP932", "-t", "UTF-8", path)
    outcome = measure(lambda: read(path), peer, rounds=rounds)
    say(f"     reading a statement / iconv: {outcome.ratio:.3g}x, median of {rounds}")
