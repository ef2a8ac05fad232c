from pathlib import Path

import pytest

from tests.cli.running import Commands, plain_line
from tests.recovery.statements.pdf_writing import pdf_of, table_page
from tests.recovery.statements.reading import lines
from tests.recovery.statements.samples import SAMPLES
from torimodosu.cli.statement_troubles import SENTENCES
from torimodosu.recovery.statements.statement import Refusal

HEADER = "利用日,利用店名,利用金額"
SMBC = next(sample for sample in SAMPLES if sample.layout == "smbc_confirmed")
READ = ("statements", "read")


@pytest.fixture
def statement(tmp_path: Path) -> Path:
    path = tmp_path / "202609.csv"
    path.write_bytes(SMBC.raw)
    return path


def test_a_line_tells_what_the_contract_says(
    torimodosu: Commands, statement: Path
) -> None:
    done = torimodosu(*READ, statement, "--json")
    assert done.rows[1] == {
        "file": str(statement),
        "row": 3,
        "issuer": "smbc_card",
        "layout": "smbc_confirmed",
        "card": "1111",
        "holder": "笹野 みどり",
        "date": "2026-08-16",
        "merchant": "CLOUD HOSTING",
        "merchant_normal": "cloudhosting",
        "amount": "66",
        "billed": "66",
        "currency": "JPY",
        "foreign": {"amount": "0.60", "currency": "USD", "rate": "110.712"},
        "kind": "purchase",
        "bill_date": None,
        "bill_month": None,
    }


def test_the_summary_of_one_file_tells_how_it_was_read(
    torimodosu: Commands, statement: Path
) -> None:
    done = torimodosu(*READ, statement, "--json")
    assert done.summary == {
        "file": str(statement),
        "issuer": "smbc_card",
        "layout": "smbc_confirmed",
        "account": "card",
        "encoding": "cp932",
        "rows": 4,
        "read": 4,
        "skipped": [],
        "other_rows": {"holder": 2, "total": 1},
        "printed_total": "9513",
        "sum": "9513",
        "totals_agree": True,
        "doubts": [],
        "covered": [str(statement)],
        "not_covered": [],
    }


def test_a_clean_statement_needs_no_attention(
    torimodosu: Commands, tmp_path: Path
) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(lines(HEADER, "2026/01/05,喫茶　ひばり,980"))
    done = torimodosu(*READ, path, "--issuer", "jcb", "--json")
    assert (done.status, done.err) == (0, "")
    assert [row["issuer"] for row in done.rows] == ["jcb"]


def test_each_file_has_its_summary_and_the_last_tells_all(
    torimodosu: Commands, statement: Path, tmp_path: Path
) -> None:
    page = tmp_path / "page.csv"
    page.write_bytes(b"<html><body>Please sign in</body></html>")
    plain = tmp_path / "plain.csv"
    plain.write_bytes(lines(HEADER, "2026/01/05,喫茶　ひばり,980"))
    done = torimodosu(*READ, statement, page, plain, "--json")
    parts = [row["summary"] for row in done.rows if "summary" in row]
    assert done.status == 1
    assert [part["file"] for part in parts] == [str(statement), str(plain)]
    assert done.summary["files"] == parts
    assert done.summary["covered"] == [str(statement), str(plain)]
    (missed,) = done.summary["not_covered"]
    assert (missed["what"], missed["why"]) == (str(page), "web_page")


def test_a_row_that_was_not_understood_needs_attention(
    torimodosu: Commands, tmp_path: Path
) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(lines(HEADER, "きのう,喫茶　ひばり,980"))
    done = torimodosu(*READ, path, "--json")
    assert done.status == 1
    (skipped,) = done.summary["skipped"]
    assert (skipped["row"], skipped["why"]) == (2, "date_not_understood")
    assert skipped["text"]


