from dataclasses import replace

from torimodosu.recovery.statements.csv_rows import rows_of
from torimodosu.recovery.statements.row_texts import with_rows, with_words
from torimodosu.recovery.statements.statement import Skipped, Why

ODD = Skipped(row=2, why=Why.NO_DATE)


def texts(*rows: str, skipped: Skipped = ODD) -> list[str]:
    """Return the words of the skipped row of a file with these rows."""
    return [one.text for one in with_rows([skipped], rows_of("\n".join(rows)))]


def test_a_row_keeps_its_words() -> None:
    assert texts("a,b", "soon,  喫茶\tひばり,980") == ["soon, 喫茶 ひばり,980"]
    assert texts("a,b", "x\0y") == ["x y"]


def test_no_number_of_a_card_is_kept() -> None:
    assert texts("a", "x,4111 1111 1111 1111,5") == ["x,…1111,5"]


def test_of_a_long_row_the_beginning_is_kept() -> None:
    (text,) = texts("a", "x" * 9_000)
    assert text == "x" * 300 + "…"


def test_of_many_rows_the_first_keep_their_words() -> None:
    text = rows_of("\n".join(["odd"] * 1_000))
    skipped = [replace(ODD, row=row) for row in range(1, 1_001)]
    found = with_rows(skipped, text)
    assert [one.row for one in found] == [one.row for one in skipped]
    assert sum(one.text == "odd" for one in found) == 200


def test_without_such_rows_nothing_is_looked_for() -> None:
    assert with_rows([], rows_of("a")) == ()
    assert with_words([ODD], {}) == (ODD,)
