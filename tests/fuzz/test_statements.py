"""No mutated statement gets an exception out of the readers, or a row twice."""

from random import Random

from tests.fuzz.mutation import mutate
from tests.recovery.statements.pdf_writing import pdf_of, table_page
from tests.recovery.statements.reading import TODAY, catalogue
from tests.recovery.statements.samples import SAMPLES
from torimodosu.adapters.statement_pdf import read_pdf
from torimodosu.recovery.statements.reading import StatementReader
from torimodosu.recovery.statements.statement import StatementRead

SHORT, LONG = 200, 20_000
FOREIGN = (
    "Datum;Empfänger;Betrag\n01.09.2026;Bäckerei;-3,50\n".encode("cp1252") * 3,
    b"Date,Description,Debit,Credit\n12-Sep-2026,CAFE,3.50,\n13-Sep-2026,B,,9.00\n",
    b"05.09.2026;CAFE;;3,50\n06.09.2026;LOHN;900,00;\n07.09.2026;KINO;;12,00\n",
    b"<OFX><CCSTMTRS><STMTTRN><DTPOSTED>20260901<TRNAMT>-5.00<NAME>CAFE</STMTTRN>",
    b"!Type:CCard\nD1/13'26\nT-5.00\nPCafe\n^\n",
    pdf_of([table_page((50, 120, 300), [("日付", "店名", "金額")] * 3)]),
)


def test_no_exception_gets_out_and_no_row_counts_twice(*, long_form: bool) -> None:
    seeds = [*(sample.raw for sample in SAMPLES), *FOREIGN]
    reader = StatementReader(facts=catalogue().statement_facts, pdf=read_pdf)
    random = Random(7)  # noqa: S311 -- the same mutants at every run
    read = 0
    for number in range(LONG if long_form else SHORT):
        raw = mutate(seeds, random)
        result = reader.read(
            raw, name=f"{random.choice((202609, 'a'))}.csv", today=TODAY
        )
        if isinstance(result, StatementRead):
            charged = [charge.row for charge in result.charges]
            skipped = {one.row for one in result.skipped}
            assert len({*charged} | skipped) == result.rows, f"mutant {number}"
            read += 1
    assert read > SHORT / 4
