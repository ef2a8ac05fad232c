from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest
import zxingcpp
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QImage,
    QImageWriter,
    QLinearGradient,
    QPainter,
    QPolygonF,
    QTransform,
)

from torimodosu.bootstrap.pictures import (
    qr_codes_at_a_glance,
    qr_codes_in,
    qr_codes_in_image,
)

CORPUS = Path(__file__).parents[2].parent / "shared/corpora/extract_otp_secrets"
SHOP = "otpauth://totp/Amazon:taro?secret=JBSWY3DPEHPK3PXP&issuer=Amazon"
PAGE = "https://www.amazon.co.jp/"


def code(text: str = SHOP, *, scale: int = 5) -> QImage:
    barcode = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    # It is a buffer, which its types do not say.
    drawn: Any = barcode.to_image(scale=scale, add_quiet_zones=True)
    view = memoryview(drawn)
    assert view.shape is not None
    height, width = view.shape
    grey = QImage.Format.Format_Grayscale8
    return QImage(bytes(view), width, height, width, grey).copy()


def encoded(image: QImage, form: str = "PNG") -> bytes:
    target = QByteArray()
    buffer = QBuffer(target)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert QImageWriter(buffer, QByteArray(form.encode())).write(image)
    return bytes(target.data())


def on_a_page(*images: QImage, width: int = 1600, height: int = 1200) -> QImage:
    page = QImage(width, height, QImage.Format.Format_RGB32)
    page.fill(QColor("#f4f4f0"))
    painter = QPainter(page)
    for place, image in enumerate(images):
        painter.drawImage(100 + 700 * place, 150, image)
    painter.end()
    return page


def turned(image: QImage) -> QImage:
    smooth = Qt.TransformationMode.SmoothTransformation
    return on_a_page(image).transformed(QTransform().rotate(23), smooth)


def inverted(image: QImage) -> QImage:
    image.invertPixels()
    return image


def blurred(image: QImage) -> QImage:
    return softened(image, 3)


def softened(image: QImage, factor: int) -> QImage:
    smooth = Qt.TransformationMode.SmoothTransformation
    keep = Qt.AspectRatioMode.KeepAspectRatio
    small = image.scaled(image.size() / factor, keep, smooth)
    return small.scaled(image.size(), keep, smooth)


def covered(image: QImage) -> QImage:
    painter = QPainter(image)
    middle = image.rect().center()
    painter.fillRect(middle.x() - 14, middle.y() - 14, 28, 28, QColor("white"))
    painter.end()
    return image


def transparent(image: QImage) -> QImage:
    clear = image.convertToFormat(QImage.Format.Format_ARGB32)
    for y in range(clear.height()):
        for x in range(clear.width()):
            if clear.pixelColor(x, y).lightness() > 128:
                clear.setPixelColor(x, y, QColor(0, 0, 0, 0))
    return clear


def large(image: QImage) -> QImage:
    return on_a_page(image, width=8000, height=6000)


def dirty(image: QImage) -> QImage:
    chance = Random(5)  # noqa: S311 -- dirt, and no secret
    painter = QPainter(image)
    painter.setPen(QColor("white"))
    for _ in range(2000):
        painter.drawPoint(
            chance.randrange(image.width()), chance.randrange(image.height())
        )
    painter.end()
    return on_a_page(image)


def in_a_shadow(image: QImage) -> QImage:
    page = on_a_page(image)
    shadow = QLinearGradient(0, 0, 500, 500)
    shadow.setColorAt(0, QColor(0, 0, 0, 190))
    shadow.setColorAt(1, QColor(0, 0, 0, 0))
    painter = QPainter(page)
    painter.fillRect(page.rect(), shadow)
    painter.end()
    return page


def in_perspective(image: QImage) -> QImage:
    """Return *image* as on a photo that was taken from the side."""
    far, near = QPointF(300, 210), QPointF(850, 150)
    corners = [far, near, QPointF(1000, 1000), QPointF(250, 800)]
    flat = QPolygonF(QRectF(image.rect()))
    flat.removeLast()  # it is the first again
    view = QTransform.quadToQuad(flat, QPolygonF(corners))
    assert isinstance(view, QTransform)
    page = on_a_page()
    painter = QPainter(page)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setTransform(view)
    painter.drawImage(0, 0, image)
    painter.end()
    return page


def cut_to_the_edge(image: QImage) -> QImage:
    edge = 4 * 5
    return image.copy(image.rect().adjusted(edge, edge, -edge, -edge))


def very_blurred(image: QImage) -> QImage:
    return on_a_page(softened(image, 4))


