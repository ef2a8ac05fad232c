"""Pictures of any kind, as the shades of grey in which QR codes are looked for."""

from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QLoggingCategory
from PySide6.QtGui import QImage, QImageReader, QPainter

from torimodosu.adapters.qr_codes import Pixels, read_qr_codes

# What cameras, scanners and screens write. Others, such as XPM, are texts that could
# be anything.
_FORMATS = {b"png", b"jpeg", b"gif", b"bmp", b"webp", b"tiff"}
# A phone takes 50 megapixels, a flatbed at 600 dpi 35; at four bytes each.
_MOST_POINTS = 120_000_000
_MEGABYTES = 512


def qr_codes_in(raw: bytes) -> Sequence[str] | None:
    """Return the texts of the QR codes in a picture, None where *raw* is none."""
    pixels = pixels_of(raw)
    return None if pixels is None else read_qr_codes(pixels)


def pixels_of(raw: bytes) -> Pixels | None:
    """Return the picture with the bytes *raw*, None where they are no picture.

    It stands as its camera says it was held. What is transparent is white.
    """
    # A damaged picture is told as such, not in the words of a decoder.
    QLoggingCategory.setFilterRules("qt.gui.imageio.*=false")
    buffer = QBuffer()
    buffer.setData(QByteArray(raw))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    image = _decoded(buffer)
    return None if image is None else _in_grey(image)


def _decoded(buffer: QBuffer) -> QImage | None:
    """Return the picture in *buffer*, which must outlive the reader made here."""
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


def _in_grey(image: QImage) -> Pixels:
    if image.hasAlphaChannel():
        opaque = QImage(image.size(), QImage.Format.Format_RGB32)
        opaque.fill(0xFFFFFFFF)
        painter = QPainter(opaque)
        painter.drawImage(0, 0, image)
        painter.end()
        image = opaque
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    return Pixels(
        width=grey.width(),
        height=grey.height(),
        stride=grey.bytesPerLine(),
        grey=bytes(grey.constBits()),
    )
