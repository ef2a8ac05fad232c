"""Pictures of any kind, as the points in which QR codes are looked for."""

from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QLoggingCategory
from PySide6.QtGui import QImage, QImageReader, QPainter

from torimodosu.adapters.qr_codes import Layout, Pixels, read_qr_codes

# What cameras, scanners and screens write. Others, such as XPM, are texts that could
# be anything.
_FORMATS = {b"png", b"jpeg", b"gif", b"bmp", b"webp", b"tiff"}
# A phone takes 50 megapixels, a flatbed at 600 dpi 35; at four bytes each.
_MOST_POINTS = 120_000_000
_MEGABYTES = 512
_STRIP = 256  # lines

_FOUR_BYTES = {
    QImage.Format.Format_RGB32,
    QImage.Format.Format_ARGB32,
    QImage.Format.Format_ARGB32_Premultiplied,
}


def qr_codes_in(raw: bytes) -> Sequence[str] | None:
    """Return the texts of the QR codes in a picture, None where *raw* is none."""
    # A damaged picture is told as such, not in the words of a decoder.
    QLoggingCategory.setFilterRules("qt.gui.imageio.*=false")
    buffer = QBuffer()
    buffer.setData(QByteArray(raw))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    image = _decoded(buffer)
    return None if image is None else qr_codes_in_image(image)


def qr_codes_in_image(image: QImage) -> Sequence[str]:
    """Return the texts of the QR codes in *image*; runs on any thread.

    What is transparent is black at first, as a shop in dark colours draws it under its
    white code, and white where no code is found so.
    """
    found = _codes_in(image)
    if not found and image.hasAlphaChannel():
        found = _codes_in(_on_white(image))
    return found


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


def _codes_in(image: QImage) -> Sequence[str]:
    """Read the points where they lie: turning them into others holds the GIL."""
    if image.format() == QImage.Format.Format_Grayscale8:
        layout = Layout.GREY
    else:
        layout = Layout.BGRX
        if image.format() not in _FOUR_BYTES:
            image = image.convertToFormat(QImage.Format.Format_RGB32)
    return read_qr_codes(
        Pixels(
            width=image.width(),
            height=image.height(),
            stride=image.bytesPerLine(),
            layout=layout,
            data=image.constBits(),
        )
    )


def _on_white(image: QImage) -> QImage:
    opaque = QImage(image.size(), QImage.Format.Format_RGB32)
    opaque.fill(0xFFFFFFFF)
    painter = QPainter(opaque)
    # In strips, between which the window goes on.
    for top in range(0, image.height(), _STRIP):
        painter.drawImage(0, top, image, 0, top, image.width(), _STRIP)
    painter.end()
    return opaque
