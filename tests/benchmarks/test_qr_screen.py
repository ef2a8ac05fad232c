"""From a screenshot of 4K to the account shown, against zxing-cpp alone.

The peer is handed the points as shades of grey, which is all that it does itself; ours
looks on a thread, reads the account and shows it in the window, whose longest pause is
told too. The page is full of text, as that of a shop is.
"""

import time
from random import Random

import pytest
import zxingcpp
from PySide6.QtCore import QEventLoop, QObject, QTimer
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from tests.benchmarks.pairs import measure, say, tell
from tests.window.qr.codes import SHOP, code
from torimodosu.bootstrap.sight import open_sight
from torimodosu.window.jobs import JobRunner
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.tokens import LIGHT, Tokens
from torimodosu.window.qr.capture import QrCapture
from torimodosu.window.qr.panel import QrPanel

WIDTH, HEIGHT, LINES = 3840, 2160, 4000
LIMIT, LONGEST_PAUSE = 3.0, 50.0  # times, milliseconds


def screenshot() -> QImage:
    """Return a screen of 4K with a page of text and a QR code."""
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(QColor("#f4f4f0"))
    chance = Random(1)  # noqa: S311 -- the same page at every run
    painter = QPainter(image)
    for number in range(LINES):
        place = chance.randrange(WIDTH), chance.randrange(HEIGHT)
        painter.drawText(*place, f"Order {number} of today")
    painter.drawImage(2400, 1100, code())
    painter.end()
    return image


class Pauses(QObject):
    """Notes how long the event loop of the window does not turn."""

    def __init__(self) -> None:
        super().__init__()
        self.longest = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer(self, interval=1)
        self._timer.timeout.connect(self._note)

    def begin(self) -> None:
        self._last = time.perf_counter()
        self._timer.start()

    def end(self) -> None:
        self._timer.stop()

    def _note(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, (now - self._last) * 1000)
        self._last = now


@pytest.mark.usefixtures("qapp")
def test_qr_screen(jobs: JobRunner, *, long_form: bool) -> None:
    image = screenshot()
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    points, size = bytes(grey.constBits()), (grey.width(), grey.height())
    look = Look(Tokens(colours=LIGHT, scale=1.0))
    capture, loop, pauses = QrCapture(look, jobs, open_sight()), QEventLoop(), Pauses()
    panel = QrPanel(look, capture)
    panel.show()
    capture.taken.connect(loop.quit)

    def ours() -> None:
        capture.from_image(image)
        pauses.begin()
        loop.exec()
        QApplication.processEvents()
        pauses.end()

    def peer() -> None:
        view = zxingcpp.ImageView(
            points, *size, zxingcpp.ImageFormat.Lum, grey.bytesPerLine(), 1
        )
        only = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
        assert [one.text for one in zxingcpp.read_barcodes(view, only)] == [SHOP]

    outcome = measure(ours, peer, rounds=21 if long_form else 2)
    kept = tell("4K screenshot to account / zxing-cpp", outcome, limit=LIMIT)
    say(f"     longest pause of the window {pauses.longest:.1f} ms")
    assert capture.outcome.refused == ()
    assert (kept and pauses.longest < LONGEST_PAUSE) or not long_form
