"""Pictures of QR codes."""

from io import BytesIO

import segno
from PySide6.QtGui import QColor, QImage, QPainter

SHOP = "otpauth://totp/Amazon:taro?secret=JBSWY3DPEHPK3PXP&issuer=Amazon"
OTHER = "otpauth://totp/Rakuten:taro?secret=KRSXG5CTMVRXEZLU&issuer=Rakuten"
PAGE = "https://www.amazon.co.jp/"


def png(text: str = SHOP, *, scale: int = 5) -> bytes:
    """Return the QR code of *text* with its white edge, as a file holds it."""
    written = BytesIO()
    segno.make(text, micro=False).save(written, kind="png", scale=scale, border=4)
    return written.getvalue()


def code(text: str = SHOP, *, scale: int = 5) -> QImage:
    """Return the picture of that."""
    return QImage.fromData(png(text, scale=scale))


def page(*texts: str) -> QImage:
    """Return a page with the codes of *texts* side by side."""
    image = QImage(420 * max(1, len(texts)), 400, QImage.Format.Format_RGB32)
    image.fill(QColor("#f4f4f0"))
    painter = QPainter(image)
    for place, text in enumerate(texts):
        painter.drawImage(420 * place + 30, 30, code(text))
    painter.end()
    return image
