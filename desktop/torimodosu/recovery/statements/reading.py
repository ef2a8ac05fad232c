"""Reading one statement, whatever its form."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from torimodosu.recovery.catalogue.statement_facts import StatementFacts
from torimodosu.recovery.catalogue.statement_layout import Account
from torimodosu.recovery.statements.csv_statement import read_csv
from torimodosu.recovery.statements.encoding import Decoded, decode
from torimodosu.recovery.statements.file_form import Form, form_of
from torimodosu.recovery.statements.mapping import FileFacts, KeptMappings
from torimodosu.recovery.statements.pdf_text import PdfPage
from torimodosu.recovery.statements.statement import Refusal, Refused, StatementRead

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
        facts: How statements are printed, and by which words they are known.
        kept: Returns the mapping that the user has made of such columns, by its key.
        pdf: Returns the pages of a PDF, or why they are not read.

    """

    facts: StatementFacts
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
                read = _read_ofx(raw, today)
            case Form.QIF:
                read = self._read_qif(raw, name=name, today=today)
        return _of_issuer(read, issuer)

    def _read_csv(
        self, decoded: Decoded, *, name: str, today: date
    ) -> StatementRead | Refused:
        read = read_csv(decoded, self.facts.layouts, name=name, today=today)
        if read != Refused(reason=Refusal.UNKNOWN_LAYOUT):
            return read
        # Late, as all below: most statements are of a card that has a layout.
        from torimodosu.recovery.statements.mapped_statement import (  # noqa: PLC0415
            read_unknown,
        )
        from torimodosu.recovery.statements.table import open_table  # noqa: PLC0415
        from torimodosu.recovery.statements.word_book import WordBook  # noqa: PLC0415

        book = WordBook(self.facts.words)
        file = FileFacts(name=name, today=today)
        return read_unknown(open_table(decoded, book), book, self.kept, file) or read

    def _read_qif(
        self, raw: bytes, *, name: str, today: date
    ) -> StatementRead | Refused:
        from torimodosu.recovery.statements.qif_statement import (  # noqa: PLC0415
            read_qif,
        )
        from torimodosu.recovery.statements.word_book import WordBook  # noqa: PLC0415

        book = WordBook(self.facts.words)
        return read_qif(decode(raw), book, FileFacts(name=name, today=today))

    def _read_pdf(
        self, raw: bytes, *, name: str, today: date
    ) -> StatementRead | Refused:
        pages = self.pdf(raw)
        if isinstance(pages, Refused):
            return pages
        from torimodosu.recovery.statements.pdf_statement import (  # noqa: PLC0415
            issuer_in,
            read_pages,
        )
        from torimodosu.recovery.statements.word_book import WordBook  # noqa: PLC0415

        book = WordBook(self.facts.words)
        file = FileFacts(name=name, today=today)
        read = read_pages(pages, book, self.kept, file)
        if read is None:
            return Refused(reason=Refusal.PDF)
        return replace(read, issuer=read.issuer or issuer_in(pages, self.facts.issuers))


def _read_ofx(raw: bytes, today: date) -> StatementRead | Refused:
    from torimodosu.recovery.statements.ofx_statement import (  # noqa: PLC0415
        declared_charset,
        read_ofx,
    )

    return read_ofx(decode(raw, declared=declared_charset(raw)), today=today)


def _of_issuer(read: StatementRead | Refused, issuer: str) -> StatementRead | Refused:
    if not issuer or isinstance(read, Refused) or read.issuer == issuer:
        return read
    if not read.issuer:
        return replace(read, issuer=issuer)
    is_bank = read.account is Account.BANK
    reason = Refusal.NOT_A_CARD if is_bank else Refusal.OTHER_ISSUER
    return Refused(reason=reason, issuer=read.issuer)
