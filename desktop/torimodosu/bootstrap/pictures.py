"""Pictures of any kind, in which QR codes are looked for."""

from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QLoggingCategory, QRectF
from PySide6.QtGui import QImage, QImageReader, QPainter

from torimodosu.adapters.qr_codes import Layout, Pixels, read_qr_codes
from torimodosu.adapters.qr_codes_in_pdf import PDF, read_qr_codes_in_pdf

# What cameras, scanners and screens write. Others, such as XPM, are texts that could
# be anything.
_FORMATS = {b"png", b"jpeg", b"gif", b"bmp", b"webp", b"tiff"}
# A phone takes 50 megapixels, a flatbed at 600 dpi 35; at four bytes each.
_MOST_POINTS = 120_000_000
_MEGABYTES = 512
# As a screen of 5K has: four times as many still fit, and photos are large enough.
_MOST_TO_ENLARGE = 16_000_000
_STRIP = 128  # lines

_FOUR_BYTES = {
    QImage.Format.Format_RGB32,
    QImage.Format.Format_ARGB32,
    QImage.Format.Format_ARGB32_Premultiplied,
}


def qr_codes_in(raw: bytes) -> Sequence[str] | None:
    """Return the texts of the QR codes in a picture or a PDF, None where it is none."""
    if raw.startswith(PDF):
        return read_qr_codes_in_pdf(raw)
    # A damaged picture is told as such, not in the words of a decoder.
    QLoggingCategory.setFilterRules("qt.gui.imageio.*=false")
    buffer = QBuffer()
    buffer.setData(QByteArray(raw))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    image = _decoded(buffer)
    return None if image is None else qr_codes_in_image(image)


def qr_codes_in_image(image: QImage) -> Sequence[str]:
    """Return the texts of the QR codes in *image*, also of blurred and tiny ones.

    What is transparent is black at first, as a shop in dark colours draws it under its
    white code, and white where no code is found so. Runs on any thread.
    """
    found = qr_codes_at_a_glance(image)
    if not found and image.hasAlphaChannel():
        image = _drawn(image, 1)
        found = qr_codes_at_a_glance(image)
    # Larger for codes of two points a module and less, and for blurred ones; smaller
    # for those that are covered or dirty.
    factors = (2, 0.5) if _points(image) <= _MOST_TO_ENLARGE else (0.5,)
    for factor in factors:
        found = found or qr_codes_at_a_glance(_drawn(image, factor))
    return found


def qr_codes_at_a_glance(image: QImage) -> Sequence[str]:
    """Return the texts of the QR codes in *image* that are plain to see.

    The points are read where they lie: turning them into others holds the GIL.
    """
    if image.format() == QImage.Format.Format_Grayscale8:
        layout = Layout.GREY
    else:
        layout = Layout.BGRX
        if image.format() not in _FOUR_BYTES:
            image = image.convertToFormat(QImage.Format.Format_ARGB32)
    return read_qr_codes(
        Pixels(
            width=image.width(),
            height=image.height(),
            stride=image.bytesPerLine(),
            layout=layout,
            data=image.constBits(),
        )
    )


def _decoded(buffer: QBuffer) -> QImage | None:
    """Return the picture in *buffer*, held as its camera says it was, if it is one."""
    QImageReader.setAllocationLimit(_MEGABYTES)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if bytes(reader.format().data()) not in _FORMATS:
        return None
    if size.width() * size.height() > _MOST_POINTS:
        return None
    image = reader.read()
    return None if image.isNull() else image


def _drawn(image: QImage, factor: float) -> QImage:
    """Return *image* on white, larger or smaller by *factor*."""
    width, height = round(image.width() * factor), round(image.height() * factor)
    drawn = QImage(max(1, width), max(1, height), QImage.Format.Format_RGB32)
    drawn.fill(0xFFFFFFFF)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    # In strips, between which the window goes on.
    for top in range(0, image.height(), _STRIP):
        strip = QRectF(0, top, image.width(), min(_STRIP, image.height() - top))
        place = QRectF(0, top * factor, drawn.width(), strip.height() * factor)
        painter.drawImage(place, image, strip)
    painter.end()
    return drawn


def _points(image: QImage) -> int:
    return image.width() * image.height()
