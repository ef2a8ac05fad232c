from dataclasses import replace
from datetime import date

from tests.recovery.statements.guessed import BOOK, guess, text_of
from tests.recovery.statements.reading import TODAY, reader
from torimodosu.plain import from_plain, to_plain
from torimodosu.recovery.catalogue.statement_layout import DateForm
from torimodosu.recovery.statements.encoding import decode
from torimodosu.recovery.statements.mapped_statement import (
    ROWS_OF_PREVIEW,
    apply_mapping,
    preview,
)
from torimodosu.recovery.statements.mapping import ColumnMapping, FileFacts
from torimodosu.recovery.statements.statement import (
    StatementRead,
)
from torimodosu.recovery.statements.table import open_table


def test_a_mapping_of_the_user_goes_before_what_is_guessed() -> None:
    raw = text_of("Date,Description,Amount", "01/02/2026,SHOP,-5.00")
    told = replace(guess(raw).mapping, dates=DateForm.DAY_FIRST, issuer="jcb")
    kept = {told.key: told}
    statement = replace(reader(), kept=kept.get).read(
        raw, name="export.csv", today=TODAY
    )
    assert isinstance(statement, StatementRead)
    assert (statement.layout, statement.issuer) == ("mapped", "jcb")
    assert statement.charges[0].date == date(2026, 2, 1)
    assert from_plain(ColumnMapping, to_plain(told)) == told


def test_files_without_names_are_known_by_where_their_days_stand() -> None:
    one = text_of("05.09.2026;CAFE;-3,50", "06.09.2026;KINO;-4,50")
    same = text_of("07.09.2026;BUCH;-9,50")
    other = text_of("CAFE;05.09.2026;-3,50")
    assert guess(one).mapping.key == guess(same).mapping.key
    assert guess(one).mapping.key != guess(other).mapping.key


def test_a_preview_reads_only_the_first_rows() -> None:
    rows = [f"2026-09-0{at % 9 + 1},SHOP,-5.00" for at in range(100)]
    raw = text_of("Some bank", "Date,Description,Amount", *rows)
    table = open_table(decode(raw), BOOK)
    first = preview(
        table, guess(raw).mapping, BOOK, FileFacts(name="a.csv", today=TODAY)
    )
    assert (len(first.charges), first.other_rows) == (ROWS_OF_PREVIEW, {"head": 2})


def test_the_year_that_the_user_tells_is_that_of_every_day() -> None:
    raw = text_of("日付,摘要,お支払金額", "4月30日,スーパー,4600")
    facts = FileFacts(name="a.csv", today=TODAY, year=2025)
    table = open_table(decode(raw), BOOK)
    (charge,) = apply_mapping(table, guess(raw).mapping, BOOK, facts).charges
    assert charge.date == date(2025, 4, 30)
