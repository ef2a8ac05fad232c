"""QR codes in pictures."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Pixels:
    """A picture in shades of grey: a byte for each point, `stride` bytes a line."""

    width: int
    height: int
    stride: int
    grey: bytes


def read_qr_codes(pixels: Pixels) -> Sequence[str]:
    """Return the texts of all QR codes in a picture, from top to bottom.

    They may be turned, mirrored, inverted, of any size, and partly covered as far as
    their own correction reaches.
    """
    # It is loaded where there is a picture: the window starts without it.
    import zxingcpp  # noqa: PLC0415

    # It keeps no copy of the bytes, so they have to live as long as the view.
    view = zxingcpp.ImageView(
        pixels.grey,
        pixels.width,
        pixels.height,
        zxingcpp.ImageFormat.Lum,
        pixels.stride,
        1,
    )
    only = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    found = zxingcpp.read_barcodes(view, formats=only)
    found = [one for one in found if one.valid]
    found.sort(key=lambda one: (one.position.top_left.y, one.position.top_left.x))
    return [one.text for one in found]
