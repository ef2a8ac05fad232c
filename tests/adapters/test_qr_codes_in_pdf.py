from io import BytesIO

import pytest
import segno

from torimodosu.adapters.qr_codes_in_pdf import read_qr_codes_in_pdf

SHOP = "otpauth://totp/Amazon:taro?secret=JBSWY3DPEHPK3PXP&issuer=Amazon"
OTHER = "otpauth://totp/Rakuten:taro?secret=KRSXG5CTMVRXEZLU&issuer=Rakuten"


def pdf(text: str, *, scale: int = 2) -> bytes:
    """Return a PDF whose page is a QR code; *scale* is in 1/72 inch for a module."""
    written = BytesIO()
    segno.make(text).save(written, kind="pdf", scale=scale, compresslevel=0)
    return written.getvalue()


@pytest.mark.parametrize("scale", [1, 2, 10])
def test_a_code_on_a_page_is_read_at_any_size(scale: int) -> None:
    assert read_qr_codes_in_pdf(pdf(SHOP, scale=scale)) == [SHOP]


def two_pages() -> bytes:
    pypdfium2 = pytest.importorskip("pypdfium2")
    whole = pypdfium2.PdfDocument(pdf(SHOP))
    with pypdfium2.PdfDocument(pdf(OTHER)) as other:
        whole.import_pages(other)
    written = BytesIO()
    whole.save(written)
    whole.close()
    return written.getvalue()


def test_every_page_is_looked_at() -> None:
    assert read_qr_codes_in_pdf(two_pages()) == [SHOP, OTHER]


def test_a_page_of_a_square_mile_is_not_drawn() -> None:
    assert read_qr_codes_in_pdf(pdf(SHOP, scale=2000)) == []


@pytest.mark.parametrize(
    "raw", [b"", b"%PDF-1.7", b"%PDF-1.4\n%%EOF", pdf(SHOP)[:200], SHOP.encode()]
)
def test_what_is_no_pdf_is_none(raw: bytes) -> None:
    assert read_qr_codes_in_pdf(raw) is None
