"""Pictures as real encoders write them, whole and cut off at any place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QBuffer, QByteArray
from PySide6.QtGui import QImage, QImageWriter

from torimodosu.recovery.pictures import is_cut_off, is_picture

# The smallest GIF: one transparent point.
GIF = bytes.fromhex(
    "47494638396101000100800000ffffff00000021f90401000000002c00000000010001000002024401003b"
)
MARKED = b"\xff\xd9"  # what ends a JPEG


def written(form: str) -> bytes:
    """Return a picture with some noise in it."""
    image = QImage(64, 48, QImage.Format.Format_RGB32)
    for x in range(64):
        for y in range(48):
            image.setPixel(x, y, (x * 7919 + y * 104729) % 0xFFFFFF)
    buffer = QBuffer()
    assert QImageWriter(buffer, QByteArray(form.encode())).write(image)
    return bytes(buffer.data().data())


PICTURES = {form: written(form) for form in ("PNG", "JPEG", "BMP", "WEBP")} | {
    "GIF": GIF
}


@pytest.mark.parametrize("form", PICTURES)
def test_a_whole_picture_is_one_and_its_end_is_not_missing(form: str) -> None:
    raw = PICTURES[form]
    assert is_picture(raw)
    assert not is_cut_off(raw)


@given(form=st.sampled_from(sorted(PICTURES)), data=st.data())
def test_a_picture_that_is_cut_anywhere_lacks_its_end(
    form: str, data: st.DataObject
) -> None:
    raw = PICTURES[form]
    place = data.draw(st.integers(12, len(raw) - 1))
    assert is_picture(raw[:place])
    assert is_cut_off(raw[:place])


def test_a_jpeg_with_a_preview_inside_and_a_film_behind_is_told_by_itself() -> None:
    head, rest = PICTURES["JPEG"][:2], PICTURES["JPEG"][2:]
    preview = b"\xff\xe1" + (2 + len(PICTURES["JPEG"])).to_bytes(2) + PICTURES["JPEG"]
    assert not is_cut_off(head + preview + rest + b"ftypmp42" * 1000)
    assert is_cut_off(head + preview + rest.removesuffix(MARKED))
    assert is_cut_off(head + preview)
    assert is_cut_off(head + preview[:-1])


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"BM, 2026",
        b"\0\0\0\x20ftypmp42",
        b"RIFF\0\0\0\0WAVE",
        b"%PDF-1.7",
        b"\xff",
    ],
)
def test_what_is_no_picture_is_not_taken_for_one(raw: bytes) -> None:
    assert not is_picture(raw)
    assert not is_cut_off(raw)


@pytest.mark.parametrize(
    "raw", [b"II*\0", b"MM\0*", b"\0\0\0\x20ftypheic\0", b"\0\0\0\x1cftypavif\0"]
)
def test_of_other_kinds_nobody_can_tell_whether_they_are_whole(raw: bytes) -> None:
    assert is_picture(raw)
    assert not is_cut_off(raw)
