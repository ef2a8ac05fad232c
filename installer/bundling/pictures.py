"""The icon of the program in every size and format that a system asks for."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

# The sizes of the theme "hicolor" that desktops look for.
DESKTOP_SIZES = (16, 22, 24, 32, 48, 64, 96, 128, 256, 512)
WINDOWS_SIZES = (16, 20, 24, 32, 40, 48, 64, 256)

# Type of each picture in an .icns file, with its size in pixels: those that hold PNG
# (https://en.wikipedia.org/wiki/Apple_Icon_Image_format).
APPLE_TYPES = {
    "icp4": 16,
    "ic11": 32,
    "icp5": 32,
    "ic12": 64,
    "ic07": 128,
    "ic13": 256,
    "ic08": 256,
    "ic14": 512,
    "ic09": 512,
    "ic10": 1024,
}


def png(source: Path, size: int) -> bytes:
    """Return the SVG file *source* as a PNG of *size* by *size* pixels."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(source)).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


def ico(pictures: Mapping[int, bytes]) -> bytes:
    """Return PNG *pictures*, by their sizes, as an icon of Windows.

    The format holds PNG since Windows Vista; a width of 256 is written as 0.
    """
    entries, contents = b"", b""
    begin = 6 + 16 * len(pictures)
    for size, content in pictures.items():
        offset = begin + len(contents)
        side = size % 256
        entries += struct.pack("<4B2H2I", side, side, 0, 0, 1, 32, len(content), offset)
        contents += content
    return struct.pack("<3H", 0, 1, len(pictures)) + entries + contents


def icns(pictures: Mapping[int, bytes]) -> bytes:
    """Return PNG *pictures*, by their sizes, as an icon of macOS."""
    parts = b"".join(
        struct.pack(">4sI", name.encode("ascii"), 8 + len(pictures[size]))
        + pictures[size]
        for name, size in APPLE_TYPES.items()
    )
    return struct.pack(">4sI", b"icns", 8 + len(parts)) + parts
