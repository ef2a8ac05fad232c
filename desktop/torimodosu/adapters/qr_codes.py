"""QR codes in pictures."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum


class Layout(Enum):
    """How the bytes of a picture tell its points.

    Attributes:
        GREY: A byte for each point.
        BGRX: Four: blue, green, red, and one that says nothing.

    """

    GREY = 1
    BGRX = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Pixels:
    """A picture: `stride` bytes a line. `data` must stay in memory while it is read."""

    width: int
    height: int
    stride: int
    layout: Layout
    data: bytes | bytearray | memoryview


def read_qr_codes(pixels: Pixels) -> Sequence[str]:
    """Return the texts of all QR codes in a picture, from top to bottom.

    They may be turned, mirrored, inverted, of any size, and partly covered as far as
    their own correction reaches. Other threads run meanwhile.
    """
    # It is loaded where there is a picture: the window starts without it.
    import zxingcpp  # noqa: PLC0415

    formats = {
        Layout.GREY: zxingcpp.ImageFormat.Lum,
        Layout.BGRX: zxingcpp.ImageFormat.BGRA,
    }
    view = zxingcpp.ImageView(
        pixels.data,
        pixels.width,
        pixels.height,
        formats[pixels.layout],
        pixels.stride,
        pixels.layout.value,
    )
    only = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    found = zxingcpp.read_barcodes(view, formats=only)
    found = [one for one in found if one.valid]
    found.sort(key=lambda one: (one.position.top_left.y, one.position.top_left.x))
    return [one.text for one in found]
