"""The text of a PDF, read by PDFium, the reader that Chromium has."""

from contextlib import closing
from typing import TYPE_CHECKING

from torimodosu.recovery.statements.pdf_text import PdfPage, PdfWord
from torimodosu.recovery.statements.statement import Refusal, Refused

if TYPE_CHECKING:
    import pypdfium2

# A statement of a month has a few pages; a bad file could have millions.
MOST_PAGES = 60
MOST_BYTES = 32 * 1024 * 1024
_MOST_CHARACTERS = 20_000
_LOCKED = 4  # FPDF_ERR_PASSWORD in fpdfview.h of PDFium


def read_pdf(raw: bytes) -> tuple[PdfPage, ...] | Refused:
    """Return the pages of the PDF with the bytes *raw*, or why they are not read."""
    import pypdfium2  # noqa: PLC0415 -- slow to import, and few read a PDF

    if len(raw) > MOST_BYTES:
        return Refused(reason=Refusal.TOO_LARGE)
    try:
        with closing(pypdfium2.PdfDocument(raw)) as document:
            if len(document) > MOST_PAGES:
                return Refused(reason=Refusal.TOO_LARGE)
            pages = tuple(_page(document[at]) for at in range(len(document)))
    except pypdfium2.PdfiumError as error:
        is_locked = error.err_code == _LOCKED
        return Refused(reason=Refusal.PDF_LOCKED if is_locked else Refusal.UNREADABLE)
    return pages if any(pages) else Refused(reason=Refusal.PDF_PICTURE)


def _page(page: "pypdfium2.PdfPage") -> PdfPage:
    with closing(page), closing(page.get_textpage()) as text:
        count = min(text.count_chars(), _MOST_CHARACTERS)
        printed = text.get_text_range(0, count) if count else ""
        if len(printed) != count:  # a character beyond 16 bits counts as two
            printed = "".join(text.get_text_range(at, 1) or " " for at in range(count))
        return tuple(
            PdfWord(sign, *_box(text, at))
            for at, sign in enumerate(printed[:count])
            if sign.isprintable() and not sign.isspace()
        )


def _box(text: "pypdfium2.PdfTextPage", at: int) -> tuple[float, float, float, float]:
    """Return the left, right, lower and upper edge of the place of a character.

    The loose one: as wide as the character takes, however thin it is.
    """
    left, bottom, right, top = text.get_charbox(at, loose=True)
    return left, right, bottom, top
