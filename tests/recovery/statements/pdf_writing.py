"""Writing small PDFs with Japanese text, and what is in made-up statements."""

from collections.abc import Iterable, Sequence

Placed = tuple[int, int, str]

# A font that every reader of PDF has a map of to Unicode (PDF 32000-1, 9.7.5.2).
_COMPOSITE = (
    b"<< /Type /Font /Subtype /Type0 /BaseFont /KozMinPr6N-Regular"
    b" /Encoding /UniJIS-UTF16-H /DescendantFonts [4 0 R] >>"
)
_GLYPHS = (
    b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /KozMinPr6N-Regular"
    b" /CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 6 >>"
    b" /DW 1000 /W [1 [500] 2 94 500 231 632 500] /FontDescriptor 5 0 R >>"
)
_METRICS = (
    b"<< /Type /FontDescriptor /FontName /KozMinPr6N-Regular /Flags 4"
    b" /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120"
    b" /CapHeight 700 /StemV 80 >>"
)
_LOCK = b"<< /Filter /Standard /V 1 /R 2 /O <%s> /U <%s> /P -4 >>"


def pdf_of(pages: Iterable[Sequence[Placed]], *, is_locked: bool = False) -> bytes:
    """Return a PDF of *pages*, texts by their places; one locked opens with nothing."""
    objects = [b"", b"", _COMPOSITE, _GLYPHS, _METRICS]
    kids = []
    for page in pages:
        content = _content(page)
        stream = b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content)
        objects.append(stream)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]"
            b" /Resources << /Font << /F1 3 0 R >> >> /Contents %d 0 R >>"
            % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[0] = b"<< /Type /Catalog /Pages 2 0 R >>"
    listed = b" ".join(kids)
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), listed)
    trailer = b""
    if is_locked:
        objects.append(_LOCK % (b"41" * 32, b"42" * 32))
        trailer = b" /Encrypt %d 0 R /ID [<00> <00>]" % len(objects)
    return _file(objects, trailer)


def _content(page: Sequence[Placed]) -> bytes:
    texts = [
        b"1 0 0 1 %d %d Tm <%s> Tj" % (x, y, text.encode("utf-16-be").hex().encode())
        for x, y, text in page
    ]
    return b"\n".join([b"BT /F1 9 Tf", *texts, b"ET"]) if texts else b""


def _file(objects: Sequence[bytes], trailer: bytes) -> bytes:
    out = b"%PDF-1.7\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return out + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer << /Size %d /Root 1 0 R%s >>\n"
        b"startxref\n%d\n%%%%EOF\n" % (size, table, size, trailer, len(out))
    )


def table_page(
    columns: Sequence[int], rows: Sequence[Sequence[str]], *, top: int = 750
) -> list[Placed]:
    """Return the texts of a table whose columns begin at *columns*."""
    return [
        (x, top - 15 * line, text)
        for line, row in enumerate(rows)
        for x, text in zip(columns, row, strict=True)
        if text
    ]
