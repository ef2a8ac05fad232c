"""Reading the table of a statement in PDF."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import replace

from torimodosu.recovery.statements.mapped_statement import read_unknown
from torimodosu.recovery.statements.mapping import FileFacts, KeptMappings
from torimodosu.recovery.statements.pdf_table import pdf_table
from torimodosu.recovery.statements.pdf_text import PdfPage, lines_of
from torimodosu.recovery.statements.statement import StatementRead
from torimodosu.recovery.statements.word_book import WordBook

LAYOUT = "pdf"
_MONTH = re.compile(r"(20[0-9]{2})年([0-9]{1,2})月")


def read_pages(
    pages: Sequence[PdfPage], book: WordBook, kept: KeptMappings, file: FileFacts
) -> StatementRead | None:
    """Return what the tables on *pages* say, None where no table of charges is there.

    Where a day has no year, it is that of the month in the name of the file or of the
    first month that the pages name; see `read_unknown` for the rest.
    """
    table = pdf_table(pages, book)
    if table is None:
        return None
    month = _MONTH.search("\n".join(_texts(pages)))
    name = f"{file.name} {month[1]}-{int(month[2]):02}" if month else file.name
    read = read_unknown(table, book, kept, replace(file, name=name))
    return None if read is None else replace(read, layout=LAYOUT)


def issuer_in(pages: Sequence[PdfPage], issuers: Mapping[str, str]) -> str:
    """Return the id of the issuer whose name is on *pages*, "" for none or several."""
    text = "\n".join(_texts(pages))
    found = {id_ for name, id_ in issuers.items() if _folded(name) in text}
    return found.pop() if len(found) == 1 else ""


def _texts(pages: Sequence[PdfPage]) -> list[str]:
    lines = (line for page in pages for line in lines_of(page))
    return [_folded("".join(word.text for word in line)) for line in lines]


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).replace(" ", "").casefold()
