"""Made-up statements whose layout nobody has described, and what is made of them."""

from tests.recovery.statements.reading import TODAY, catalogue, lines, read
from torimodosu.recovery.statements.encoding import decode
from torimodosu.recovery.statements.guessing import guess_mapping
from torimodosu.recovery.statements.mapping import FileFacts, Guess
from torimodosu.recovery.statements.table import open_table
from torimodosu.recovery.statements.word_book import WordBook

BOOK = WordBook(catalogue().statement_words)
Told = list[tuple[str | None, str, str]]


def text_of(*rows: str, encoding: str = "utf-8") -> bytes:
    """Return the bytes of a file of *rows*."""
    return lines(*rows, encoding=encoding)


def guess(raw: bytes, name: str = "export.csv") -> Guess:
    """Return what the columns of a file seem to hold."""
    table = open_table(decode(raw), BOOK)
    made = guess_mapping(table, BOOK, FileFacts(name=name, today=TODAY))
    assert made is not None
    return made


def told_by(raw: bytes, name: str = "export.csv") -> Told:
    """Return day, amount and shop of each charge."""
    return [
        (c.date.isoformat() if c.date else None, f"{c.amount}", c.merchant)
        for c in read(raw, name=name).charges
    ]
