"""Painting a backup on paper."""

from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
)

from torimodosu.recovery.twostep.backup.sheet import Modules, SheetEntry
from torimodosu.window.backup.sheet_words import SheetWords, unusual_words

# Millimetres, but for the sizes of letters, which are points.
_MARGIN = 18
_CODE = 42  # even with the longest of addresses a point of it is half a millimetre
_QUIET = 4  # the white around a code, in points of it
_GAP = 6
_TITLE, _TEXT, _NAME, _KEY = 18, 9.5, 13, 12
_DOTS = 300  # an inch, in a document

_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
_BLACK, _WHITE, _GREY = QColor(0, 0, 0), QColor(255, 255, 255), QColor(90, 90, 90)


def sheet_pdf(
    words: SheetWords,
    entries: Sequence[SheetEntry],
    *,
    layout: QPageLayout | None = None,
) -> bytes:
    """Return a document with a sheet, for paper as in *layout*, or of size A4."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DOTS)
    writer.setTitle(words.title)
    if layout is None:
        set_page(writer)
    else:
        writer.setPageLayout(layout)
    paint_sheet(writer, writer.resolution(), words, entries)
    buffer.close()
    return bytes(data.data())


def set_page(device: QPagedPaintDevice) -> None:
    """Ask for upright A4, with the margins that every printer can do."""
    device.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    device.setPageOrientation(QPageLayout.Orientation.Portrait)
    margins = QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
    device.setPageMargins(margins, QPageLayout.Unit.Millimeter)


def paint_sheet(
    device: QPagedPaintDevice,
    resolution: int,
    words: SheetWords,
    entries: Sequence[SheetEntry],
) -> bool:
    """Paint *entries* on as many pages as they take; tell whether that was possible.

    *resolution* is dots an inch.
    """
    painter = QPainter()
    if not painter.begin(device):
        return False
    sheet = _Sheet(device, painter, resolution)
    sheet.head(words)
    for entry in entries:
        sheet.entry(words, entry)
    return painter.end()


class _Sheet:
    """Goes down the page, and on to the next one."""

    def __init__(
        self, device: QPagedPaintDevice, painter: QPainter, resolution: int
    ) -> None:
        self._device, self._painter = device, painter
        self._dots = resolution / 25.4
        page = device.pageLayout().paintRectPixels(resolution)
        self._width, self._height = float(page.width()), float(page.height())
        self._at = 0.0

    def head(self, words: SheetWords) -> None:
        """Paint what stands above all entries."""
        self._write(words.title, _font(_TITLE, bold=True))
        self._write(words.made, _font(_TEXT), _GREY)
        self._at += _GAP / 2 * self._dots
        self._write(words.purpose, _font(_TEXT + 1))
        self._at += _GAP * self._dots

    def entry(self, words: SheetWords, entry: SheetEntry) -> None:
        """Paint an account, on the next page where there is no room for it."""
        side, gap = _CODE * self._dots, _GAP * self._dots
        left = side + gap
        account = entry.account
        name = account.issuer or account.name or words.nameless
        below = account.name if account.issuer else ""
        lines = (
            (name, _font(_NAME, bold=True), _BLACK),
            (below, _font(_TEXT + 1), _BLACK),
            (unusual_words(account), _font(_TEXT), _GREY),
            (words.key, _font(_TEXT), _GREY),
            (entry.key, _key_font(), _BLACK),
        )
        heights = [self._height_of(text, font, left) for text, font, _ in lines]
        tall = max(side, sum(heights))
        if self._at and self._at + tall > self._height:
            self._device.newPage()
            self._at = 0.0
        top = self._at
        self._paint_code(entry.code, QRectF(0, top, side, side))
        for text, font, colour in lines:
            self._write(text, font, colour, left=left)
        self._at = top + tall + gap

    def _write(
        self, text: str, font: QFont, colour: QColor = _BLACK, *, left: float = 0.0
    ) -> None:
        if text:
            height = self._height_of(text, font, left)
            self._painter.setFont(font)
            self._painter.setPen(colour)
            place = QRectF(left, self._at, self._width - left, height)
            self._painter.drawText(place, int(_WRAP), text)
            self._at += height

    def _height_of(self, text: str, font: QFont, left: float) -> float:
        if not text:
            return 0.0
        self._painter.setFont(font)
        room = QRectF(left, 0, self._width - left, self._height)
        taken = self._painter.boundingRect(room, int(_WRAP), text)
        return taken.height() + self._dots

    def _paint_code(self, code: Modules, place: QRectF) -> None:
        if not code:
            return
        # Whole dots, so that no point is broader than another.
        point = max(1.0, place.width() // (len(code) + 2 * _QUIET))
        for y, row in enumerate(code):
            for x, is_dark in enumerate(row):
                if is_dark:
                    left = place.left() + (x + _QUIET) * point
                    top = place.top() + (y + _QUIET) * point
                    self._painter.fillRect(QRectF(left, top, point, point), _BLACK)


def _font(points: float, *, bold: bool = False) -> QFont:
    font = QFont()
    font.setPointSizeF(points)
    font.setBold(bold)
    return font


def _key_font() -> QFont:
    """Return one in which 0 and O, and 1, I and l look different."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPointSizeF(_KEY)
    return font