def test_the_table_is_for_people(torimodosu: Commands, statement: Path) -> None:
    done = torimodosu(*READ, statement)
    assert done.out.startswith("date ")
    assert "2026-08-15  1111  3400" in done.out
    assert "totals_agree: yes" in done.out


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"<html><body>error</body></html>", "web page"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(64), "Excel"),
        (b"", "nothing in it"),
        (b"a,b\n1,2\n", "columns are not known"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_in_one_line(
    torimodosu: Commands, tmp_path: Path, raw: bytes, words: str
) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(raw)
    done = torimodosu(*READ, path, "--json")
    assert done.status == 2
    assert words in plain_line(done)
    assert done.summary["covered"] == []
    assert len(done.summary["not_covered"]) == 1


def test_the_statement_of_a_bank_is_not_taken_for_that_of_a_card(
    torimodosu: Commands, tmp_path: Path
) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(next(s for s in SAMPLES if s.layout == "sbi_bank").raw)
    done = torimodosu(*READ, path, "--issuer", "rakuten_card")
    assert done.status == 2
    assert "account statement of sbi_net_bank" in plain_line(done)


def test_an_issuer_that_is_not_known_is_refused(
    torimodosu: Commands, statement: Path
) -> None:
    done = torimodosu(*READ, statement, "--issuer", "nobody")
    assert (done.status, done.out) == (2, "")
    assert "nobody is no known issuer; known are " in plain_line(done)


def test_a_file_that_is_not_there_is_refused(
    torimodosu: Commands, tmp_path: Path
) -> None:
    done = torimodosu(*READ, tmp_path / "gone.csv")
    assert done.status == 2
    assert "is not there" in plain_line(done)


def test_a_folder_is_no_statement(torimodosu: Commands, tmp_path: Path) -> None:
    done = torimodosu(*READ, tmp_path)
    assert done.status == 2
    assert "not a file" in plain_line(done)


@pytest.mark.parametrize("refusal", Refusal)
def test_every_refusal_is_one_sentence_that_says_what_to_do(refusal: Refusal) -> None:
    assert SENTENCES[refusal].count(".") == 1
    assert SENTENCES[refusal].endswith(".")


def test_the_practice_statements_are_read(torimodosu: Commands, practice: Path) -> None:
    files = sorted((practice / "statements").rglob("*.csv"))
    done = torimodosu(*READ, *files, "--json")
    assert {one["layout"] for one in done.summary["files"]} == {
        *("rakuten_open", "rakuten_closed", "smbc_open", "smbc_confirmed", "jcb_web"),
        *("view_meisai", "epos_old", "saison_netanswer", "paypay_2022", "life_meisai"),
        "amex_japan",
    }
    cards = {row["card"] for row in done.rows if "card" in row}
    assert cards >= {"0935", "4821"}


def test_a_statement_of_any_bank_is_read_and_what_was_guessed_is_told(
    torimodosu: Commands, tmp_path: Path
) -> None:
    path = tmp_path / "export.csv"
    path.write_bytes(
        "Datum;Empfänger;Betrag EUR\n18.09.2026;Bäcker;-3,50\n".encode("cp1252")
    )
    done = torimodosu(*READ, path, "--json")
    assert done.rows[0]["amount"] == "3.50"
    assert done.rows[0]["merchant"] == "Bäcker"
    assert (done.summary["layout"], done.summary["encoding"]) == ("guessed", "cp1252")
    assert done.summary["doubts"] == [{"what": "columns_guessed", "rows": []}]
    assert done.status == 1


def test_a_statement_in_pdf_is_read(torimodosu: Commands, tmp_path: Path) -> None:
    path = tmp_path / "202609.pdf"
    rows = [("ご利用日", "ご利用店名", "ご利用金額"), ("9/5", "喫茶ひばり", "980円")]
    path.write_bytes(pdf_of([table_page((50, 120, 300), rows)]))
    done = torimodosu(*READ, path, "--json")
    assert (done.rows[0]["date"], done.rows[0]["amount"]) == ("2026-09-05", "980")
    assert done.summary["layout"] == "pdf"
