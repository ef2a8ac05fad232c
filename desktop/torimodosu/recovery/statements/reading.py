"""Reading one statement, whatever its form."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from torimodosu.recovery.catalogue.catalogue import Catalogue
from torimodosu.recovery.catalogue.statement_layout import Account, StatementLayout
from torimodosu.recovery.catalogue.statement_words import StatementWords
from torimodosu.recovery.statements.csv_statement import read_csv
from torimodosu.recovery.statements.encoding import Decoded, decode
from torimodosu.recovery.statements.file_form import Form, form_of
from torimodosu.recovery.statements.mapped_statement import (
    KeptMappings,
    read_unknown,
)
from torimodosu.recovery.statements.mapping import FileFacts
from torimodosu.recovery.statements.ofx_statement import declared_charset, read_ofx
from torimodosu.recovery.statements.pdf_statement import issuer_in, read_pages
from torimodosu.recovery.statements.pdf_text import PdfPage
from torimodosu.recovery.statements.qif_statement import read_qif
from torimodosu.recovery.statements.statement import Refusal, Refused, StatementRead
from torimodosu.recovery.statements.table import open_table
from torimodosu.recovery.statements.word_book import WordBook

PdfReader = Callable[[bytes], Sequence[PdfPage] | Refused]


def no_mapping(_key: str) -> None:
    """Return that the user has mapped no columns."""
    return


def no_pdf(_raw: bytes) -> Refused:
    """Return that no PDF is read."""
    return Refused(reason=Refusal.PDF)


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementReader:
    """Reads statements in every form.

    Attributes:
        layouts: How issuers print their statements as CSV.
        words: By which the columns of every other CSV are known.
        issuers: The ids of issuers by their names, with which a PDF tells its own.
        kept: Returns the mapping that the user has made of such columns, by its key.
        pdf: Returns the pages of a PDF, or why they are not read.

    """

    layouts: Collection[StatementLayout]
    words: StatementWords
    issuers: Mapping[str, str] = field(default_factory=dict)
    kept: KeptMappings = no_mapping
    pdf: PdfReader = no_pdf

    def read(
        self, raw: bytes, *, name: str, today: date, issuer: str = ""
    ) -> StatementRead | Refused:
        """Return what the file with the bytes *raw* says, or why it was not read.

        *name* is that of the file, *today* the day after which nothing can have been
        charged. *issuer* is who the user says has issued it; a statement that tells of
        another issuer is refused, one that tells of none is taken for theirs.
        """
        form = form_of(raw)
        read: StatementRead | Refused
        match form:
            case Refusal.PDF:
                read = self._read_pdf(raw, name=name, today=today)
            case Refusal():
                read = Refused(reason=form)
            case Form.CSV:
                read = self._read_csv(decode(raw), name=name, today=today)
            case Form.OFX:
                decoded = decode(raw, declared=declared_charset(raw))
                read = read_ofx(decoded, today=today)
            case Form.QIF:
                read = read_qif(decode(raw), today=today)
        return _of_issuer(read, issuer)

    def _read_csv(
        self, decoded: Decoded, *, name: str, today: date
    ) -> StatementRead | Refused:
        read = read_csv(decoded, self.layouts, name=name, today=today)
        if read != Refused(reason=Refusal.UNKNOWN_LAYOUT):
            return read
        book = WordBook(self.words)
        file = FileFacts(name=name, today=today)
        return read_unknown(open_table(decoded, book), book, self.kept, file) or read

    def _read_pdf(
        self, raw: bytes, *, name: str, today: date
    ) -> StatementRead | Refused:
        pages = self.pdf(raw)
        if isinstance(pages, Refused):
            return pages
        book = WordBook(self.words)
        file = FileFacts(name=name, today=today)
        read = read_pages(pages, book, self.kept, file)
        if read is None:
            return Refused(reason=Refusal.PDF)
        return replace(read, issuer=read.issuer or issuer_in(pages, self.issuers))


def reader_of(
    catalogue: Catalogue, *, kept: KeptMappings = no_mapping, pdf: PdfReader = no_pdf
) -> StatementReader:
    """Return what reads statements with all that *catalogue* tells of them."""
    return StatementReader(
        layouts=tuple(catalogue.statement_layouts.values()),
        words=catalogue.statement_words,
        issuers={
            name: issuer.id
            for issuer in catalogue.issuers.values()
            for name in (issuer.name.ja, issuer.name.en)
        },
        kept=kept,
        pdf=pdf,
    )


def _of_issuer(read: StatementRead | Refused, issuer: str) -> StatementRead | Refused:
    if not issuer or isinstance(read, Refused) or read.issuer == issuer:
        return read
    if not read.issuer:
        return replace(read, issuer=issuer)
    is_bank = read.account is Account.BANK
    reason = Refusal.NOT_A_CARD if is_bank else Refusal.OTHER_ISSUER
    return Refused(reason=reason, issuer=read.issuer)
