from datetime import date

import pytest

from tests.recovery.statements.reading import catalogue
from torimodosu.recovery.catalogue.fault import CatalogueError
from torimodosu.recovery.catalogue.reading import read_catalogue
from torimodosu.recovery.catalogue.statement_words import (
    Meaning,
    StatementWords,
    Term,
)

HEAD = {"format": 1, "version": "2026.11.1", "last_checked": date(2026, 11, 22)}
WORDS: dict[str, object] = {
    "source": "a page",
    "grade": "B",
    "columns": {"date": ["Datum"], "out": ["Soll", "Debit"]},
    "terms": {"pending": ["vorgemerkt"]},
    "months": {"mar": ["März", "Mrz"], "may": ["Mai"]},
    "currencies": {"codes": ["EUR", "JPY"], "signs_of_JPY": ["円"]},
}


def words_of(**fields: object) -> StatementWords:
    """Return the words of a pack, with some other *fields*."""
    pack = {"pack": HEAD, "statement_words": {**WORDS, **fields}}
    return read_catalogue({"a.toml": pack}).statement_words


def test_words_are_read() -> None:
    words = words_of()
    assert words.columns == {Meaning.DATE: ("Datum",), Meaning.OUT: ("Soll", "Debit")}
    assert words.terms == {Term.PENDING: ("vorgemerkt",)}
    assert words.months == {"März": 3, "Mrz": 3, "Mai": 5}
    assert words.currencies == {"EUR": "EUR", "JPY": "JPY", "円": "JPY"}


@pytest.mark.parametrize(
    ("fields", "where"),
    [
        ({"columns": {"day": ["Tag"]}}, "statement_words.columns.day"),
        ({"terms": {"pending": "offen"}}, "statement_words.terms.pending"),
        ({"months": {"mrz": ["März"]}}, "statement_words.months.mrz"),
        ({"currencies": {"codes": ["Yen"]}}, "statement_words.currencies.codes[0]"),
        ({"grade": "Z"}, "statement_words.grade"),
    ],
)
def test_a_fault_is_named(fields: dict[str, object], where: str) -> None:
    with pytest.raises(CatalogueError) as caught:
        words_of(**fields)
    assert [fault.field for fault in caught.value.faults] == [where]


def test_the_words_stand_in_one_pack_only() -> None:
    pack = {"pack": HEAD, "statement_words": WORDS}
    with pytest.raises(CatalogueError) as caught:
        read_catalogue({"a.toml": pack, "b.toml": pack})
    assert [fault.file for fault in caught.value.faults] == ["b.toml"]


def test_a_catalogue_without_words_has_none() -> None:
    assert read_catalogue({"a.toml": {"pack": HEAD}}).statement_words == (
        StatementWords()
    )


def test_the_shipped_words_name_days_amounts_and_shops() -> None:
    words = catalogue().statement_words
    assert {Meaning.USED, Meaning.AMOUNT, Meaning.OUT, Meaning.MERCHANT} <= (
        words.columns.keys()
    )
    assert set(words.months.values()) == set(range(1, 13))
