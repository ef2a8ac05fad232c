"""QR codes in a PDF, whose pages PDFium draws, the reader that Chromium has."""

from collections.abc import Sequence
from contextlib import closing
from threading import Lock
from typing import TYPE_CHECKING

from torimodosu.adapters.qr_codes import Layout, Pixels, read_qr_codes

if TYPE_CHECKING:
    import pypdfium2

PDF = b"%PDF-"
# A sheet has a few pages; a bad file could have millions, or one of a square mile.
_MOST_PAGES = 30
_MOST_POINTS = 40_000_000
_SCALE = 300 / 72  # as printers draw: a PDF counts in points of 72 to the inch
# PDFium is for one thread at a time.
_turn = Lock()


def read_qr_codes_in_pdf(raw: bytes) -> Sequence[str] | None:
    """Return the texts of the QR codes on the first pages, None where it is no PDF.

    One that opens only with a password is none either.
    """
    import pypdfium2  # noqa: PLC0415 -- slow to import, and few read a PDF

    try:
        with _turn, closing(pypdfium2.PdfDocument(raw)) as document:
            pages = (document[at] for at in range(min(len(document), _MOST_PAGES)))
            return [text for page in pages for text in _codes_on(page)]
    except pypdfium2.PdfiumError:
        return None


def _codes_on(page: "pypdfium2.PdfPage") -> Sequence[str]:
    with closing(page):
        width, height = page.get_size()
        if width * height * _SCALE**2 > _MOST_POINTS:
            return ()
        with closing(page.render(scale=_SCALE, grayscale=True)) as drawn:
            return read_qr_codes(
                Pixels(
                    width=drawn.width,
                    height=drawn.height,
                    stride=drawn.stride,
                    layout=Layout.GREY,
                    data=bytes(drawn.buffer),
                )
            )
