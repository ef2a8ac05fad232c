"""Pictures that cannot be read are told as what they are."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray
from PySide6.QtGui import QImageWriter

from tests.window.qr.codes import SHOP, page, png
from torimodosu.bootstrap.sight import open_sight
from torimodosu.recovery.twostep.exports.outcome import Refusal
from torimodosu.window.qr.looking import look_at_files

pytestmark = pytest.mark.usefixtures("qapp")


class Steps:
    def report(self, done: int, total: int) -> None:
        """Pass over how far it is."""


def jpeg() -> bytes:
    buffer = QBuffer()
    assert QImageWriter(buffer, QByteArray(b"jpeg")).write(page(SHOP))
    return bytes(buffer.data().data())


@pytest.mark.parametrize(
    ("make", "why"),
    [
        (lambda: b"", Refusal.EMPTY),
        (lambda: png()[: len(png()) // 2], Refusal.CUT_OFF),
        # Its decoder draws what there is, in which no code is found.
        (lambda: jpeg()[: len(jpeg()) // 5], Refusal.CUT_OFF),
        (lambda: b"\0\0\0\x24ftypheic" + bytes(99), Refusal.PICTURE),
        (lambda: b"%PDF-1.7\nnothing", Refusal.CLOSED_PDF),
    ],
)
def test_it_is_said_what_the_file_is(
    make: Callable[[], bytes], why: Refusal, tmp_path: Path
) -> None:
    path = tmp_path / "picture"
    path.write_bytes(make())
    seen = look_at_files(open_sight(), [str(path)], None, Steps())
    assert [one.why for one in seen.refused] == [why]
    assert (seen.texts, seen.open_files) == ((), ())