def of_odd_size(image: QImage) -> QImage:
    """Return *image* with modules of 1.6 points, as a zoomed page shows them."""
    smooth = Qt.TransformationMode.SmoothTransformation
    return on_a_page(image.scaled(image.size() * 0.32, mode=smooth))


def white_on_clear(image: QImage) -> QImage:
    return transparent(inverted(image))


@pytest.mark.parametrize(
    "change",
    [
        *(on_a_page, turned, inverted, blurred, covered, transparent, large),
        *(dirty, in_a_shadow, in_perspective, cut_to_the_edge, very_blurred),
        *(of_odd_size, white_on_clear),
    ],
    ids=lambda change: change.__name__,
)
def test_a_code_is_found_however_it_looks(change: Callable[[QImage], QImage]) -> None:
    assert qr_codes_in(encoded(change(code()))) == [SHOP]


@pytest.mark.parametrize("size", [(3840, 2160), (7680, 4320)])
@pytest.mark.parametrize("scale", [1, 2, 12])
def test_a_code_on_a_large_screen_is_plain_to_see(
    size: tuple[int, int], scale: int
) -> None:
    screen = on_a_page(code(scale=scale), width=size[0], height=size[1])
    assert qr_codes_at_a_glance(screen) == [SHOP]


def test_a_photo_of_fifty_megapixels_is_read() -> None:
    photo = in_perspective(code(scale=12)).scaled(8660, 5774)
    assert qr_codes_in(encoded(photo, "JPEG")) == [SHOP]


@pytest.mark.parametrize(
    "form",
    [
        QImage.Format.Format_Mono,
        QImage.Format.Format_Indexed8,
        QImage.Format.Format_Grayscale8,
        QImage.Format.Format_Grayscale16,
        QImage.Format.Format_RGB888,
        QImage.Format.Format_RGBA64,
        QImage.Format.Format_CMYK8888,
    ],
)
def test_points_of_every_form_are_read(form: QImage.Format) -> None:
    assert qr_codes_in_image(on_a_page(code()).convertToFormat(form)) == [SHOP]


@pytest.mark.parametrize("form", ["PNG", "JPEG", "BMP", "WEBP", "TIFF"])
def test_pictures_of_every_kind_are_read(form: str) -> None:
    assert qr_codes_in(encoded(on_a_page(code()), form)) == [SHOP]


@pytest.mark.parametrize("scale", [1, 2, 12])
def test_a_code_may_be_of_any_size(scale: int) -> None:
    picture = on_a_page(code(scale=scale))
    assert qr_codes_in(encoded(picture)) == [SHOP]


def test_all_codes_of_a_picture_are_found() -> None:
    two = on_a_page(code(), code(PAGE))
    assert sorted(qr_codes_in(encoded(two)) or []) == sorted([SHOP, PAGE])


def test_a_picture_without_a_code_has_none() -> None:
    assert qr_codes_in(encoded(on_a_page())) == []
    half = code().copy(0, 0, 60, 200)
    assert qr_codes_in(encoded(half)) == []


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\x89PNG\r\n\x1a\n",
        b"\xff\xd8\xff\xe0 no picture follows",
        SHOP.encode(),
        b'/* XPM */ static char *x[] = {"1 1 1 1", "a c #000000", "a"};',
        b"#define x_width 1\n#define x_height 1\nstatic char x_bits[] = {0x01};",
    ],
)
def test_what_is_no_picture_is_none(raw: bytes) -> None:
    assert qr_codes_in(raw) is None


def test_a_picture_cut_off_breaks_nothing() -> None:
    raw = encoded(on_a_page(code()))
    for end in range(0, len(raw), len(raw) // 20):
        assert qr_codes_in(raw[:end]) in (None, [], [SHOP])


def test_a_picture_that_would_fill_the_memory_is_not_opened() -> None:
    raw = bytearray(encoded(code()))
    raw[16:24] = (50_000).to_bytes(4) + (50_000).to_bytes(4)  # width and height
    assert qr_codes_in(bytes(raw)) is None


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("example_export.png", 1),
        ("tests/data/test_googleauth_export.png", 1),
        ("tests/data/qr_but_without_otp.png", 1),
        ("tests/data/text_masquerading_as_image.jpeg", None),
    ],
)
def test_the_pictures_of_the_corpus_are_read(name: str, count: int | None) -> None:
    path = CORPUS / name
    if not path.exists():
        pytest.skip("corpora not present: ../shared/corpora/extract_otp_secrets")
    found = qr_codes_in(path.read_bytes())
    assert (None if found is None else len(found)) == count
