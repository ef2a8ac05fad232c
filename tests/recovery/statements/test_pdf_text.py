import pytest

from tests.recovery.statements.reading import catalogue
from torimodosu.recovery.statements.pdf_table import pdf_table
from torimodosu.recovery.statements.pdf_text import PdfPage, PdfWord, lines_of, plain
from torimodosu.recovery.statements.word_book import WordBook

BOOK = WordBook(catalogue().statement_words)


def written(text: str, left: float, bottom: float, *, wide: float = 9) -> PdfPage:
    """Return each sign of a text by itself, as many programs place them."""
    return tuple(
        PdfWord(sign, left + wide * at, left + wide * (at + 1), bottom, bottom + 10)
        for at, sign in enumerate(text)
        if sign != " "
    )


def told(page: PdfPage) -> list[list[str]]:
    return [[word.text for word in line] for line in lines_of(page)]


def test_signs_that_stand_together_are_words() -> None:
    page = (
        *written("3,400", 300, 680, wide=5),
        *written("\u5229用日", 50, 700),
        *written("BLUE CAFE", 50, 680, wide=5),
        *written("金額", 300, 701),
    )
    assert told(page) == [["利用日", "金額"], ["BLUE CAFE", "3,400"]]


@pytest.mark.parametrize(
    ("text", "expected"), [("\u2f64", "用"), ("\u2f47", "日"), ("Ａ", "Ａ"), ("ｱ", "ｱ")]
)
def test_radicals_in_place_of_characters_are_put_right(
    text: str, expected: str
) -> None:
    assert plain(text) == expected


def test_a_table_begins_at_the_line_that_names_day_shop_and_amount() -> None:
    page = (
        *written("ご利用日のご案内", 50, 760),
        *(*written("ご利用日", 50, 700), *written("ご利用店名", 120, 700)),
        *(*written("ご利用金額", 300, 700), *written("9/5", 50, 685, wide=5)),
        *(*written("喫茶", 120, 685), *written("980", 330, 685, wide=5)),
        *written("1/1", 180, 60, wide=5),
    )
    table = pdf_table([page], BOOK)
    assert table is not None
    assert list(table.text.rows) == [
        "ご利用日のご案内",
        "ご利用日\tご利用店名\tご利用金額",
        "9/5\t喫茶\t980",
        "\t1/1\t",
    ]
    numbers = list(table.text.numbers)
    assert (numbers[2] - numbers[1], numbers[3] - numbers[2]) == (1, 2)


def test_pages_without_a_table_have_none() -> None:
    assert pdf_table([], BOOK) is None
    assert pdf_table([written("お知らせ", 50, 700)], BOOK) is None
